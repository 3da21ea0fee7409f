"""An appointment as the planning sees it, wishes, and what comes by them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from webapp.reminders import when
from webapp.reminders.when import Wish

LONDON = ZoneInfo("Europe/London")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
EVERYTHING = Wish(LONG_AGO, LONDON, evening=True, hour=True, after=True, changes=True)
STEP = timedelta(minutes=5)


@dataclass(frozen=True)
class Appointment:
    """An appointment as the planning sees it."""

    starts_at: datetime
    ends_at: datetime
    setting: str = "walk_and_talk"
    state: str = "booked"


def at(text, zone=LONDON, **more):
    start = datetime.fromisoformat(text).replace(tzinfo=zone)
    return Appointment(start.astimezone(UTC), start.astimezone(UTC) + timedelta(minutes=50), **more)


def lived(appointment, wish, step=STEP):
    """What comes, and when, if it is looked every few minutes from days before to days after."""
    told, waits, came = set(), [], []
    moment, end = appointment.starts_at - timedelta(days=2), appointment.ends_at + when.OPEN_FOR
    while moment <= end + step:
        fresh = [e.what for e in when.due(appointment, wish, moment, frozenset(told))]
        told.update((what, appointment.starts_at) for what in fresh)
        asked = {what: when.goes_at(what, appointment, wish, moment) for what in waits + fresh}
        came += [(what, moment) for what, goes_at in asked.items() if goes_at == moment]
        waits = [what for what, goes_at in asked.items() if goes_at and goes_at > moment]
        moment += step
    return came
