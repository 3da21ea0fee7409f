"""A phone that is full: whoever sees Bea's words, and whoever does not, is still for her to say."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import opens_it
from tests.browser.disk import empties, fills_the_reserve_too
from tests.browser.raw import is_unreadable, stored
from tests.browser.steps import goes_to_her_own_words
from tests.browser.test_faults_storage import LONG, small  # noqa: F401 - a fixture
from tests.browser.waiting import eventually

OWN = "button[data-keep=say]"
ROOM = "void (IDBObjectStore.prototype.add = added)"
NO_ROOM = """globalThis.added = IDBObjectStore.prototype.add;
void (IDBObjectStore.prototype.add = () => {
    throw new DOMException("no", "QuotaExceededError");
})"""
WORDS = "Heather on the hill."


def test_what_could_not_be_sent_to_ada_and_is_kept_for_bea_stays_hers(small):  # noqa: F811
    goes_to_her_own_words(small)
    fills_the_reserve_too(small)
    small.page.get_by_role("textbox").fill(LONG)
    small.taps("Send it now")
    expect(small.page.get_by_text("This phone could not save it")).to_be_in_viewport(ratio=1)
    small.context.grant_permissions(["clipboard-read", "clipboard-write"])
    small.taps("Copy what I")
    expect(small.page.get_by_role("button", name="Copied")).to_be_visible()
    assert small.page.evaluate("navigator.clipboard.readText()") == LONG
    empties(small)
    small.page.locator(OWN).click()
    small.page.wait_for_url("**/talking-points#*")
    small.sees("Only you can see this.")
    expect(small.page.get_by_role("button", name="Share with Ada")).to_be_visible()


@pytest.fixture
def full(small):  # noqa: F811
    """Bea, who has said something, on “This phone”, which has its lock on; and then it is full."""
    small.sends_a_check_in(words=WORDS)
    small.opens("/phone")
    small.taps("Lock it with my passkey")
    small.sees("Footing locks itself from now on.")
    fills_the_reserve_too(small)
    return small


def test_signing_out_locks_a_full_phone_and_the_server_hears_of_it(full):
    full.taps("Sign out on this phone")
    full.sees("You are signed out.")
    assert is_unreadable(full, WORDS)
    assert full.page.evaluate("fetch('/me').then((me) => me.json())")["signed_in"] is False


def test_a_full_phone_locks_at_once(full):
    full.taps("Lock it now")
    full.page.locator("sign-in-button button").first.wait_for()
    assert is_unreadable(full, WORDS)


def test_a_reminder_that_could_not_be_saved_is_shown_as_not_chosen(bea):
    bea.opens("/reminders")
    bea.page.get_by_label("An hour before").check()
    bea.receives()
    bea.page.evaluate(NO_ROOM)
    bea.page.get_by_label("The evening before").click()
    bea.sees("This phone could not save it")
    expect(bea.page.get_by_label("The evening before")).not_to_be_checked()
    expect(bea.page.get_by_label("An hour before")).to_be_checked()


def test_what_could_not_be_taken_back_can_be_once_there_is_room(bea):
    bea.sends_a_check_in(words=WORDS)
    opens_it(bea)
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    bea.page.get_by_role("button", name="Undo").wait_for()
    bea.page.evaluate(NO_ROOM)
    bea.taps("Undo")
    bea.sees("This phone could not save it")
    bea.page.evaluate(ROOM)
    bea.taps("Undo")
    bea.sees("It is back.")
    bea.sees(WORDS)


def test_what_bea_has_read_of_what_may_be_missing_goes_on_a_full_phone_too(bea):
    bea.page.evaluate(MAY_BE_MISSING)
    bea.opens("/")
    bea.sees("this browser cleared what was kept")
    bea.page.evaluate(NO_ROOM.replace("add", "put"))
    bea.taps("All right")
    bea.does_not_see("this browser cleared what was kept")


MAY_BE_MISSING = """async () => {
    const {openJournal} = await ours("account.js");
    await (await openJournal()).setNote("thrown_away_at", new Date().toISOString());
}"""


def test_what_bea_taps_on_a_full_phone_says_that_it_did_nothing(bea):
    bea.sends_a_check_in(words=WORDS)
    opens_it(bea)
    does_nothing_until_there_is_room(bea, "Stop sharing with Ada")
    bea.sees("You do not share it any more.")
    bea.opens("/check-ins")
    bea.page.locator("stop-check-ins summary").click()
    does_nothing_until_there_is_room(bea, "Stop all check-ins")
    bea.sees("Check-ins are stopped")


def does_nothing_until_there_is_room(bea, button):
    bea.page.evaluate(NO_ROOM)
    bea.taps(button)
    said = bea.page.locator("[data-said]")  # which is not drawn anew when something arrives
    expect(said).to_contain_text("This phone could not save it")
    expect(said).to_be_in_viewport(ratio=1)
    bea.page.evaluate(ROOM)
    bea.taps(button)
    bea.does_not_see("This phone could not save it")


def test_that_a_goal_was_not_kept_stays_said_when_a_draft_of_it_is(bea):
    bea.opens("/together#goal.change")
    bea.page.evaluate(NO_ROOM)
    bea.page.get_by_role("textbox").fill("To say no.")
    bea.taps("Propose it")
    assert eventually(bea.page, lambda: stored(bea, "drafts"))
    bea.sees("This phone could not save it")


def test_a_goal_that_a_full_phone_cannot_keep_stays_until_there_is_room(small):  # noqa: F811
    small.opens("/together#goal.change")
    words = small.page.get_by_role("textbox")
    fills_the_reserve_too(small)
    words.fill(LONG[:1900])
    small.taps("Propose it")
    small.sees("This phone could not save it: it may be full. Your words are still here.")
    expect(words).to_have_value(LONG[:1900])
    empties(small)
    small.taps("Propose it")
    small.sees("Saved on this phone.")
