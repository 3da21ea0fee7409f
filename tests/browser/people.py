"""Therapists at their laptops and clients with their phones, and what they do there."""

from typing import NamedTuple

from tests.browser import clocks
from tests.browser.somebody import Somebody
from tests.browser.waiting import becomes_true

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}


class Invitation(NamedTuple):
    """What a therapist is given for a new client."""

    link: str
    client: str


class Therapist(Somebody):
    """Ada, at her laptop."""

    def sets_up(self, link, practice="Hillside", name="Ada"):
        """Open the set-up link and come in."""
        self.opens(link)
        self.page.get_by_label("What is your practice called?").fill(practice)
        self.page.get_by_label("What do your clients call you?").fill(name)
        self.taps("Make my passkey")
        self.page.wait_for_url("**/practice")

    def joins(self, link):
        """Come to work in a practice that is there."""
        self.opens(link)
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

    def marks_it_read(self):
        """Tell the client so."""
        self.taps("I have read this")
        self.sees("You marked this as read.")

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

    def signs_out(self):
        """On this phone, which leads to signing in."""
        self.opens("/phone")
        self.taps("Sign out on this phone")
        self.page.wait_for_url("**/sign-in*")

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

    def sends_a_check_in(self, **said):
        """A whole check-in, until it is received."""
        self.checks_in(**said)
        self.receives()

    def tries_again(self):
        """Have the phone send at once, as “Send now” does."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def has_signal_again(self):
        """What waited on the phone is sent, and received."""
        self.context.set_offline(False)
        self.tries_again()
        self.receives()

    def syncs(self):
        """Have a page of somebody's sync, and wait until it has, or knows that it cannot: it, and
        not a round that was under way before."""
        self.page.evaluate(SYNC)

    def receives(self):
        """Wait until the server has it."""
        self.sees("Received")


KEEPS_IT = "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated')"
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
SYNC = "async () => (await ours('sending.js')).keepSending()"
