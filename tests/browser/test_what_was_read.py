"""Bea sees what Ada has read, and is told of it when she takes something back."""

import pytest
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.disk import writes

WORDS = "Kingfisher by the weir."


@pytest.fixture
def read(ada, bea):
    """Bea, whose words Ada has had open."""
    bea.sends_a_check_in(words=WORDS)
    bea.opens("/my-data")
    expect(bea.page.get_by_text("Nothing of yours so far.")).to_be_visible()
    ada.opens_page_of(bea)
    expect(ada.page.get_by_text(WORDS)).to_be_visible()
    return bea


def test_bea_takes_back_what_ada_has_read_and_is_told_when_it_was(ada, read):
    read.opens("/my-data")
    listed = read.page.locator("what-was-read")
    expect(listed.get_by_text("Ada had it open today at")).to_be_visible()
    looks.hold(read)
    listed.get_by_role("link", name="A check-in").click()
    read.taps("Stop sharing with Ada")
    expect(read.page.get_by_text("Ada had it open today at")).to_be_visible()
    read.receives()
    expect(read.page.get_by_text("Only you can see this. Ada had it open today at")).to_be_visible()
    ada.opens_page_of(read)
    expect(ada.page.get_by_text(WORDS)).to_have_count(0)


def test_without_signal_nobody_pretends_to_know_what_was_read(bea):
    bea.sends_a_check_in(words=WORDS)
    bea.context.set_offline(True)
    bea.opens("/my-data")
    expect(bea.page.get_by_text("nobody can tell here what was read")).to_be_visible()
    expect(bea.page.locator("what-was-read")).to_be_hidden()
    bea.opens("/check-ins")
    bea.page.locator("[data-list] a").first.click()
    bea.taps("Stop sharing with Ada")
    expect(
        bea.page.get_by_text("With signal, this page tells whether Ada had it open")
    ).to_be_visible()


def test_of_much_that_was_read_bea_sees_the_latest_and_on_request_all(ada, bea):
    writes(bea, 7, shared=True)
    bea.syncs()
    ada.opens_page_of(bea)
    bea.opens("/my-data")
    read = bea.page.locator("what-was-read li a")
    expect(read).to_have_count(5)
    bea.taps("Show all of it")
    expect(read).to_have_count(7)
    expect(read.nth(5)).to_be_focused()
