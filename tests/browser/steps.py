"""Saying what felt off: one question a screen, as a thumb goes through it."""

from playwright.sync_api import expect

KIND, WORDS = "I went quiet", "I said yes last time, but inside I was not sure."


def chooses(bea, words):
    """One of the rows of the step that is shown."""
    step = bea.page.locator("fieldset:not([hidden])")
    name = step.get_attribute("data-step")
    bea.page.wait_for_timeout(230)  # a tap at once would count as half of a double tap
    step.get_by_label(words).click()
    bea.page.locator(f"fieldset[data-step={name}]").wait_for(state="hidden")


def goes_to_her_own_words(bea):
    """Past the sentences that are offered."""
    bea.opens("/say-it")
    bea.taps("Skip")
    bea.taps("In my own words")


def says_in_her_own_words(bea, words, way):
    """Without the sentences that are offered."""
    goes_to_her_own_words(bea)
    bea.page.get_by_role("textbox").fill(words)
    bea.taps(way)


def says_it(bea, way):
    """From the thanks to the words, and the way to raise them."""
    bea.taps("Help me say it", "link")
    bea.sees("What was it like?")
    chooses(bea, KIND)
    chooses(bea, WORDS)
    expect(bea.page.get_by_role("textbox")).to_have_value(WORDS)
    bea.taps(way)
    bea.page.wait_for_url("**/talking-points#*")
