"""Somebody with a browser: what they tap and see. Their passkeys are a virtual authenticator's."""

from playwright.sync_api import Error, expect

from tests.browser import modules
from tests.browser.waiting import PATIENCE_MS

# Those of a page that the phone keeps come a moment after it was seen.
HAS_SCRIPTS = "head > script[type=module], body:not(:has(> #scripts))"
OPENED_ANEW = "interrupted by another navigation", "net::ERR_ABORTED"
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


class Somebody:
    """One person in one browser profile, with a passkey of their own."""

    def __init__(self, context, origin):
        self.context, self.origin = context, origin
        context.set_default_timeout(PATIENCE_MS)
        modules.can_be_asked_for(context)
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


CALLS = """async ([module, name, given]) => {
    return (await ours(module))[name](given);
}"""
