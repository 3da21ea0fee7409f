"""Where much was said, Bea is shown the latest, and goes on from there to what was earlier."""

from playwright.sync_api import expect

from tests.browser.devices import another_tab, is_signed_in_on
from tests.browser.disk import writes


def test_bea_goes_on_from_the_first_of_the_earlier_ones(bea):
    writes(bea, 60)
    bea.syncs()
    bea.opens("/check-ins")
    shows_earlier_ones_behind(bea, "[data-list] a", 30)
    bea.opens("/phone")
    bea.page.locator("on-this-phone summary").click()
    shows_earlier_ones_behind(bea, "[data-days] a", 50)


def shows_earlier_ones_behind(bea, rows, latest):
    """A tap shows all, and leads to the first that was not there before."""
    shown = bea.page.locator(rows)
    expect(shown).to_have_count(latest)
    bea.taps("Show earlier ones")
    expect(shown).to_have_count(60)
    expect(shown.nth(latest)).to_be_focused()


def test_a_new_phone_says_how_much_it_has_fetched_while_what_is_here_can_be_read(bea, kept_phone):
    writes(bea, 230)
    bea.syncs()
    new, held = kept_phone(), []
    new.page.route(
        "**/sync", lambda asked: asked.continue_() if is_first(asked) else held.append(asked)
    )
    is_signed_in_on(new, bea)
    new.sees("Fetching your check-ins: 200 so far.")
    already = another_tab(new, "/check-ins").page
    expect(already.locator("[data-list] a")).to_have_count(30)
    held.pop().continue_()
    new.does_not_see("Fetching your check-ins")


def is_first(asked):
    """Whether a phone asks for all from the start."""
    return '"cursor":null' in asked.request.post_data
