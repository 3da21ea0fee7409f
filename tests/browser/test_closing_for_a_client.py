"""Ada closes Bea's account with a month's notice, and thinks again."""

import re

from playwright.sync_api import expect

from tests.browser import looks

TOLD = "Your account closes on"


def test_bea_is_told_where_she_saves_a_copy_until_ada_thinks_again(ada, bea):
    ada.opens(f"{bea.invitation.client}/close")
    ada.taps("Close it in 30 days")
    ada.sees("It closes on")
    bea.opens("/")
    bea.sees(TOLD)
    expect(bea.page.locator("[data-closes]")).to_have_text(re.compile(r" at \d\d:\d\d$"))
    looks.hold(bea)
    bea.taps("Save a copy of everything", "link")
    bea.sees("Save a page to read")
    ada.taps("Do not close it")
    ada.sees("Close it in 30 days")
    bea.opens("/")
    bea.syncs()
    bea.does_not_see(TOLD)
