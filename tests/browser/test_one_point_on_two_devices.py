"""A talking point that two devices changed without knowing of each other."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import SEVERAL, is_signed_in_on
from tests.browser.looks import between
from tests.browser.steps import says_in_her_own_words

AT_LENGTH = "I went quiet, and I did not know how to say it. " * 30


@pytest.fixture
def pair(bea, kept_phone):
    """Phone and tablet, with a talking point that both have."""
    says_in_her_own_words(bea, "Money.", "Send it now")
    bea.receives()
    tablet = is_signed_in_on(kept_phone(), bea)
    yield bea, tablet
    assert tablet.errors == []


@pytest.fixture
def both(pair):
    """Phone and tablet, each with words of its own for what was sent before."""
    bea, tablet = pair
    for number, person in enumerate(pair, 1):
        changes_it(person, f"{AT_LENGTH}{number}")
    for person in (bea, tablet, bea):
        has_signal_again(person)
    return pair


def opens_it(person):
    person.opens("/talking-points")
    person.page.locator("main a[href^='#']").first.click()


def has_signal_again(person):
    """Signal is back: what waits is sent, and what is new arrives."""
    person.context.set_offline(False)
    person.tries_again()
    person.page.locator("[data-state]", has_text="Received").wait_for()


def changes_it(person, words):
    person.context.set_offline(True)
    opens_it(person)
    person.taps("Change it, or how it comes up", "link")
    person.page.get_by_role("textbox").fill(words)
    person.taps("Send it now")
    person.page.wait_for_url("**/talking-points#*")


def test_the_way_to_put_it_together_does_not_touch_the_words_above_it(both):
    bea, _ = both
    opens_it(bea)
    words = bea.page.get_by_text("characters too long for one.")
    assert between(words, bea.page.get_by_role("link", name="Put it together")) > 10


def test_what_is_too_long_for_one_is_put_together_by_hand(both):
    bea, _ = both
    opens_it(bea)
    bea.sees(f"Together it is {2 * len(AT_LENGTH) + 4 - 2000} characters too long for one.")
    expect(bea.page.get_by_role("button", name="Keep all as one")).to_be_hidden()
    bea.taps("Put it together", "link")
    field = bea.page.get_by_role("textbox")
    expect(field).to_have_value(f"{AT_LENGTH}1\n\n{AT_LENGTH}2")
    field.fill("I went quiet, twice.")
    bea.taps("Send it now")
    bea.receives()
    opens_it(bea)
    bea.sees("I went quiet, twice.")
    bea.does_not_see(SEVERAL)


def test_what_was_deleted_on_one_and_changed_on_the_other_is_kept_by_a_tap(pair):
    bea, tablet = pair
    opens_it(bea)
    bea.context.set_offline(True)
    bea.taps("Delete it")
    bea.sees("Nothing here yet.")
    changes_it(tablet, "It still is money.")
    has_signal_again(tablet)
    bea.context.set_offline(False)
    bea.tries_again()
    bea.page.locator("main a[href^='#']", has_text="It still is money.").click()
    bea.taps("Keep it, only for me")
    bea.sees("It is kept.")
    bea.does_not_see("You deleted this in one place, and changed it in another.")


def test_what_was_changed_on_both_is_one_by_a_tap_with_every_word(pair):
    bea, tablet = pair
    changes_it(bea, "Money, and time.")
    changes_it(tablet, "Fees.")
    for person in (bea, tablet, bea):
        has_signal_again(person)
    opens_it(bea)
    bea.taps("Keep both as one")
    bea.sees("It is one now.")
    bea.does_not_see(SEVERAL)
    together = bea.page.locator("[data-versions] .phrase")
    expect(together).to_have_text("Money, and time.\n\nFees.", use_inner_text=True)
