"""What a client and their therapist come past, step by step, in every look."""

from datetime import date, timedelta

import pytest

from tests.browser import looks
from tests.browser.places import is_right, is_right_here, unfolds


@pytest.fixture(scope="module")
def bea(bea_with_a_past):
    return bea_with_a_past


def test_joining_is_right_from_the_invitation_to_the_home_screen(set_up_ada, new_phone):
    ben = new_phone()
    ben.opens(set_up_ada.invites("Ben").link)
    is_right_here(ben, "Hello Ben.")
    ben.taps("Make my passkey")
    is_right_here(ben, "You are in.")
    ben.taps("Show my code")
    is_right_here(ben, "Write it down")
    ben.taps("I have it")
    is_right_here(ben, "Put it on your home screen")


def first_check_in(bea):
    bea.opens("/check-ins")
    bea.page.locator("[data-list] a").last.click()
    bea.sees("Something felt off.")


def test_one_check_in_and_the_question_before_it_is_deleted_are_right(bea):
    first_check_in(bea)
    looks.hold(bea)
    bea.taps("Delete it")
    is_right_here(bea, "Delete this check-in?")


def test_a_check_in_is_right_from_the_first_question_to_the_thanks(bea):
    is_right(bea, "/check-in", "1 of 7")
    bea.taps("Change")
    looks.hold(bea)
    bea.taps("Next")
    bea.answers(*["Mostly"] * 7)
    bea.page.get_by_label("Something felt off").click()
    looks.hold(bea)
    bea.taps("Save and share")
    bea.receives()
    looks.hold(bea)


def test_a_check_in_that_was_left_half_way_is_right(bea):
    bea.opens("/check-in")
    bea.sees("1 of 7")
    bea.answers("Mostly")
    bea.page.reload()
    is_right_here(bea, "Here is where you left off.")
    bea.taps("Start again")
    bea.sees("1 of 7")


def test_what_ada_reads_is_right_before_and_after_she_has_read_it(ada, bea):
    is_right(ada, "/practice", "not read yet")
    ada.opens_page_of(bea)
    looks.hold(ada)
    ada.marks_it_read()
    looks.hold(ada)


def says_what_felt_off(bea):
    """In her own words, each step held to every look."""
    bea.opens("/say-it")
    bea.taps("Skip")
    is_right_here(bea, "Is one of these near it?")
    bea.taps("In my own words")
    bea.page.get_by_role("textbox").fill("I said yes and meant no.")
    looks.hold(bea)
    bea.taps("Please you bring it up")
    bea.page.wait_for_url("**/talking-points#*")


def test_saying_what_felt_off_is_right_from_the_sentences_to_what_ada_reads(bea, ada):
    says_what_felt_off(bea)
    bea.receives()
    unfolds(bea)
    looks.hold(bea)
    bea.checks_in()
    is_right_here(bea, "Did you get to talk about it?")
    bea.taps("Not this time")
    bea.sees("It stays on your list.")
    bea.receives()
    is_right(ada, f"{bea.invitation.client}/talking-points", "Bea asks you to bring this up.")


def proposes_nothing_and_then_something(ada, bea):
    """As Ada learns there, with a word where it is missing."""
    ada.opens(f"{bea.invitation.client}/together/new/task")
    ada.taps("Propose it to Bea")
    is_right_here(ada, "Please write what you would like to propose.")
    ada.page.get_by_label("In plain words").fill("Two things for each walk")
    ada.taps("Propose it to Bea")


def test_agreeing_is_right_for_both_from_the_proposal_to_how_it_is_going(ada, bea):
    proposes_nothing_and_then_something(ada, bea)
    ada.opens(f"{bea.invitation.client}/together/meeting/walk_and_talk")
    looks.hold(ada)
    bea.opens("/together")
    bea.taps("Two things for each walk", "link")
    is_right_here(bea, "Ada proposes:")
    bea.taps("I agree")
    bea.taps("Say how it is going", "link")
    bea.page.get_by_label("7", exact=True).click()
    looks.hold(bea)
    bea.taps("Save it")
    is_right_here(bea, "7 of 10")
    is_right(ada, f"{bea.invitation.client}/together", "Both of you agreed on")


def books_with(ada, bea, **typed):
    """Ada fills in what is given, and books."""
    ada.opens(f"{bea.invitation.client}/sessions/new")
    for label, value in typed.items():
        ada.page.get_by_label(label.replace("_", " "), exact=True).fill(value)
    with ada.page.expect_navigation():
        ada.taps("Book it")


def test_the_form_for_booking_is_right_with_all_that_it_unfolds_and_its_mistakes(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions")
    ada.sees("Nothing is booked.")
    books_with(ada, bea)
    ada.sees("Please look at this again")
    ada.page.get_by_label("Every week").check()
    ada.page.get_by_label("Online").check()
    ada.page.get_by_text("The time is that in").click()
    looks.hold(ada)


def test_what_is_booked_is_right_from_the_list_to_the_two_weeks(ada, bea):
    soon, past = ((date.today() + timedelta(days=n)).isoformat() for n in (2, -2))
    where = {"Where_you_meet": "Car park at the bottom of the hill"}
    books_with(ada, bea, Day=past, Time="12:00", **where)
    books_with(ada, bea, Day=soon, Time="12:00")
    books_with(ada, bea, Day=soon, Time="12:20")
    is_right_here(ada, "At the same time")
    ada.taps("Change", "link")
    is_right_here(ada, "Or cancel it")
    is_right(ada, "/practice/sessions", "Did these take place?")
