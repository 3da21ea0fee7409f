"""The words of reminders: the same for everybody, and nothing to make anything of."""

from datetime import UTC, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from webapp import content
from webapp.reminders.words import words

TELLING = (
    "therap", "counsel", "session", "client", "mood", "alliance", "feel", "appointment", "walk",
    "online", "check", "talk", "repair", "risk", "alert", "missed", "overdue", "great", "!",
)  # fmt: skip
LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 10, 25, 10, tzinfo=UTC)  # clocks went back in the night


def test_each_kind_has_words_and_they_say_nothing():
    notes = content.notes()
    assert set(notes) == set(get_args(content.Note.__annotations__["what"]))
    for note in notes.values():
        said = f"{note.title} {note.timed} {note.text}".lower()
        assert [word for word in TELLING if word in said] == []
        assert max(map(len, (note.title, note.timed, note.text))) <= 40


@pytest.mark.parametrize("what", sorted(content.notes()))
def test_a_tap_opens_a_page_that_is_there(nobody, what):
    told = nobody.asks("GET", content.notes()[what].page, headers={"Accept": "text/html"})
    assert told.status_code in (200, 302)


@pytest.mark.parametrize(
    ("before", "plain", "timed"),
    [
        (timedelta(hours=16), "Ready for tomorrow", "Tomorrow at 10:00"),
        (timedelta(hours=8), "Ready for today", "Today at 10:00"),
    ],
)
def test_the_day_and_the_time_are_those_on_the_phone_s_clock(before, plain, timed):
    now = START - before
    assert words("evening", START, LONDON, False, now).title == plain
    assert words("evening", START, LONDON, True, now).title == timed
