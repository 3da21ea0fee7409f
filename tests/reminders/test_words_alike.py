"""Who carries a notification cannot tell from its length what it is about."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from webapp import content
from webapp.reminders.push import message
from webapp.reminders.words import words

STARTS = datetime(2026, 11, 28, 10, tzinfo=UTC)
ORIGIN = "https://a-practice-with-a-rather-long-name.footing.example:8443"


def test_every_notification_is_as_long_as_any_other():
    moments = STARTS - timedelta(hours=15), STARTS - timedelta(hours=3)
    sizes = {
        len(message(words(what, STARTS, ZoneInfo("UTC"), timed, at), "t" * 32, ORIGIN).encode())
        for what, timed, at in product(content.notes(), (True, False), moments)
    }
    assert len(sizes) == 1
