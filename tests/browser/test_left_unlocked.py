"""Footing's own lock where it is easily got around: a computer that slept, a page closed unseen."""

from playwright.sync_api import expect

from tests.browser import clocks
from tests.browser.somebody import AUTHENTICATOR
from tests.browser.test_app_lock import HIDDEN, LOCKED, OPENS, locking  # noqa: F401 - a fixture

WORDS = "shared with Ada"
STAYS_HIDDEN = "addEventListener('visibilitychange', (e) => e.stopImmediatePropagation(), true)"


def test_a_page_that_was_left_open_while_the_computer_slept_shows_nothing_more(locking):  # noqa: F811
    bea = locking
    bea.opens("/check-ins")
    bea.sees(WORDS)
    clocks.is_wrong_by(bea, minutes=6)
    bea.page.evaluate("void dispatchEvent(new Event('online'))")
    bea.sees(LOCKED)
    bea.does_not_see(WORDS)


def test_closing_a_page_unseen_is_no_look_and_signing_in_opens_it_too(locking):  # noqa: F811
    bea = locking
    bea.opens("/check-ins")
    bea.sees(WORDS)
    bea.page.evaluate(f"{HIDDEN}; {STAYS_HIDDEN}")
    clocks.is_wrong_by(bea, minutes=6)
    bea.opens("about:blank")
    bea.opens("/check-ins")
    bea.sees(LOCKED)
    gives_no_secret(bea)
    bea.taps(OPENS)
    bea.sees(WORDS)
    expect(bea.page.get_by_role("button", name=OPENS)).to_be_hidden()


def gives_no_secret(bea):
    """Her passkey comes without the secret, as from another phone."""
    passkeys = bea.passkeys()
    bea.cdp.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": bea.authenticator})
    options = {"options": {**AUTHENTICATOR, "hasPrf": False}}
    bea.authenticator = bea.cdp.send("WebAuthn.addVirtualAuthenticator", options)["authenticatorId"]
    bea.has_passkeys(passkeys)
