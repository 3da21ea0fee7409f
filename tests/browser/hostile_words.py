"""Words that are commands elsewhere, in every field of both; and what a browser makes of them."""

NAME = "Bea <img src=x onerror=alert(1)>"
WORDS = "\n".join([
    NAME,
    "<script>alert(2)</script>",
    "\"'><svg/onload=alert(3)>",
    "</textarea></title></script><iframe srcdoc='<script>parent.alert(4)</script>'>",
    "<a href=\"javascript:alert(5)\">{{ 7*7 }} ${alert(6)} [x](javascript:alert(7))</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(8)>",
    "&lt;img src=x onerror=alert(9)&gt; \\u003cscript>alert(10)\\u003c/script> \u202e",
])  # fmt: skip
SEEN = "<script>alert(2)</script>"
GOAL = {"words": WORDS, "state": "proposed", "goal": None, "replaces": None}
BODIES = {
    "check_in": {"appointment": None, "setting": "online", "ratings": {"safety": 1},
                 "felt_off": True, "words": WORDS, "shared": True},
    "talking_point": {"check_in": None, "words": WORDS, "route": "send", "state": "open",
                      "shared": True},
    "goal": GOAL,
    "task": GOAL,
    "arrangement": {"setting": "walk_and_talk", "replaces": None,
                    "fields": {"meet": WORDS, "pace": WORDS}},
    "reflection": {"answers": {"safety": WORDS, "respect": WORDS}, "shared": False},
}  # fmt: skip
KEEP = """async (bodies) => {
    const {openJournal} = await ours("account.js");
    const journal = await openJournal();
    for (const [kind, body] of Object.entries(bodies)) {
        if (kind === "check_in") body.happened_at = new Date().toISOString();
        await journal.keep({record: crypto.randomUUID(), base: null, kind}, body);
    }
}"""
WATCH = """addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
    console.error(`REPORT ${violatedDirective} ${blockedURI}`));"""
OF_BEA = ("/", "/check-ins", "/talking-points", "/together", "/develop", "/prepare", "/reflect",
          "/say-it", "/check-in", "/the-practice", "/my-data", "/phone", "/reminders",
          "/more", "/privacy")  # fmt: skip
OF_ADA = ("/practice", "/practice/settings", "/practice/tips", "/practice/tips/new",
          "/practice/sessions", "/practice/reminders")  # fmt: skip
OF_CLIENT = ("", "/talking-points", "/together", "/on-paper", "/sessions", "/sessions/new",
             "/together/new/goal", "/together/meeting/walk_and_talk", "/invitation")  # fmt: skip


class Watched:
    """Notes what a browser should never do: dialogs, reports, and requests to anybody else."""

    def __init__(self, person):
        self.wrong, self.origin = [], person.origin
        person.runs_first(WATCH)
        person.page.on("dialog", self._dialog)
        person.page.on("console", self._said)
        person.page.on("request", self._asked)

    def _dialog(self, dialog):
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _said(self, message):
        if "REPORT" in message.text or "Content Security Policy" in message.text:
            self.wrong.append(message.text)

    def _asked(self, request):
        if not request.url.startswith((self.origin + "/", "data:", "blob:")):
            self.wrong.append(f"asked: {request.url}")


def keeps_them(person):
    """Have every kind of entry hold them, past the forms. They go at once."""
    person.opens("/check-in")
    person.page.evaluate(KEEP, BODIES)


def fills_in(therapist, path, lines=(), texts=()):
    """Write them into these fields of a form, and send it."""
    therapist.opens(path)
    form = therapist.page.locator("main form").filter(
        has=therapist.page.locator(f"[name={texts[0]}]")
    )
    for name in lines:
        form.locator(f"[name={name}]").fill(NAME)
    for name in texts:
        form.locator(f"[name={name}]").fill(WORDS)
    with therapist.page.expect_navigation():
        form.locator("button[type=submit]").last.click()
