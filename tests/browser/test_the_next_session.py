"""The next session on Bea's phone: when it is, what changes late, and the question afterwards."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import clocks, looks
from tests.browser.devices import opens_it
from tests.browser.diaries import Book, hears


def test_days_later_without_signal_today_says_as_of_when_it_knows(bea, book):
    book.books(hours=24 * 9)
    hears(bea, "In nine days")
    bea.context.set_offline(True)
    clocks.is_wrong_by(bea, days=6)
    bea.opens("/")
    bea.sees("In three days")
    bea.sees("As this phone last heard, on ")
    with bea.page.expect_download() as file:
        bea.taps("Add to calendar")
    assert "SUMMARY:Appointment" in file.value.path().read_text()


@pytest.fixture
def online_instead(bea, book):
    """Bea, whose next walk has become a call, as she hears on Today."""
    book.books(hours=3)
    hears(bea, ", a walk")
    book.changes(setting="online", place="", link="https://calls.example/bea")
    hears(bea, "Online instead of a walk")
    return bea


def test_a_walk_that_becomes_a_call_has_its_link_on_today(online_instead):
    looks.hold(online_instead)
    call = online_instead.page.get_by_role("link", name="Open the call")
    assert call.get_attribute("href") == "https://calls.example/bea"
    assert call.get_attribute("rel") == "noopener noreferrer"


def test_a_walk_that_becomes_a_call_changes_what_bea_prepares(online_instead):
    online_instead.context.set_offline(True)
    online_instead.opens("/prepare")
    online_instead.sees("Try sound and picture first")
    online_instead.does_not_see("Know the exact spot to meet")
    online_instead.opens("/")
    online_instead.taps("All right")
    online_instead.does_not_see("Online instead of a walk")


def test_a_session_that_is_cancelled_is_told_and_is_next_no_more(bea, book):
    book.books()
    hears(bea, ", a walk")
    book.changes(state="cancelled")
    hears(bea, "Cancelled: ")
    expect(bea.page.locator("next-session")).to_be_hidden()


@pytest.fixture
def back_from_a_walk(bea, book):
    """Bea, whose walk is over, as Today knows."""
    book.books(hours=-1)
    hears(bea, "walk?")
    return bea


def test_after_the_session_today_asks_how_it_was(back_from_a_walk):
    due = back_from_a_walk.page.locator("[data-when=due] h2")
    assert due.inner_text().startswith("How was ")
    looks.hold(back_from_a_walk)


def test_after_the_session_the_check_in_opens_by_itself_and_belongs_to_it(back_from_a_walk):
    bea = back_from_a_walk
    bea.context.set_offline(True)
    bea.taps("Check in", "link")
    bea.page.locator("check-in-form").wait_for()
    bea.sees("walk?")
    bea.sees("Walk and talk")
    bea.answers(*["Mostly"] * 7)
    bea.taps("Save, only for me")
    bea.sees("Saved on this phone.")
    hears(bea, "How was your session?")
    opens_it(bea)
    bea.sees(", a walk: Car park at the bottom of the hill")


def test_the_clocks_go_back_in_the_night_before(ada, new_phone, server):
    bea = new_phone(timezone_id="Europe/London")
    bea.invitation = ada.invites("Bea")
    bea.joins(bea.invitation.link)
    starts_at = datetime(2026, 10, 25, 14, tzinfo=UTC)  # 14:00 by the new time
    book = Book(server, bea)
    book.books(hours=(starts_at - datetime.now(UTC)) / timedelta(hours=1))
    evening = datetime(2026, 10, 24, 20, tzinfo=UTC)
    clocks.is_wrong_by(bea, days=(evening - datetime.now(UTC)) / timedelta(days=1))
    hears(bea, "Tomorrow, 14:00, a walk")
    clocks.is_wrong_by(bea, days=(evening - datetime.now(UTC)) / timedelta(days=1) + 0.5)
    hears(bea, "Today, 14:00, a walk")
