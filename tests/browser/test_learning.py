"""Bea reads up on things: without signal, one piece at a time, and back by the way she came."""

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import eventually


@pytest.fixture
def bea(settled_bea):
    return settled_bea


def test_bea_reads_about_walking_at_a_meeting_point_without_signal(bea):
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.taps("On a walk", "link")
    bea.sees("You set the pace")
    bea.does_not_see("Questions people ask")
    bea.page.get_by_text("Where this comes from").locator("visible=true").click()
    bea.sees("Last looked at on")


def test_bea_comes_back_to_the_line_where_she_left_the_list(bea):
    bea.opens("/learn")
    bea.page.get_by_role("link", name="What if I disagree?").scroll_into_view_if_needed()
    left_at = bea.page.evaluate("scrollY")
    bea.taps("What if I disagree?", "link")
    bea.sees("Part of me does not.")
    assert left_at > 0 and bea.page.evaluate("scrollY") == 0
    bea.page.go_back()
    bea.sees("Questions people ask")
    assert eventually(bea.page, lambda: bea.page.evaluate("scrollY") == left_at)


def test_bea_goes_from_one_piece_to_the_next_and_to_the_list(bea):
    bea.opens("/learn#good-signs")
    bea.taps("Five questions to ask yourself", "link")
    bea.sees("can I come as I am")
    bea.does_not_see("told them weeks ago")
    bea.taps("All pieces", "link")
    bea.sees("Questions people ask")
    bea.does_not_see("can I come as I am")


def test_bea_finds_the_pieces_from_today_and_what_a_first_session_is_like_from_prepare(bea):
    bea.opens("/")
    bea.taps("Learn", "link")
    bea.sees("Short pieces to read when you like")
    bea.opens("/prepare")
    bea.page.get_by_text("Is it your first session?").click()
    bea.taps("What happens in a session", "link")
    bea.sees("Your therapist keeps an eye on the time.")


def test_who_goes_to_a_piece_and_back_hears_what_it_is_and_not_the_way_back_above_it(bea):
    bea.opens("/learn")
    heard = expect(bea.page.locator(":focus"))
    bea.page.get_by_role("link", name="What if I disagree?").press("Enter")
    heard.to_have_text("What if I disagree?")
    bea.page.get_by_role("link", name="All pieces").first.press("Enter")
    heard.to_have_text("Learn")
    bea.opens("/prepare")
    bea.page.get_by_role("link", name="On a walk").press("Enter")
    heard.to_have_text("On a walk")
