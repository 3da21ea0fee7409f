"""Days later: whether Bea got to talk about what felt off, whether it is put right, or is left."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import says_in_her_own_words
from tests.browser.test_by_keyboard import goes_on_from, presses


@pytest.fixture
def raised(bea):
    """Bea, at the one thing that she wants to say herself."""
    bea.context.set_offline(True)
    says_in_her_own_words(bea, "The bench was too near the path.", "I will say it")
    bea.page.get_by_text("What became of it?").click()
    return bea


def test_what_was_not_talked_about_stays_on_beas_list_until_it_is_put_right(raised):
    raised.taps("Not this time")
    raised.sees("That is all right. It stays on your list.")
    raised.taps("Yes")
    raised.sees("Is it put right?")
    raised.taps("Not yet")
    raised.page.get_by_role("heading", name="Not put right yet").wait_for()
    raised.taps("Better")
    raised.page.get_by_role("heading", name="Better").wait_for()
    raised.taps("Put right")
    raised.taps("It is not put right after all")
    raised.sees("It is on your list again.")
    raised.taps("All of them", "link")
    raised.sees("The bench was too near the path.")
    expect(raised.page.locator("[data-past] a")).to_have_count(0)


def test_what_bea_would_rather_leave_is_asked_about_no_more(raised):
    raised.taps("I’d rather leave it")
    raised.sees("Kept. You can change it at any time.")
    raised.checks_in()
    raised.does_not_see("Did you get to talk about it?")
    raised.opens("/")
    raised.does_not_see("The bench was too near the path.")
    raised.opens("/talking-points")
    raised.sees("Put right, or left")


def test_who_answers_what_became_of_it_after_a_check_in_goes_on_from_what_is_said(bea):
    for words in ("The bench.", "The stile."):
        says_in_her_own_words(bea, words, "I will say it")
        bea.sees("What became of it?")
    bea.checks_in()
    presses(bea, "Not this time")
    goes_on_from(bea, "Did you get to talk about it?")
    presses(bea, "Not this time")
    said = bea.page.get_by_role("status").filter(has_text="That is all right.")
    expect(said).to_be_focused()
