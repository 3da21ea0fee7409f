"""How long a tap counts in Safari: for what is done at once, and what waits for the server only.
For a passkey that is asked for later, Safari has a question of its own first, or a no."""

COUNTS = """(() => {
    let counts = false;
    const until = () => { counts = true; setTimeout(() => counts = false); };
    const goesOnAfter = (of, name) => {
        const work = of[name];
        of[name] = async function (...given) {
            const did = counts;
            const found = await work.apply(this, given);
            if (did) until();
            return found;
        };
    };
    addEventListener("click", until, { capture: true });
    goesOnAfter(globalThis, "fetch");
    goesOnAfter(Response.prototype, "json");
    globalThis.asked = [];
    for (const name of ["create", "get"]) {
        const ask = navigator.credentials[name].bind(navigator.credentials);
        navigator.credentials[name] = (how) => (asked.push(counts), ask(how));
    }
})()"""


def begun_in(person):
    """Each new passkey that is begun on this page, from now on: called, it gives what was asked."""
    asked = []
    person.page.on("request", lambda request: asked.append(request.url))
    return lambda: [url for url in asked if url.endswith("/passkeys/registration/options")]


def counted(person):
    """For each passkey that this page has asked for, whether that was still part of a tap."""
    return person.page.evaluate("asked")
