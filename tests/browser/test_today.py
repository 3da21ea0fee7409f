"""Today in Bea's hand: what has changed, a session that goes on, and one that ends."""

import pytest
from playwright.sync_api import expect

from tests.browser import clocks, looks
from tests.browser.diaries import Book

CALL = {"setting": "online", "place": "", "link": "https://calls.example/bea"}


@pytest.fixture
def book(server, bea):
    return Book(server, bea)


def hears(bea, words):
    """Bea opens Today with signal, and it knows."""
    bea.opens("/")
    bea.sees(words)


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
