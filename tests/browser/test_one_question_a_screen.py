"""The seven questions: answered, skipped, gone back to, and tapped twice."""

import re

from playwright.sync_api import expect

from tests.browser.clocks import passes, stands_still
from tests.browser.stored import on_the_server


def test_a_session_that_is_in_no_diary_can_be_another_day_and_setting(bea):
    bea.opens("/check-in")
    bea.taps("Change")
    bea.page.get_by_label("Online").check()
    bea.page.get_by_label("On which day?").fill("2026-01-05")
    bea.taps("Next")
    bea.sees("Online, ")
    bea.answers(*["Mostly"] * 6)
    bea.sees("Meeting on a call worked for me.")


def test_no_session_that_has_been_was_tomorrow(bea):
    bea.opens("/check-in")
    bea.taps("Change")
    day = bea.page.get_by_label("On which day?")
    today = day.input_value()
    day.fill("2099-01-05")
    bea.taps("Next")
    bea.does_not_see("2099")
    bea.taps("Change")
    expect(day).to_have_value(today)


def test_a_question_can_be_skipped_and_gone_back_to(bea):
    bea.opens("/check-in")
    bea.taps("Skip")
    bea.sees("2 of 7")
    bea.taps("Back")
    bea.sees("1 of 7")
    bea.answers("Mostly")
    bea.page.go_back()
    expect(bea.page.get_by_label("Mostly").first).to_be_checked()


def test_who_hears_a_question_hears_it_once_and_which_of_the_seven_it_is(bea):
    bea.begins()
    heard = expect(bea.page.locator(":focus"))
    heard.to_have_role("group")
    heard.to_have_accessible_name("1 of 7: I could be just as I am, without a brave face.")
    bea.taps("Skip")
    heard.to_have_accessible_name(re.compile("^2 of 7: "))


def test_an_arrow_key_only_chooses_and_enter_or_space_moves_on(bea):
    bea.begins()
    bea.page.keyboard.press("Tab")
    bea.page.keyboard.press("ArrowDown")
    passes(bea, seconds=1)
    bea.sees("1 of 7")
    bea.page.keyboard.press("Enter")
    bea.sees("2 of 7")
    bea.page.keyboard.press("Tab")
    bea.page.keyboard.press("Space")
    bea.sees("3 of 7")


def test_what_bea_chooses_with_a_screen_reader_moves_on_too(bea):
    """On an iPhone its double tap is one click, with no finger and no key before it."""
    bea.begins()
    bea.page.get_by_label("Mostly").first.evaluate("row => row.click()")
    passes(bea, milliseconds=150)
    bea.sees("2 of 7")


def test_words_that_are_too_long_are_said_to_be_and_all_of_them_stay_in_sight(bea):
    bea.begins(*["Mostly"] * 7)
    field = bea.page.get_by_role("textbox")
    field.fill("🥾" * 2001)
    bea.sees("1 character too many")
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight")
    expect(bea.page.get_by_role("button", name="Save and share")).to_be_disabled()


def test_how_much_is_left_is_read_aloud_when_bea_pauses_and_not_after_each_key(bea):
    bea.begins(*["Mostly"] * 7)
    field, left = bea.page.get_by_role("textbox"), bea.page.locator("#words-left")
    stands_still(bea)
    field.fill("x" * 1900)
    expect(left).to_have_text("100 characters left")  # at once, or it would move what is below it
    field.press_sequentially("aloud")
    expect(left).to_have_text("100 characters left")
    passes(bea, seconds=1)
    expect(left).to_have_text("95 characters left")


def test_a_row_fills_from_where_it_is_tapped(bea):
    bea.begins()
    row = bea.page.locator("fieldset:not([hidden]) .row").first
    for end, share in ("left", 0.1), ("right", 0.9):
        x, width = row.bounding_box()["width"] * share, row.bounding_box()["width"]
        row.dispatch_event("pointerdown", {"clientX": row.bounding_box()["x"] + x, "bubbles": True})
        origin = row.evaluate("row => getComputedStyle(row, '::before').transformOrigin")
        assert abs(float(origin.split("px")[0]) - share * width) < 5, end


def test_a_double_tap_answers_one_question_only(bea):
    bea.begins()
    stands_still(bea)
    shown = bea.page.locator("fieldset:not([hidden])")
    for step, between_ms in enumerate([0, 100, 200, 350], 2):
        there = shown.get_by_label("Mostly").bounding_box()
        for _ in range(2):
            bea.page.mouse.click(there["x"] + 5, there["y"] + 5)
            passes(bea, milliseconds=between_ms)
        passes(bea, seconds=1)
        bea.sees(f"{step} of 7")
        expect(shown.locator(":checked")).to_have_count(0)


def test_a_double_tap_on_save_keeps_one_check_in(bea, server):
    bea.begins(*["Mostly"] * 7)
    bea.page.get_by_role("button", name="Save, only for me").evaluate("b => (b.click(), b.click())")
    bea.receives()
    assert on_the_server(server, bea) == 1
