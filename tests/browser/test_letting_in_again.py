"""Bea has lost her passkey: Ada lets her in again, and her code brings back what is only hers."""

import re

from playwright.sync_api import expect

from tests.browser.access import hands_the_phone_to

STILL_LOCKED = "You are in, but this phone is still locked."


def test_bea_comes_back_by_a_link_and_her_code_brings_back_what_is_hers(ada, new_phone):
    bea, new = new_phone(), new_phone()
    invitation = ada.invites("Bea")
    code = joins_with_a_code(bea, invitation.link)
    bea.checks_in(share=False)
    bea.receives()
    new.opens(link_again(ada, invitation.client))
    new.sees("You have been here before.")
    new.taps("Make my passkey")
    new.taps("Go on in the browser", "link")
    new.sees("What is only for you comes back on")
    new.does_not_see("Your last check-in")
    new.syncs()
    new.sees("What is only for you comes back on")
    new.page.get_by_label("Your recovery code").fill(code)
    new.taps("Bring it back now")
    new.sees("It is back.")
    new.sees("Your last check-in")


def test_who_wanted_no_code_at_first_has_one_shown_later_and_it_opens_as_well(ada, new_phone):
    bea, new = new_phone(), new_phone()
    bea.context.grant_permissions(["clipboard-read", "clipboard-write"])
    invitation = ada.invites("Bea")
    bea.joins(invitation.link)
    bea.checks_in(share=False)
    bea.receives()
    code = has_a_code_shown(bea)
    new.opens(link_again(ada, invitation.client))
    new.taps("Make my passkey")
    new.taps("Go on in the browser", "link")
    new.page.get_by_label("Your recovery code").fill(code)
    new.taps("Bring it back now")
    new.sees("It is back.")
    new.sees("Your last check-in")


def test_a_phone_of_beas_that_is_still_locked_says_so_when_she_signs_in_and_what_opens_it(
    ada, new_phone
):
    bea = new_phone()
    invitation = ada.invites("Bea")
    code = joins_with_a_code(bea, invitation.link)
    bea.checks_in(share=False)
    bea.receives()
    bea.opens("/phone")
    bea.taps("Sign out")
    bea.sees("You are signed out.")
    hands_the_phone_to(bea, [])
    bea.opens(link_again(ada, invitation.client))
    bea.taps("Make my passkey")
    bea.sees("It keeps a copy of your words from before.")
    bea.opens("/")
    bea.taps("Sign in with your passkey")
    bea.page.wait_for_url("**/sign-in#still-locked")
    bea.sees("It keeps a copy of your words from before.")
    bea.taps("Sign in with your passkey")
    expect(bea.page.locator("sign-in-button .said")).to_have_text(STILL_LOCKED)
    bea.page.get_by_label("Your recovery code").fill(code)
    bea.taps("Bring it back now")
    bea.sees("It is back.")
    bea.taps("Sign in with your passkey")
    bea.sees("Your last check-in")


def test_a_code_that_is_not_beas_is_said_of_its_field(ada, new_phone):
    bea, new = new_phone(), new_phone()
    invitation = ada.invites("Bea")
    bea.joins(invitation.link)
    new.opens(link_again(ada, invitation.client))
    new.taps("Make my passkey")
    new.taps("Go on in the browser", "link")
    code = new.page.get_by_label("Your recovery code")
    code.fill("not mine")
    new.taps("Bring it back now")
    expect(code).to_have_accessible_description(re.compile("This is not your code."))
    expect(code).to_have_attribute("aria-invalid", "true")


def test_a_phone_that_was_signed_out_says_that_it_was_not_bea(ada, bea, new_phone):
    thief = new_phone()
    bea.checks_in(share=False)
    bea.receives()
    link = link_again(ada, bea.invitation.client)
    bea.opens("/")
    bea.sees("A link was made to let you in again.")
    thief.opens(link)
    thief.taps("Make my passkey")
    thief.sees("Put it on your home screen")
    bea.tries_again()
    bea.sees("Somebody came in as you by a link")
    bea.taps("It was not me")
    bea.sees("It is stopped.")
    bea.opens("/check-ins")
    bea.sees("Received")
    thief.opens("/")
    thief.sees("You come in with a link")


def joins_with_a_code(client, link):
    """Come in by an invitation. Returns the recovery code."""
    client.opens(link)
    client.taps("Make my passkey")
    client.taps("Show my code")
    shown = client.page.locator("[data-code]")
    shown.wait_for()
    code = shown.inner_text()
    client.taps("I have it")
    client.taps("Go on in the browser", "link")
    client.sees("How was your session?")
    return code


def has_a_code_shown(client):
    """A new recovery code, on the page of their data, and copied. Returns it."""
    client.opens("/my-data")
    client.taps("Show a new code")
    client.sees("This is your new code.")
    shown = client.page.locator("[data-code]")
    expect(shown).to_be_focused()
    client.taps("Copy", exact=True)
    client.sees("Copied.")
    assert client.page.evaluate("navigator.clipboard.readText()") == shown.inner_text()
    return shown.inner_text()


def link_again(ada, page):
    """The link that Ada makes for somebody who lost every passkey."""
    ada.opens(f"{page}/again")
    ada.taps("Make the link")
    link = ada.page.get_by_label("The link")
    link.wait_for()
    return link.input_value()


def test_a_link_that_bea_did_not_ask_for_is_stopped_before_anybody_comes_in(ada, bea, new_phone):
    link = link_again(ada, bea.invitation.client)
    bea.opens("/")
    bea.sees("A link was made to let you in again.")
    bea.taps("Stop it")
    bea.sees("It is stopped. Nobody comes in by it.")
    bea.does_not_see("A link was made to let you in again.")
    thief = new_phone()
    thief.opens(link)
    thief.sees("This invitation cannot be used any more.")
