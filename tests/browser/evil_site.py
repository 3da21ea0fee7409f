"""Another site, in the same browser, that tries everything a page can do to Footing."""

from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

from tests.browser.listener import Listener

PAGE = b"""<!doctype html><title>A prize</title>
<iframe name=sink></iframe><iframe id=framed></iframe><script src=/tries.js></script>"""
TRIES = """
window.attack = async ([origin, routes]) => {
    framed.src = origin + "/";
    const kinds = ["text/plain", "application/x-www-form-urlencoded", "application/json"];
    for (const [method, path] of routes) {
        for (const kind of kinds) {
            const mode = kind === "application/json" ? "cors" : "no-cors";
            const how = {method, mode, credentials: "include", body: "{}",
                headers: {"Content-Type": kind}};
            await fetch(origin + path, how).catch(() => {});
        }
        const form = Object.assign(document.createElement("form"),
            {method: "post", action: origin + path, target: "sink", enctype: "text/plain"});
        document.body.append(form);
        const sink = document.querySelector("[name=sink]");
        const sent = new Promise((over) => { sink.onload = over; });
        form.submit();
        await Promise.race([sent, new Promise((over) => setTimeout(over, 3000))]);
    }
    return Promise.all(["/me", "/my-passkeys"].map((path) => fetch(origin + path,
        {credentials: "include"}).then((answer) => answer.text(), () => "refused")));
};
"""


class EvilSite:
    """Listens on this machine under a name of its own; `origin` is its address."""

    def __init__(self, host):
        listener = Listener(Handler)
        self.close, self.origin = listener.close, f"http://{host}:{listener.server_port}"

    def attacks(self, context, victim, routes):
        """Open its page in somebody's browser. Returns what it could read of theirs."""
        page = context.new_page()
        page.goto(self.origin)
        read = page.evaluate("(given) => attack(given)", [victim, routes])
        framed = [frame.url for frame in page.frames if frame.url.startswith(victim)]
        page.close()
        return read, framed


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        is_script = urlsplit(self.path).path == "/tries.js"
        body, kind = (TRIES.encode(), "text/javascript") if is_script else (PAGE, "text/html")
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
