"""Every page, in every look: nothing that axe finds, no sideways scrolling, no small target."""

import pytest
from playwright.sync_api import expect

from tests.browser import looks, places


@pytest.fixture(scope="module")
def bea(bea_with_a_past):
    return bea_with_a_past


@pytest.mark.parametrize("path", places.OF_BEA)
def test_every_page_of_beas_is_right_in_every_look(bea, path):
    places.is_right(bea, path, places.OF_BEA[path])


@pytest.mark.parametrize("path", places.FOLDED_OF_BEA)
def test_what_is_folded_away_is_right_too(bea, path):
    places.is_right_unfolded(bea, path, places.FOLDED_OF_BEA[path])


@pytest.mark.parametrize("path", places.OF_NOBODY)
def test_what_a_phone_shows_before_anybody_signs_in_is_right(new_phone, path):
    places.is_right(new_phone(), path, places.OF_NOBODY[path])


WITH_LONG_WORDS = {
    "/develop": "a ring for each",
    "/check-in": "Completely",
    "/reminders": "Nothing",
}


@pytest.mark.parametrize("path", WITH_LONG_WORDS)
def test_no_word_of_beas_is_broken_where_there_is_least_room(bea, path):
    holds_every_word_whole(bea, path, WITH_LONG_WORDS[path])


def test_nor_is_one_of_adas(ada, bea):
    holds_every_word_whole(ada, bea.invitation.client, "Setting by setting")
    holds_every_word_whole(ada, "/practice/settings", "How to get in touch")


def holds_every_word_whole(person, path, words):
    """All that is on the page, unfolded, and nothing of it beside the screen."""
    person.opens(path)
    person.sees(words)
    places.unfolds(person)
    with looks.least_room(person) as page:
        assert page.evaluate(looks.BROKEN) == []
        assert page.evaluate(looks.WIDER, 320) == []


def test_no_number_to_call_is_cut_off(bea):
    bea.opens("/help")
    cut_off = bea.page.evaluate("""[...document.querySelectorAll('main li a')].filter(link =>
        link.getBoundingClientRect().bottom > link.closest('ul').getBoundingClientRect().bottom)
        .map(link => link.textContent)""")
    assert cut_off == []


def test_what_unfolds_downwards_points_down_from_right_to_left_too(new_phone):
    phone = new_phone()
    phone.opens("/sign-in")
    with looks.right_to_left(phone) as page:
        arrow = "getComputedStyle(document.querySelector('summary'), '::after')"
        assert page.evaluate(f"[{arrow}.direction, {arrow}.rotate]") == ["ltr", "90deg"]


def test_bright_is_one_tap_and_stays_until_the_next(bea):
    bea.opens("/")
    bea.taps("Bright")
    bea.opens("/prepare")
    paper = bea.page.evaluate("getComputedStyle(document.body).backgroundColor")
    bea.taps("Bright")
    bea.opens("/")
    again = bea.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper, again) == ("rgb(255, 255, 255)", "rgb(251, 248, 241)")


def test_larger_text_is_one_tap_and_stays_until_the_next(bea):
    sizes = []
    for words in ("Largest", "As your phone has it"):
        bea.opens("/phone")
        row = bea.page.get_by_label(words, exact=True)
        row.scroll_into_view_if_needed()
        before = row.bounding_box()["y"]
        row.check()
        assert abs(row.bounding_box()["y"] - before) < 2  # it stays under the thumb
        bea.opens("/prepare")
        sizes.append(bea.page.evaluate("getComputedStyle(document.body).fontSize"))
    assert sizes == ["28.5px", "19px"]


def test_the_bar_below_never_hides_the_last_line(bea):
    bea.opens("/help")
    for look, _ in looks.LOOKS.values():
        with look(bea) as page:
            last_line_is_above_the_bar(page)


def test_nor_with_the_largest_text_on_a_small_screen(bea):
    bea.opens("/help")
    bea.page.evaluate("document.documentElement.dataset.text = 'largest'")
    with looks.narrow(bea) as page:
        last_line_is_above_the_bar(page)
        page.set_viewport_size({"width": 640, "height": 360})
        last_line_is_above_the_bar(page)
        page.evaluate("scrollTo(0, 0)")
        expect(page.locator(".tabs")).not_to_be_in_viewport()


@pytest.mark.parametrize("wide", (320, 360, 390, 768))
def test_the_names_of_the_places_stand_apart_however_large_the_text_is(bea, wide):
    bea.opens("/")
    usual = bea.page.viewport_size
    bea.page.set_viewport_size({"width": wide, "height": 800})
    names_stand_apart(bea.page)
    with looks.large_text(bea) as page:
        names_stand_apart(page)
    bea.page.set_viewport_size(usual)


def names_stand_apart(page):
    for size in ("", "larger", "largest"):
        page.evaluate("size => document.documentElement.dataset.text = size", size)
        least = page.evaluate(LEAST_BETWEEN_NAMES)
        assert least > 0.5, f"{size}: {least} of a letter's height"
    page.evaluate("document.documentElement.dataset.text = ''")


LEAST_BETWEEN_NAMES = """(() => {
    const spans = [...document.querySelectorAll('.tabs span')];
    const names = spans.map(one => one.getBoundingClientRect());
    const between = names.flatMap((name, n) => {
        const next = names[n + 1] ?? {};
        return next.top === name.top ? [next.left - name.right] : [];
    });
    return Math.min(...between) / parseFloat(getComputedStyle(spans[0]).fontSize);
})()"""


def last_line_is_above_the_bar(page):
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    line, bar = (page.locator(one).bounding_box() for one in (".foot__help", ".tabs"))
    assert line["y"] + line["height"] <= bar["y"]


def test_the_bar_below_never_hides_what_has_the_focus(bea):
    bea.opens("/help")
    for _ in bea.page.locator("a, button").all():
        bea.page.keyboard.press("Tab")
        seen = bea.page.evaluate(
            """(({bottom, left, right}) => document.activeElement.contains(
            document.elementFromPoint((left + right) / 2, bottom - 3))
            )(document.activeElement.getBoundingClientRect())"""
        )
        assert seen, bea.page.evaluate("document.activeElement.outerHTML")


def test_the_checks_themselves_see_what_is_wrong(bea):
    bea.opens("/away")
    bea.page.evaluate(
        "document.querySelector('main').append(Object.assign(document.createElement('button'),"
        " {textContent: 'x', ariaLabel: ''}), document.createElement('img'))"
    )
    with pytest.raises(AssertionError) as told:
        looks.hold(bea)
    assert "light: image-alt" in str(told.value) and "right to left: 2" in str(told.value)
