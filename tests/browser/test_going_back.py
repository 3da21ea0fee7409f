"""The phone's own back, and “Back”: to what was before, and never into what somebody else said."""

from playwright.sync_api import expect

from tests.browser.clocks import passes
from tests.browser.disk import writes_down
from tests.browser.steps import goes_to_her_own_words
from tests.browser.waiting import becomes_true

IS_KEPT_BY_ITS_ADDRESS = "location.hash.startsWith('#kept-')"


def keeps_a_check_in_begun_on_today(person):
    """From Today through all seven questions, until it is kept."""
    person.opens("/")
    person.taps("Check in", "link")
    person.page.locator("check-in-form").wait_for()
    person.answers(*["A little"] * 7)
    person.taps("Save, only for me")
    person.sees("Thank you.")


def goes_back_to(person, path):
    """Press the phone's back until it is there."""
    for _ in range(12):
        person.page.go_back()
        if person.page.url.partition("#")[0] == person.origin + path:
            return
    raise AssertionError(person.page.url)


def goes_back_to_what_was_kept(person):
    """The page on which it was kept leads on to it."""
    goes_back_to(person, "/check-in")
    person.page.wait_for_url("**/check-ins#*")


def test_the_next_person_on_the_phone_goes_back_and_finds_nothing_that_was_kept(bea, invite):
    keeps_a_check_in_begun_on_today(bea)
    bea.receives()
    bea.taps("Done", "link")
    bea.signs_out()
    bea.joins(invite("Ben").link)
    goes_back_to_what_was_kept(bea)
    bea.sees("Nothing here yet.")
    expect(bea.page.locator("one-check-in")).to_be_hidden()


def test_bea_goes_back_after_keeping_and_finds_what_she_kept(bea):
    keeps_a_check_in_begun_on_today(bea)
    bea.taps("Done", "link")
    bea.page.wait_for_url("**/")
    goes_back_to_what_was_kept(bea)
    expect(bea.page.locator("one-check-in h2")).to_be_visible()
    bea.sees("Only you can see this.")


def test_a_phone_that_lets_go_of_the_thanks_shows_what_was_kept_and_no_new_check_in(bea):
    bea.context.set_offline(True)
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.page.reload()
    bea.page.wait_for_url("**/check-ins#*")
    expect(bea.page.locator("one-check-in h2")).to_be_visible()
    bea.sees("Saved on this phone")


def test_one_press_of_back_from_what_was_kept_leads_to_today_too(bea):
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.taps("See or change it", "link")
    bea.page.wait_for_url("**/check-ins#*")
    bea.page.go_back()
    assert bea.page.url == bea.origin + "/"


def test_bea_goes_back_after_sending_and_finds_no_sentence_chosen(bea):
    bea.opens("/say-it")
    for row in ("[name=kind]", "[name=phrase]"):
        bea.page.locator(f"label:has({row}):visible").nth(1).click()
        passes(bea, seconds=1)
    bea.taps("Send it now")
    bea.page.wait_for_url("**/talking-points*")
    goes_back_to(bea, "/say-it")
    bea.sees("What was it like?")
    expect(bea.page.locator("say-it :checked")).to_have_count(0)


def test_one_press_of_back_after_thank_you_leads_to_today(bea):
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.sees("Thank you.")
    bea.page.go_back()
    assert bea.page.url == bea.origin + "/"


def test_back_in_a_check_in_that_was_left_leads_to_the_question_before_and_then_to_today(bea):
    bea.begins("Mostly", "A little")
    bea.opens("/")
    bea.taps("Go on with your check-in", "link")
    for place in ("3 of 7", "2 of 7", "1 of 7"):
        bea.sees(place)
        bea.taps("Back")
    bea.page.wait_for_url(bea.origin + "/")
    bea.sees("Go on with your check-in")


def test_back_in_words_that_were_left_leads_to_the_step_before_and_then_to_today(bea):
    goes_to_her_own_words(bea)
    writes_down(bea, "Money.")
    bea.opens("/say-it")
    for asked in ("Your words", "Is one of these near it?", "What was it like?"):
        bea.page.get_by_role("group", name=asked).wait_for()
        bea.taps("Back")
    bea.page.wait_for_url(bea.origin + "/")
