"""Faults 18, 33 and 36: a phone that is full, or that cannot keep a key."""

import pytest
from playwright.sync_api import expect

from tests.browser.clocks import passes
from tests.browser.devices import NO_BACKGROUND_SYNC
from tests.browser.disk import (
    allows,
    empties,
    fills,
    fills_the_reserve_too,
    kept,
    writes,
)
from tests.browser.people import Client
from tests.browser.stored import on_the_server
from tests.browser.test_home_screen import IPHONE
from tests.browser.waiting import eventually

LONG = "🌊" * 2000
KEYLESS = """const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, ...at) {
    return put.call(this, value instanceof CryptoKey ? %s : value, ...at);
};"""
NO_ROOM_FOR_ANSWERS = """const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...of) {
    if (this.name === "entries") throw new DOMException("no", "QuotaExceededError");
    return put.apply(this, of);
};"""
THROWS = "(() => { throw new DOMException('no', 'DataCloneError') })()"


@pytest.fixture
def small(invite, new_phone):
    """Bea, on a phone that gives Footing 30 MB and no more."""
    bea = new_phone()
    bea.opens("/away")
    allows(bea, 30)
    bea.joins(invite("Bea").link)
    bea.waits_for_offline()
    yield bea
    assert bea.errors == []


def has_a_reserve(person):
    """Look at Today until the phone has laid it."""
    person.opens("/")
    passes(person, seconds=5)
    return eventually(person.page, lambda: kept(person)["reserve"])


def saves_until_history_goes(person, saved):
    """Save on a phone that is full. Returns how many check-ins there are in all, which is seldom
    more than one more: a browser may tidy up just then, and have room."""
    while len(kept(person)["entries"]) == saved:
        assert saved < 160
        person.opens("/check-in")
        person.answers(*["Mostly"] * 7)
        person.page.get_by_role("textbox").fill(LONG)
        fills_the_reserve_too(person, over=0.3)
        person.taps("Save, only for me")
        person.receives()
        saved += 1
    return saved


def test_fault_18_the_browser_is_asked_once_to_keep_what_was_saved(bea):
    bea.checks_in()
    assert eventually(bea.page, lambda: kept(bea)["stays"])
    answer = kept(bea)["stays"]
    assert answer["granted"] in (True, False) and answer["at"]
    bea.checks_in()
    assert kept(bea)["stays"] == answer


def test_fault_18_who_is_asked_by_the_browser_and_does_not_answer_is_not_asked_again(bea):
    """Firefox asks the person, and waits."""
    bea.runs_first("""navigator.storage.persist = () => {
        localStorage.asked = Number(localStorage.asked ?? 0) + 1;
        return new Promise(() => {});
    };""")
    bea.checks_in()
    assert eventually(bea.page, lambda: bea.page.evaluate("localStorage.asked") == "1")
    bea.checks_in()
    bea.page.wait_for_timeout(500)
    assert bea.page.evaluate("localStorage.asked") == "1"


def test_fault_18_the_reserve_goes_before_a_save_fails(small, server):
    assert has_a_reserve(small)
    fills(small)
    small.checks_in(words=LONG)
    assert not kept(small)["reserve"]
    small.receives()
    assert on_the_server(server, small) == 1
    fills_the_reserve_too(small)
    small.opens("/")
    small.sees("This phone is nearly full.")


def test_fault_18_then_old_history_goes_and_it_comes_back_when_there_is_room(small, server):
    small.opens("/check-ins")
    writes(small, 150, LONG)
    assert has_a_reserve(small) and eventually(small.page, lambda: not kept(small)["outbox"])
    saved = saves_until_history_goes(small, 150)
    left = kept(small)["entries"]
    assert len(left) > 1 and left[-1][0] == on_the_server(server, small) == saved
    assert kept(small)["cursor"]["seq"] == saved
    empties(small)
    assert has_a_reserve(small)
    assert eventually(small.page, lambda: len(kept(small)["entries"]) == saved)


def test_fault_18_that_a_phone_has_no_room_for_the_answer_is_not_laid_to_the_server(bea, server):
    bea.runs_first(NO_BACKGROUND_SYNC)  # the page alone takes it in
    bea.runs_first(NO_ROOM_FOR_ANSWERS)
    bea.checks_in()
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1)
    bea.opens("/")
    bea.syncs()
    bea.sees("1 thing waits on this phone.")
    bea.does_not_see("The server could not read it")


def test_fault_18_when_nothing_can_be_let_go_the_words_stay_on_the_screen(small):
    small.context.grant_permissions(["clipboard-read", "clipboard-write"])
    small.opens("/check-in")
    small.answers(*["Mostly"] * 7)
    fills_the_reserve_too(small)
    small.page.get_by_role("textbox").fill(LONG)
    small.taps("Save, only for me")
    small.sees("This phone could not save it")
    expect(small.page.get_by_role("textbox")).to_have_value(LONG)
    small.taps("Copy what I said")
    small.sees("Copied")
    copy = small.page.evaluate("navigator.clipboard.readText()")
    assert "\nI could be just as I am, without a brave face: Mostly\n" in copy
    assert copy.endswith(LONG) and copy.count("Mostly") == 7


@pytest.mark.parametrize("breakage", [THROWS, "null"])
def test_fault_33_a_key_that_cannot_be_kept_opens_the_words_until_the_app_is_closed(
    invite, new_phone, server, breakage
):
    bea = new_phone()
    bea.runs_first(KEYLESS % breakage)
    bea.joins(invite("Bea").link)
    bea.sees("This browser cannot keep the key to your words.")
    bea.sends_a_check_in(words="Readable for now.")
    again = closes_and_opens(bea)
    again.does_not_see("Your last check-in")
    again.comes_back()
    again.opens("/check-ins")
    again.page.locator("[data-list] a").first.click()
    again.sees("Readable for now.")
    assert not kept(again)["hasKey"] and on_the_server(server, again) == 1


def closes_and_opens(person):
    """Close the app, and open it again."""
    passkeys = person.passkeys()
    person.context.new_page()
    person.page.close()
    again = Client(person.context, person.origin)
    again.has_passkeys(passkeys)
    again.opens("/")
    again.sees("Sign in with your passkey")
    return again


def test_fault_36_an_iphone_is_warned_before_words_are_written_and_not_after(invite, new_phone):
    bea = new_phone(user_agent=IPHONE)
    bea.joins(invite("Bea").link)
    bea.sees("Before you write: put Footing on your home screen.")
    bea.taps("Check in", "link")
    bea.sees("First, put Footing on your home screen")
    expect(bea.page.locator("check-in-form")).to_be_hidden()
    bea.taps("Go on here")
    bea.answers("Mostly")
    bea.does_not_see("First, put Footing on your home screen")
    bea.opens("/check-in")
    bea.sees("Here is where you left off.")
    bea.does_not_see("First, put Footing on your home screen")
