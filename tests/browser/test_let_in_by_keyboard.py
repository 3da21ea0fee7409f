"""Bea comes in with the keyboard on a page that stays, and goes on from its title."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_by_keyboard import goes_on_from, presses


def test_who_opens_a_locked_page_goes_on_from_its_title(bea):
    bea.opens("/phone")
    presses(bea, "Lock it with my passkey")
    bea.sees("Footing locks itself from now on.")
    presses(bea, "Lock it now")
    presses(bea, "Open with your passkey")
    expect(bea.page.locator("h1")).to_be_focused()


@pytest.mark.parametrize(("where", "title"), [("/", "Today"), ("/my-data", "My data")])
def test_who_signs_in_again_where_she_was_goes_on_from_the_title(bea, where, title):
    bea.context.clear_cookies()
    bea.opens(where)
    bea.page.get_by_role("button", name="Sign in", exact=True).press("Enter")
    goes_on_from(bea, title)


def test_who_signs_in_to_send_a_check_in_goes_on_from_the_title(bea):
    bea.context.clear_cookies()
    bea.checks_in()
    bea.page.get_by_role("button", name="Sign in", exact=True).press("Enter")
    bea.receives()
    goes_on_from(bea, "How was today?")
