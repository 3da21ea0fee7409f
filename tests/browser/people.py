"""People with a browser: what they tap and see. Their passkeys are a virtual authenticator's.

How to wait here: never for a length of time. A machine may be ten times slower than this one, so a
test asks until something is true (`sees`, `does_not_see`, Playwright's `expect`, `eventually`),
which costs nothing when it is true at once, and has an end that only a defect reaches. What must
not happen is looked for after something that comes later: `syncs` returns when a round of syncing
is over, and `disk.writes_down` when the words are on the disk. Where time itself matters, the
phone's clock is moved: see `clocks`.
"""

from contextlib import suppress
from typing import NamedTuple

from playwright.sync_api import Error, expect

from tests.browser import clocks

PATIENCE_MS = 60_000  # only a defect takes so long
# Those of a page that the phone keeps come a moment after it was seen.
HAS_SCRIPTS = "head > script[type=module], body:not(:has(> #scripts))"
OPENED_ANEW = "interrupted by another navigation", "net::ERR_ABORTED"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
AUTHENTICATOR = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
    "hasPrf": True,
    "defaultBackupEligibility": True,
    "defaultBackupState": True,
}


class Invitation(NamedTuple):
    """What a therapist is given for a new client."""

    link: str
    client: str


class Somebody:
    """One person in one browser profile, with a passkey of their own."""

    def __init__(self, context, origin):
        self.context, self.origin = context, origin
        context.set_default_timeout(PATIENCE_MS)
        self.page = context.pages[0] if context.pages else context.new_page()
        self.errors, self.habits = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.cdp = context.new_cdp_session(self.page)
        self.cdp.send("WebAuthn.enable", {"enableUI": False})
        self.authenticator = self.cdp.send(
            "WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR}
        )["authenticatorId"]

    def runs_first(self, script):
        """On every page to come, for as long as this browser is there."""
        self.habits.append(script)
        self.context.add_init_script(script)

    def opens(self, path):
        """Go to a page of Footing, also while the present one is opening anew by itself."""
        address = path if ":" in path else self.origin + path
        assert any(self._gets_to(address) for _ in range(5)), address
        self.waits_for_scripts()

    def _gets_to(self, address):
        try:
            self.page.goto(address)
        except Error as error:
            if not any(why in error.message for why in OPENED_ANEW):
                raise
            return False
        return True

    def waits_for_scripts(self):
        """Until what the page runs is in it."""
        self.page.locator(HAS_SCRIPTS).first.wait_for(state="attached")

    def taps(self, words, role="button", exact=False):
        """Tap what is called so, or begins so."""
        self.page.get_by_role(role, name=words, exact=exact).first.click()

    def sees(self, words):
        """Wait until these words can be seen."""
        self.page.get_by_text(words).locator("visible=true").first.wait_for()

    def does_not_see(self, words):
        """These words are nowhere on the page, once it has drawn itself."""
        expect(self.page.get_by_text(words).locator("visible=true")).to_have_count(0)

    def calls(self, module, name, given):
        """What a function of one of our modules gives, called on the page that is open."""
        return self.page.evaluate(CALLS, [module, name, given])

    def passkeys(self):
        """What a password manager would carry to another device."""
        asked = {"authenticatorId": self.authenticator}
        return self.cdp.send("WebAuthn.getCredentials", asked)["credentials"]

    def takes_passkeys_of(self, other):
        """A second device of the same person, through their password manager."""
        self.has_passkeys(other.passkeys())

    def has_passkeys(self, credentials):
        """What lies in this browser's password manager."""
        for credential in credentials:
            asked = {"authenticatorId": self.authenticator, "credential": credential}
            self.cdp.send("WebAuthn.addCredential", asked)


class Therapist(Somebody):
    """Ada, at her laptop."""

    def sets_up(self, link, practice="Hillside", name="Ada"):
        """Open the set-up link and come in."""
        self.opens(link)
        self.page.get_by_label("What is your practice called?").fill(practice)
        self.page.get_by_label("What do your clients call you?").fill(name)
        self.taps("Make my passkey")
        self.page.wait_for_url("**/practice")

    def invites(self, name, setting="Walk and talk"):
        """Add a client. Returns the link to give them, and the address of their page."""
        self.opens("/practice/clients/new")
        self.page.get_by_label("What do you call them?").fill(name)
        self.page.get_by_label(setting).check()
        self.taps("Make the invitation")
        link = self.page.get_by_label("The link")
        link.wait_for()
        page = link.get_attribute("data-address").removesuffix("/invitation")
        return Invitation(link.input_value(), page)

    def opens_page_of(self, client):
        """Look at one client."""
        self.opens(client.invitation.client)


class Client(Somebody):
    """Bea or Ben, with a phone whose timers are in our hand."""

    def __init__(self, context, origin):
        clocks.is_in_our_hand(context)
        super().__init__(context, origin)

    def joins(self, link):
        """Come in by an invitation, past the code and the home screen."""
        self.opens(link)
        self.taps("Make my passkey")
        self.taps("Not now")
        self.taps("Go on in the browser", "link")
        self.sees("How was your session?")

    def comes_in(self, link):
        """The same, on any page, without what is shown meanwhile."""
        invitation = {"invitation": link.partition("#")[2]}
        self._settles(self.calls("passkeys.js", "makePasskey", invitation))

    def comes_back(self):
        """Sign in with whichever passkey is there, on any page, past the one for that."""
        self._settles(self.calls("passkeys.js", "signIn", None))

    def _settles(self, answer):
        self.calls("account.js", "settle", answer)
        self.opens("/")
        self.sees("How was your session?")

    def waits_for_offline(self):
        """Until the phone keeps the whole app."""
        becomes_true(self.page, KEEPS_IT)

    def answers(self, *words):
        """One answer after the other, as many as are given."""
        for answer in words:
            shown = self.page.locator("fieldset:not([hidden])")
            step = shown.get_attribute("data-step")
            clocks.passes(self, milliseconds=230)  # or it would be the second half of a double tap
            shown.get_by_label(answer, exact=True).click()
            clocks.passes(self, milliseconds=150)  # the row has filled
            self.page.locator(f"fieldset[data-step={step}]").wait_for(state="hidden")

    def begins(self, *answers):
        """Open a check-in, and give its first answers."""
        self.opens("/check-in")
        self.page.locator("check-in-form").wait_for()
        self.answers(*answers)

    def checks_in(self, answer="Mostly", words="", share=True, felt_off=False):
        """A whole check-in. Its questions are gone through in one go: `answers` taps them."""
        self.begins()
        self.page.evaluate(ANSWER_ALL, answer)
        if words:
            self.page.get_by_role("textbox").fill(words)
        if felt_off:
            self.page.get_by_label("Something felt off").click()
        self.taps("Save and share" if share else "Save, only for me")
        self.page.get_by_role("heading", name="Thank you.").wait_for()

    def tries_again(self):
        """Have the phone send at once, as “Send now” does."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def syncs(self):
        """Have a page of somebody's sync, and wait until it has, or knows that it cannot."""
        self.page.evaluate(SYNC)

    def receives(self):
        """Wait until the server has it."""
        self.sees("Received")


KEEPS_IT = "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated')"
CALLS = """async ([module, name, given]) => {
    const [{href}] = document.querySelectorAll("link[rel=modulepreload]");
    const ours = await import(href.replace(/[^/]*$/, module));
    return ours[name](given);
}"""
ANSWER_ALL = """async (answer) => {
    const next = () => document.querySelector("fieldset:not([hidden])");
    const soon = () => new Promise(soon => setTimeout(soon));
    for (let step; (step = next()).dataset.step !== "end";) {
        const rows = [...step.querySelectorAll("label")];
        pass(230);  // or it would be the second half of a double tap
        rows.find(row => row.textContent.trim() === answer).click();
        pass(150);  // the row has filled
        while (!step.hidden) await soon();
    }
}"""
SYNC = f"""new Promise((over, stuck) => {{
    addEventListener("synced", over, {{once: true}});
    setTimeout(stuck, {PATIENCE_MS}, "It does not sync.");
    dispatchEvent(new Event("online"));
}})"""


def eventually(page, condition, patience_ms=PATIENCE_MS):
    """Whether it becomes true while the browser goes on."""
    for _ in range(patience_ms // 50):
        with suppress(Error):  # the page was just being left, and what it was asked with it
            if condition():
                return True
        page.wait_for_timeout(50)
    return False


def becomes_true(page, script):
    """Wait for it, also across a reload. Asked anew each time: a script that waits inside the page
    is stopped by the page's own policy."""
    assert eventually(page, lambda: page.evaluate(script)), script
