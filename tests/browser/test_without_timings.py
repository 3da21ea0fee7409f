"""A browser that tells pages nothing of their timings, so that nobody is told apart by them."""

from playwright.sync_api import expect

TELLS_NOTHING = """Performance.prototype.getEntriesByType = () => [];
    PerformanceObserver.prototype.observe = () => {};"""


def test_in_a_browser_that_tells_no_timings_one_can_sign_in(new_phone):
    somebody = new_phone()
    somebody.runs_first(TELLS_NOTHING)
    somebody.opens("/sign-in")
    expect(somebody.page.locator("sign-in-button button").first).to_be_enabled()
