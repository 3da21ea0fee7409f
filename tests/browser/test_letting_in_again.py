"""Bea has lost her passkey: Ada lets her in again, and her code brings back what is only hers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import hands_the_phone_to
from tests.browser.diaries import hears
from tests.browser.ways_in import (
    comes_in_again,
    has_a_code_shown,
    joins_with_a_code,
    link_again,
    shows_the_code,
)

STILL_LOCKED = "You are in, but this phone is still locked."


def test_bea_comes_back_by_a_link_and_her_code_brings_back_what_is_hers(ada, new_phone):
    bea, new = new_phone(), new_phone()
    joins_with_a_code(bea, ada.invites("Bea"))
    bea.sends_a_check_in(share=False)
    comes_in_again(new, link_again(ada, bea))
    new.sees("What is only for you comes back on")
    new.does_not_see("Your last check-in")
    new.syncs()
    new.sees("What is only for you comes back on")
    shows_the_code(new, bea.code)
    expect(new.page.locator(":focus")).to_contain_text("It is back. Your code is used up.")
    new.sees("Your last check-in")


def test_who_wanted_no_code_at_first_has_one_shown_later_and_it_opens_as_well(ada, new_phone):
    bea, new = new_phone(), new_phone()
    bea.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bea.invitation = ada.invites("Bea")
    bea.joins(bea.invitation.link)
    bea.sends_a_check_in(share=False)
    code = has_a_code_shown(bea)
    comes_in_again(new, link_again(ada, bea))
    shows_the_code(new, code)
    new.sees("It is back.")
    new.sees("Your last check-in")


@pytest.fixture
def still_locked(ada, new_phone):
    """Bea, let in again on her own phone; what she kept there before she signed out is locked."""
    bea = new_phone()
    joins_with_a_code(bea, ada.invites("Bea"))
    bea.sends_a_check_in(share=False)
    bea.signs_out()
    bea.sees("You are signed out.")
    hands_the_phone_to(bea, [])
    bea.opens(link_again(ada, bea))
    bea.taps("Make my passkey")
    bea.sees("It keeps a copy of your words from before.")
    return bea


def test_a_phone_that_is_still_locked_says_so_when_bea_signs_in_and_what_opens_it(still_locked):
    still_locked.opens("/")
    still_locked.taps("Sign in with your passkey")
    still_locked.page.wait_for_url("**/sign-in#still-locked")
    still_locked.sees("It keeps a copy of your words from before.")
    still_locked.taps("Sign in with your passkey")
    expect(still_locked.page.locator("sign-in-button .said")).to_have_text(STILL_LOCKED)
    shows_the_code(still_locked, still_locked.code)
    still_locked.sees("It is back.")
    still_locked.taps("Sign in with your passkey")
    still_locked.sees("Your last check-in")


def test_a_code_that_is_not_beas_is_said_of_its_field(ada, new_phone):
    bea, new = new_phone(), new_phone()
    bea.invitation = ada.invites("Bea")
    bea.joins(bea.invitation.link)
    comes_in_again(new, link_again(ada, bea))
    shows_the_code(new, "not mine")
    code = new.page.get_by_label("Your recovery code")
    expect(code).to_have_accessible_description(re.compile("This is not your code."))
    expect(code).to_have_attribute("aria-invalid", "true")
    expect(code).to_be_focused()


def test_a_phone_that_was_signed_out_says_that_it_was_not_bea(ada, bea, new_phone):
    bea.sends_a_check_in(share=False)
    link = link_again(ada, bea)
    hears(bea, "A link was made to let you in again.")
    thief = comes_in_as_bea(new_phone(), link)
    bea.tries_again()
    bea.sees("Somebody came in as you by a link")
    bea.taps("It was not me")
    expect(bea.page.get_by_text("It is stopped.")).to_be_focused()
    bea.opens("/check-ins")
    bea.sees("Received")
    hears(thief, "You come in with a link")


def comes_in_as_bea(thief, link):
    thief.opens(link)
    thief.taps("Make my passkey")
    thief.sees("Put it on your home screen")
    return thief


def test_a_link_that_bea_did_not_ask_for_is_stopped_before_anybody_comes_in(ada, bea, new_phone):
    link = link_again(ada, bea)
    hears(bea, "A link was made to let you in again.")
    bea.taps("Stop it")
    bea.sees("It is stopped. Nobody comes in by it.")
    bea.does_not_see("A link was made to let you in again.")
    thief = new_phone()
    thief.opens(link)
    thief.sees("This invitation cannot be used any more.")
