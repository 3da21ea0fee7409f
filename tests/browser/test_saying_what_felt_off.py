"""Finding words for what felt off: a step is left and come back to, and nothing is sent unsaid."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import KIND, WORDS, chooses, goes_to_her_own_words
from tests.browser.waiting import becomes_true


@pytest.fixture(autouse=True)
def no_motion(bea):
    """A tap leads on at once."""
    bea.page.emulate_media(reduced_motion="reduce")


def test_a_sentence_that_bea_taps_later_leaves_her_own_words_standing(bea):
    bea.opens("/say-it")
    chooses(bea, KIND)
    bea.taps("In my own words")
    bea.page.get_by_role("textbox").fill("The bench.")
    bea.taps("Back")
    chooses(bea, WORDS)
    expect(bea.page.get_by_role("textbox")).to_have_value(f"{WORDS}\nThe bench.")
    becomes_true(bea.page, "!document.querySelector('[data-failed]').textContent")
    bea.page.reload()
    bea.sees("Here is where you left off.")
    bea.taps("Back")
    bea.sees(WORDS)


def test_days_later_too_the_check_in_leads_to_help_and_then_to_what_became_of_it(bea):
    bea.checks_in(felt_off=True)
    bea.opens("/check-ins")
    bea.taps("something felt off", "link")
    bea.taps("Help me say it", "link")
    chooses(bea, KIND)
    chooses(bea, WORDS)
    bea.taps("Send it now")
    bea.sees("You sent it")
    bea.taps("Something felt off", "link")
    bea.taps("See what became of it", "link")
    bea.page.wait_for_url("**/talking-points#*")
    bea.sees(WORDS)


def test_on_her_path_too_what_is_open_leads_to_help(bea):
    bea.checks_in(felt_off=True)
    bea.opens("/develop")
    bea.page.get_by_text("Something felt off").first.click()
    bea.taps("Help me say it", "link")
    bea.page.wait_for_url("**/say-it#*")
    bea.sees("What was it like?")


def test_what_waits_on_her_phone_is_not_said_to_be_sent(bea):
    bea.context.set_offline(True)
    goes_to_her_own_words(bea)
    bea.taps("Send it now")
    bea.sees("Please write a few words first")
    bea.page.get_by_role("textbox").fill("Money.")
    bea.taps("Send it now")
    bea.page.get_by_role("heading", name="Not sent yet").wait_for()
    bea.does_not_see("You sent it")
    bea.opens("/talking-points")
    bea.sees("Saved on this phone · To talk about · shared with Ada")


def test_on_a_small_screen_too_bea_sees_why_nothing_is_sent(bea):
    bea.page.set_viewport_size({"width": 320, "height": 568})
    bea.opens("/say-it")
    bea.page.evaluate("document.documentElement.dataset.text = 'largest'")
    bea.taps("Skip")
    bea.taps("In my own words")
    bea.taps("Send it now")
    expect(bea.page.get_by_text("Please write a few words first")).to_be_in_viewport(ratio=1)
    expect(bea.page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    expect(bea.page.get_by_role("textbox")).to_be_focused()
