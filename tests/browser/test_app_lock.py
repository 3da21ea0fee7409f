"""Footing's own lock: Bea's passkey opens it, also without signal, and nothing else does."""

import pytest
from playwright.sync_api import expect

from tests.browser import clocks, looks, taps
from tests.browser.access import adds_a_passkey, hands_the_phone_to
from tests.browser.disk import steps
from tests.browser.raw import stored
from tests.browser.somebody import AUTHENTICATOR
from tests.browser.waiting import eventually

HIDDEN = """Object.defineProperty(document, 'visibilityState', {value: 'hidden'});
    document.dispatchEvent(new Event('visibilitychange'))"""
LOCKED = "Footing is locked. It opens without signal too."
OPENS = "Open with your passkey"


@pytest.fixture
def locking(bea):
    """Bea, who has written something and wants her passkey asked for."""
    bea.sends_a_check_in(words="The heron again.")
    bea.opens("/phone")
    bea.taps("Lock it with my passkey")
    bea.sees("Footing locks itself from now on.")
    looks.hold(bea)
    return bea


def key_is_here(person):
    return person.page.evaluate("""new Promise(found => indexedDB.databases().then(all =>
        indexedDB.open(all.find(({name}) => name !== 'footing').name).onsuccess = ({target}) =>
        target.result.transaction('meta').objectStore('meta').get('key').onsuccess =
            ({target}) => found(Boolean(target.result))))""")


def test_after_five_minutes_away_beas_passkey_opens_it_without_signal(locking):
    bea = locking
    bea.context.set_offline(True)
    bea.opens("about:blank")
    clocks.is_wrong_by(bea, minutes=6)
    bea.opens("/check-ins")
    bea.sees(LOCKED)
    bea.does_not_see("shared with Ada")
    assert not key_is_here(bea) and stored(bea, "entries")
    bea.taps(OPENS)
    bea.sees("shared with Ada")
    bea.checks_in(words="Written behind the lock.")
    bea.sees("Saved on this phone.")


def test_leaving_quickly_locks_what_bea_had_locked_also_without_signal(locking):
    locking.context.set_offline(True)
    locking.opens("/check-ins")
    locking.taps("Leave quickly", "link")
    locking.sees("Packing list")
    locking.opens("/check-ins")
    locking.sees(LOCKED)
    locking.does_not_see("shared with Ada")
    assert not key_is_here(locking)


def test_the_passkey_that_opens_it_is_asked_for_in_the_tap_itself(locking):
    """Safari forgets a tap over whatever else is waited for."""
    locking.taps("Lock it now")
    locking.sees(LOCKED)
    locking.runs_first(taps.COUNTS)
    locking.opens("/prepare")
    locking.taps(OPENS)
    locking.does_not_see(LOCKED)
    assert taps.counted(locking) == [True]


def test_a_locked_page_says_so_above_its_button_and_opens_what_is_beas(locking):
    locking.page.set_viewport_size({"width": 320, "height": 568})
    locking.taps("Lock it now")
    locking.sees(LOCKED)
    expect(locking.page.get_by_role("button", name=OPENS)).to_be_in_viewport(ratio=1)
    for path in ("/", "/check-ins", "/sign-in", "/prepare"):
        locking.opens(path)
        says_that_it_is_locked(locking)
    locking.does_not_see("One thing I want to bring")
    locking.taps(OPENS)
    locking.sees("One thing I want to bring")
    locking.does_not_see(LOCKED)


def says_that_it_is_locked(person):
    """Above what opens it, and nothing of signing in."""
    person.sees(LOCKED)
    said = person.page.locator("main").inner_text()
    assert said.index(LOCKED) < said.index(OPENS)
    person.does_not_see("Sign in to see")
    looks.hold(person)


def test_a_page_that_nobody_looks_at_locks_by_itself_and_what_was_begun_waits(locking):
    bea = locking
    bea.begins("Mostly", "A little")
    assert eventually(bea.page, lambda: steps(bea) == ["openness"])
    bea.page.evaluate(HIDDEN)
    clocks.later(bea, minutes=5)
    bea.taps(OPENS)
    bea.sees("3 of 7")


def test_whoever_was_signed_out_meanwhile_signs_in_and_it_locks_itself(bea):
    bea.context.clear_cookies()
    bea.opens("/phone")
    bea.taps("Lock it with my passkey")
    bea.sees("Footing locks itself from now on.")


def test_where_the_passkey_gives_no_secret_bea_is_told_so_and_nothing_is_locked(bea):
    passkeys = bea.passkeys()
    bea.cdp.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": bea.authenticator})
    options = {"options": {**AUTHENTICATOR, "hasPrf": False}}
    bea.authenticator = bea.cdp.send("WebAuthn.addVirtualAuthenticator", options)["authenticatorId"]
    bea.has_passkeys(passkeys)
    bea.opens("/phone")
    bea.taps("Lock it with my passkey")
    bea.sees("This passkey cannot do that on this phone.")
    expect(bea.page.get_by_role("button", name="Lock it now")).to_be_hidden()


def test_where_the_passkey_that_opens_it_is_gone_another_one_signs_in(locking, new_phone, invite):
    ben = new_phone()
    ben.joins(invite("Ben").link)
    locking.taps("Lock it now")
    locking.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": locking.authenticator})
    locking.takes_passkeys_of(ben)
    locking.taps(OPENS)
    locking.taps("Sign in with another passkey")
    locking.sees("Nothing waits.")
    locking.opens("/")
    locking.sees("How was your session?")


def test_bea_is_told_that_the_lock_ends_with_the_passkey_that_opens_it(locking):
    bea = locking
    spare = adds_a_passkey(bea)
    bea.opens("/my-data")
    bea.page.get_by_role("button", name="Remove").first.click()
    bea.sees("It opens Footing’s own lock on this phone, so that lock ends with it.")
    bea.taps("Remove it")
    bea.sees("It is removed. Footing does not lock itself any more.")
    hands_the_phone_to(bea, spare)
    bea.opens("/sign-in")
    bea.taps("Sign in with your passkey")
    bea.sees("How was your session?")
    bea.opens("/check-ins")
    bea.sees("shared with Ada")


def test_what_bea_stops_locking_is_open_however_long_she_was_away(locking):
    locking.taps("Stop locking it")
    locking.sees("Footing does not lock itself any more.")
    expect(locking.page.get_by_role("button", name="Lock it with my passkey")).to_be_focused()
    locking.opens("about:blank")
    clocks.is_wrong_by(locking, minutes=6)
    locking.opens("/check-ins")
    locking.sees("shared with Ada")
