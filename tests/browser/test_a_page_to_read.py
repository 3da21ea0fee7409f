"""All that is kept of Bea as a page to read, where there is little, much, or what is new to it."""

import pytest
from bs4 import BeautifulSoup

MADE = "2026-11-23T18:00:00Z"
NOTHING = {
    "person": "bea", "name": "Bea", "practice": "Hillside", "therapist": "Ada", "made_at": MADE,
    "closes_at": None, "handovers": [], "entries": [], "readings": [],
    "sign_ins": [], "links": [], "let_in": [], "notified": [], "reminders": [],
}  # fmt: skip
ENTRY = {
    "seq": 1, "entry": "one", "record": "it", "base": None, "resolves": [], "kind": "goal",
    "schema": 1, "op": "put", "body": None, "author": "bea", "written_at": MADE, "zone": "UTC",
    "received_at": MADE,
}  # fmt: skip


def told(bea, *entries):
    """The headings and lines of the page that these make."""
    everything = {**NOTHING, "entries": [{**ENTRY, **each} for each in entries]}
    page = BeautifulSoup(bea.calls("export.js", "asPage", everything), "html.parser")
    return [part.get_text() for part in page.body.find_all(["h1", "h2", "p"])]


@pytest.fixture
def reading(settled_bea):
    settled_bea.opens("/my-data")
    return settled_bea


def test_where_nothing_was_said_the_page_says_whose_it_is(reading):
    assert told(reading) == [
        "What Footing keeps of you",
        "Bea · Hillside · 23 November 2026",
    ]


def test_what_is_withheld_stands_there_as_what_is_not_here_yet(reading):
    assert told(reading, {"kind": "withheld"})[2] == "1. Not here yet"


def test_what_was_deleted_and_emptied_has_its_place_and_no_words(reading):
    emptied, deleted = told(reading, {}, {"seq": 2, "op": "delete"})[2::2]
    assert (emptied, deleted) == ("1. A goal", "2. A deletion")


def test_a_kind_that_is_newer_than_the_phone_has_a_name_and_stops_nothing(reading):
    page = told(reading, {"kind": "picture", "body": '{"a": [1]}'}, {"seq": 2})
    assert page[2].startswith("1. A note") and page[4].startswith("2. A goal")


def test_a_check_in_of_a_shape_that_is_newer_than_the_phone_stops_nothing(reading):
    body = '{"setting": "on_the_moon", "ratings": {"warmth": 9}, "words": "Far away."}'
    page = told(reading, {"kind": "check_in", "body": body}, {"seq": 2})
    assert "Far away." in page and page[-2] == "2. A goal"


def test_a_word_without_end_breaks_within_the_page(reading, tmp_path):
    body = f'{{"words": "{"Ow" * 1000}", "state": "proposed"}}'
    everything = {**NOTHING, "entries": [{**ENTRY, "body": body}]}
    page = tmp_path / "page.html"
    page.write_text(reading.calls("export.js", "asPage", everything))
    reading.page.goto(page.as_uri())
    assert reading.page.evaluate("document.documentElement.scrollWidth") == 390
