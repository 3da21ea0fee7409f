"""Before a session: the evening before, the meeting point without signal, and what changes late."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.browser import clocks, looks
from tests.browser.devices import opens_it
from tests.browser.diaries import Book, hears
from tests.browser.stored import rows, whose
from tests.browser.waiting import becomes_true, eventually

FIRST = """document.querySelector('[data-when=because]').innerText ===
    'Some tips come first, because the walk was not easy last time.'"""
WORDS_ARE_BACK = "document.querySelector('textarea').value === 'The row with my sister.'"
TICKED = "document.querySelectorAll('tip-list input:checked').length === 1"
PREPARATIONS = (
    "SELECT count(*) FROM entry JOIN journal ON journal.id = entry.journal_id "
    "WHERE kind = 'preparation' AND replace(?, '-', '') = journal.person_id"
)


@pytest.fixture
def book(server, bea):
    return Book(server, bea)


def preparations(server, bea):
    """How many the server has of Bea."""
    return rows(server, PREPARATIONS, whose(bea))[0][0]


def visible(bea, selector):
    return bea.page.locator(selector).locator("visible=true")


def test_bea_prepares_the_evening_before_and_has_it_all_at_the_meeting_point(bea, ada, book):
    book.books(hours=22, link="https://calls.example/bea")
    hears(bea, "Car park at the bottom of the hill")
    bea.opens("/prepare")
    bea.sees("What happens in a session")
    bea.page.get_by_role("textbox").fill("The row with my sister.")
    bea.taps("Keep it and show it to Ada")
    bea.receives()
    visible(bea, "tip-list input").first.check()
    looks.hold(bea)
    ada.opens_page_of(bea)
    ada.sees("The row with my sister.")
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.sees("The row with my sister.")
    bea.sees("Take the 12 to the end")
    becomes_true(bea.page, TICKED)
    bea.opens("/")
    bea.sees("a walk")
    bea.page.get_by_text("The way there").click()
    bea.sees("Take the 12 to the end")
    bea.does_not_see("Open the call")


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


def test_a_walk_that_becomes_a_call_changes_what_bea_prepares(bea, book):
    book.books(hours=3)
    hears(bea, ", a walk")
    book.changes(setting="online", place="", link="https://calls.example/bea")
    hears(bea, "Online instead of a walk")
    looks.hold(bea)
    call = bea.page.get_by_role("link", name="Open the call")
    assert call.get_attribute("href") == "https://calls.example/bea"
    assert call.get_attribute("rel") == "noopener noreferrer"
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.sees("Try sound and picture first")
    bea.does_not_see("Know the exact spot to meet")
    bea.opens("/")
    bea.taps("All right")
    bea.does_not_see("Online instead of a walk")


def test_a_session_that_is_cancelled_is_told_and_is_next_no_more(bea, book):
    book.books()
    hears(bea, ", a walk")
    book.changes(state="cancelled")
    hears(bea, "Cancelled: ")
    expect(bea.page.locator("next-session")).to_be_hidden()


def test_after_the_session_the_check_in_opens_by_itself_and_belongs_to_it(bea, book):
    book.books(hours=-1)
    hears(bea, "walk?")
    assert bea.page.locator("[data-when=due] h2").inner_text().startswith("How was ")
    looks.hold(bea)
    bea.context.set_offline(True)
    bea.taps("Check in", "link")
    bea.page.locator("check-in-form").wait_for()
    bea.sees("walk?")
    bea.sees("Walk and talk")
    bea.answers(*["Mostly"] * 7)
    bea.taps("Save, only for me")
    bea.sees("Saved on this phone.")
    bea.opens("/")
    bea.sees("How was your session?")
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


def test_a_tick_takes_nothing_from_words_that_are_not_kept_yet(bea, book, server):
    book.books()
    hears(bea, ", a walk")
    bea.opens("/prepare")
    bea.page.get_by_role("textbox").fill("The row with my sister.")
    visible(bea, "tip-list input").first.check()
    assert eventually(bea.page, lambda: preparations(server, bea) == 1)
    bea.page.reload()
    becomes_true(bea.page, TICKED)
    becomes_true(bea.page, WORDS_ARE_BACK)


def test_what_was_ticked_before_the_phone_knew_of_a_session_belongs_to_it(bea, book, server):
    bea.opens("/prepare")
    visible(bea, "tip-list input").first.check()
    bea.page.get_by_role("textbox").fill("The row with my sister.")
    book.books()
    bea.syncs()
    bea.sees(", a walk")
    expect(bea.page.get_by_role("textbox")).to_have_value("The row with my sister.")
    assert eventually(bea.page, lambda: preparations(server, bea) == 1)


def test_what_was_hard_last_time_brings_its_tips_to_the_top(bea, book):
    bea.checks_in(answer="A little", share=False)
    bea.opens("/prepare")
    becomes_true(bea.page, FIRST)


def test_bea_has_the_tips_and_the_words_of_the_practice_without_signal(ada, bea):
    ada.opens("/practice/settings")
    ada.page.get_by_label("Phone").fill("01632 960 001")
    ada.taps("Save")
    ada.sees("Phones have it")
    ada.opens("/practice/tips/new")
    ada.page.get_by_label("Walk and talk").check()
    ada.page.get_by_label("For whom?").select_option(UUID(whose(bea)).hex)
    ada.page.get_by_label("In a few words").fill("Bring your stick")
    ada.page.get_by_label("The tip").fill("The path is steep. It helps on the way down.")
    ada.taps("Add it")
    ada.sees("Only for Bea")
    bea.opens("/the-practice")
    bea.sees("01632 960 001")
    looks.hold(bea)
    bea.opens("/prepare")
    bea.sees("Bring your stick")
    bea.context.set_offline(True)
    bea.page.reload()
    bea.sees("Bring your stick")
    bea.opens("/the-practice")
    call = bea.page.get_by_role("link", name="Call 01632 960 001")
    assert call.get_attribute("href") == "tel:01632960001"
