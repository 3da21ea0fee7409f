"""Today in Bea's hand: what has changed, a session that goes on, one that ends, and days later."""

import re

from playwright.sync_api import expect

from tests.browser import clocks, looks
from tests.browser.diaries import hears

CALL = {"setting": "online", "place": "", "link": "https://calls.example/bea"}
NEVER_GIVES_UP = "AbortSignal.timeout = () => new AbortController().signal"


def looks_again(bea):
    """Bea takes the phone out of her pocket."""
    bea.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_changes_while_bea_looks_at_today_reaches_her_within_five_minutes(bea, book):
    book.books(hours=44)
    hears(bea, ", a walk")
    bea.syncs()
    book.changes(**CALL)
    clocks.passes(bea, minutes=5)
    bea.sees(", a call")


def test_all_right_is_said_to_one_notice_and_the_other_stays_unread(bea, book):
    book.books(hours=44)
    first = book.record
    book.books(hours=70)
    hears(bea, ", a walk")
    book.changes(state="cancelled")
    book.record = first
    book.changes(place="Park gate")
    hears(bea, "Cancelled: ")
    bea.taps("All right")
    bea.does_not_see("Cancelled: ")
    bea.sees("at another place: Park gate")
    expect(bea.page.locator("[data-seen]")).to_have_count(1)


def test_all_right_is_heard_also_when_the_same_was_changed_once_more_meanwhile(bea, book):
    book.books(hours=44)
    hears(bea, ", a walk")
    book.changes(minutes=80)
    hears(bea, "something about it has changed")
    told = bea.page.locator("[data-news] [data-item]")
    was = told.get_attribute("data-item")
    book.changes(minutes=90)
    bea.syncs()
    expect(told).not_to_have_attribute("data-item", was)
    bea.taps("All right")
    bea.does_not_see("something about it has changed")


def test_a_call_that_ended_early_is_checked_in_for_and_not_asked_about_again(bea, book):
    book.books(hours=-0.7, **CALL)
    hears(bea, "Open the call")
    expect(bea.page.locator("[data-when=due]")).to_be_hidden()
    looks.hold(bea)
    bea.taps("Over already? Check in", "link")
    bea.sees("call?")
    bea.answers(*["Mostly"] * 6)
    bea.sees("Meeting on a call worked for me")
    bea.answers("Mostly")
    bea.taps("Save, only for me")
    bea.page.get_by_role("heading", name="Thank you.").wait_for()
    clocks.is_wrong_by(bea, minutes=20)
    hears(bea, "How was your session?")


def test_a_call_of_which_it_is_noted_that_it_took_place_keeps_its_link_until_its_end(bea, book):
    book.books(hours=-0.7, **CALL)
    hears(bea, "Open the call")
    book.changes(state="attended")
    bea.opens("/")
    bea.syncs()
    bea.sees("Open the call")
    bea.sees("Over already? Check in")
    clocks.is_wrong_by(bea, minutes=20)
    hears(bea, "call?")
    bea.does_not_see("Open the call")


def test_with_a_signal_too_weak_to_send_today_knows_that_the_walk_is_over(bea, book):
    book.books(hours=-0.7)
    hears(bea, ", a walk")
    bea.syncs()
    unanswered = []
    bea.context.route("**/sync", lambda route: unanswered.append(route))
    bea.page.evaluate(NEVER_GIVES_UP)
    clocks.is_wrong_by(bea, minutes=20)
    looks_again(bea)
    bea.sees("walk?")
    bea.does_not_see(", a walk")
    for each in unanswered:
        each.abort()


def test_left_open_today_asks_when_the_walk_ends(bea, book):
    book.books(hours=-0.7)
    hears(bea, ", a walk")
    bea.syncs()
    bea.context.set_offline(True)
    clocks.later(bea, minutes=20)
    bea.sees("walk?")


def test_a_check_in_that_was_left_open_says_the_day_and_stays_about_its_session(bea, book):
    book.books(hours=47, **CALL)
    book.books(hours=-1)
    hears(bea, "walk?")
    bea.begins("Mostly")
    clocks.is_wrong_by(bea, days=2)
    looks_again(bea)
    expect(bea.page.locator("h1")).to_have_text(re.compile(r"How was \w+day’s walk\?"))
    expect(bea.page.locator("h1")).not_to_have_text(re.compile("today|yesterday"))


def test_a_check_in_in_which_nothing_was_said_is_for_the_session_that_was_last_by_then(bea, book):
    book.books(hours=46, **CALL)
    book.books(hours=-1)
    hears(bea, "walk?")
    bea.begins()
    clocks.is_wrong_by(bea, days=2)
    looks_again(bea)
    bea.sees("call?")
    bea.answers(*["Mostly"] * 6)
    bea.sees("Meeting on a call worked for me")


def test_a_phone_on_which_nothing_is_reserved_yet_is_not_called_full(bea):
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens("/")
    bea.sees("1 thing waits on this phone.")
    bea.does_not_see("This phone is nearly full.")


def test_a_browser_that_keeps_no_files_is_not_called_full(bea):
    """Safari, in a private tab."""
    bea.runs_first("""IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
        apply(put, store, [value, ...key]) {
            if (value instanceof Blob) throw new DOMException("no files here", "UnknownError");
            return put.call(store, value, ...key);
        } })""")
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens("/")
    bea.sees("1 thing waits on this phone.")
    bea.does_not_see("This phone is nearly full.")
