"""Where much was said, Bea is shown the latest, and goes on from there to what was earlier."""

from playwright.sync_api import expect

from tests.browser.disk import writes


def test_bea_goes_on_from_the_first_of_the_earlier_ones(bea):
    writes(bea, 60)
    bea.syncs()
    bea.opens("/check-ins")
    shown = bea.page.locator("[data-list] a")
    expect(shown).to_have_count(30)
    bea.taps("Show earlier ones")
    expect(shown).to_have_count(60)
    expect(shown.nth(30)).to_be_focused()
    bea.opens("/phone")
    bea.page.locator("on-this-phone summary").click()
    shown = bea.page.locator("[data-days] a")
    expect(shown).to_have_count(50)
    bea.taps("Show earlier ones")
    expect(shown).to_have_count(60)
    expect(shown.nth(50)).to_be_focused()
