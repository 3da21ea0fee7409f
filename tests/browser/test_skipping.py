"""Whoever skips to the page, or is in a list while something arrives, stays where they were."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest
from playwright.sync_api import expect

from tests.browser.test_by_keyboard import WRITES_SOMETHING_OF_EACH, wrote


@pytest.mark.parametrize("page", ["/check-ins", "/talking-points", "/together"])
def test_who_is_in_a_list_while_something_arrives_is_still_there(bea, network, page):
    network.hears_nothing = True
    bea.page.evaluate(WRITES_SOMETHING_OF_EACH)
    bea.opens(page)
    bea.page.locator("[data-when=list] .links a").first.focus()
    line = bea.page.locator("[data-when=list] .links a:focus")
    expect(line).to_contain_text("Saved on this phone")
    network.hears_nothing = False
    bea.syncs()
    expect(bea.page.locator("[data-when=list]").get_by_text("Saved on this phone")).to_have_count(0)
    expect(line).to_have_count(1)


@pytest.mark.parametrize("what", ["a check-in", "a talking point"])
def test_who_skips_to_the_page_stays_with_what_she_was_looking_at(bea, wrote, what):
    wrote(what)
    bea.page.get_by_role("link", name="Change").wait_for()
    skips_to_the_page(bea)
    bea.syncs()
    expect(bea.page.get_by_role("link", name="Change").first).to_be_visible()


def test_who_skips_to_the_page_stays_in_the_form_that_she_opened(bea):
    bea.opens("/together#goal.change")
    bea.page.get_by_label("What would you like to work towards?").fill("To say no.")
    skips_to_the_page(bea)
    expect(bea.page.get_by_label("What would you like to work towards?")).to_be_visible()


def test_who_skips_to_the_page_of_an_invitation_still_has_its_link(ada, new_phone):
    ben, link = new_phone(), ada.invites("Ben").link
    ben.opens(link)
    skips_to_the_page(ben)
    ben.page.reload()
    ben.sees("Hello Ben.")
    assert ben.page.url == link


def skips_to_the_page(person):
    person.page.get_by_role("link", name="Skip to the page").press("Enter")
    expect(person.page.locator("main")).to_be_focused()
