"""Before a session: the evening before, and the meeting point without signal."""

from uuid import UUID

from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.diaries import hears
from tests.browser.preparing import brings
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
    brings(bea, "The row with my sister.", share=True)
    visible(bea, "tip-list input").first.check()
    looks.hold(bea)
    ada.opens_page_of(bea)
    ada.sees("The row with my sister.")
    has_it_all_at_the_meeting_point(bea)


def has_it_all_at_the_meeting_point(bea):
    """There is no signal there."""
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


def test_bea_has_the_words_of_the_practice_without_signal(ada, bea):
    ada.opens("/practice/settings")
    ada.page.get_by_label("Phone").fill("01632 960 001")
    ada.taps("Save")
    ada.sees("Phones have it")
    bea.opens("/the-practice")
    bea.sees("01632 960 001")
    looks.hold(bea)
    bea.context.set_offline(True)
    bea.opens("/the-practice")
    call = bea.page.get_by_role("link", name="Call 01632 960 001")
    assert call.get_attribute("href") == "tel:01632960001"


def test_bea_has_the_tip_that_is_only_for_her_without_signal(ada, bea):
    ada.opens("/practice/tips/new")
    ada.page.get_by_label("Walk and talk").check()
    ada.page.get_by_label("For whom?").select_option(UUID(whose(bea)).hex)
    ada.page.get_by_label("In a few words").fill("Bring your stick")
    ada.page.get_by_label("The tip").fill("The path is steep. It helps on the way down.")
    ada.taps("Add it")
    ada.sees("Only for Bea")
    bea.opens("/prepare")
    bea.sees("Bring your stick")
    bea.context.set_offline(True)
    bea.page.reload()
    bea.sees("Bring your stick")
