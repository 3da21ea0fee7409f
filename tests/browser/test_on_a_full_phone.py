"""A phone that was full when Bea chose who sees her words: she may choose otherwise after that."""

from playwright.sync_api import expect

from tests.browser.disk import empties, fills_the_reserve_too
from tests.browser.test_faults_storage import LONG, small  # noqa: F401 - a fixture

OWN = "button[data-keep=say]"


def test_what_could_not_be_sent_to_ada_and_is_kept_for_bea_stays_hers(small):  # noqa: F811
    small.opens("/say-it")
    small.taps("Skip")
    small.taps("In my own words")
    fills_the_reserve_too(small)
    small.page.get_by_role("textbox").fill(LONG)
    small.taps("Send it now")
    small.sees("This phone could not save it")
    empties(small)
    small.page.locator(OWN).click()
    small.page.wait_for_url("**/talking-points#*")
    small.sees("Only you can see this.")
    expect(small.page.get_by_role("button", name="Share with Ada")).to_be_visible()
