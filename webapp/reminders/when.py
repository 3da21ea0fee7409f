"""Whom to remind of what, and at which moment. Pure: no clock, no database, no way of sending."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

EVENING = time(18)
HOUR = timedelta(hours=1)
AFTER_THE_END = timedelta(minutes=10)
TOO_LATE = timedelta(minutes=15)  # before the start: whoever is on the way reads nothing more
OPEN_FOR = timedelta(days=2)  # how long a check-in stays open
SOON = timedelta(hours=12)  # a change of what begins sooner than this is told in quiet hours too
# A reminder whose moment had passed by this much when it was chosen is not made up for.
GRACE = timedelta(minutes=5)
HAPPENS = frozenset({"booked", "attended"})
Told = Collection[tuple[str, datetime]]  # what, and the start that it was for


class Appointment(Protocol):
    """What is asked of an appointment, whatever it is. Both moments are aware."""

    starts_at: datetime
    ends_at: datetime
    state: str


@dataclass(frozen=True)
class Wish:
    """What a person chose, since when, and the zone of their phone's clock. `quiet` is from when
    until when, on that clock."""

    since: datetime
    zone: ZoneInfo
    check_ins: bool = True
    evening: bool = False
    hour: bool = False
    after: bool = False
    changes: bool = False
    quiet: tuple[time, time] | None = None

    def is_quiet(self, moment: datetime) -> bool:
        """Whether this person wants to hear nothing just now."""
        if self.quiet is None:
            return False
        (begins, ends), at = self.quiet, moment.astimezone(self.zone).time()
        return begins <= at < ends if begins <= ends else at >= begins or at < ends


@dataclass(frozen=True)
class Due:
    """One reminder: what, and when. It begins to be sent from `since` to `last`, and may arrive
    until `until`."""

    what: str
    since: datetime
    last: datetime
    until: datetime


def due(appointment: Appointment, wish: Wish, now: datetime, told: Told = frozenset()) -> list[Due]:
    """The reminders of one appointment that are due now.

    `told` are those it had already. Quiet hours put off what
    still makes sense afterwards, and drop what does not.
    """
    if wish.is_quiet(now):
        return []
    return [
        each
        for each in _all(appointment, wish)
        if wish.since - GRACE <= each.since <= now <= each.last
        and not _had(each.what, appointment, wish, told)
    ]


def is_told_now(begins: datetime, wish: Wish, now: datetime) -> bool:
    """Whether to say at once that an appointment has changed, which begins at this moment."""
    if not wish.changes or begins <= now:
        return False
    return not wish.is_quiet(now) or begins - now <= SOON


def _all(appointment: Appointment, wish: Wish) -> Iterator[Due]:
    """Each is sent as long as it makes sense: no evening's word in the last hour, for one."""
    start, end = appointment.starts_at, appointment.ends_at
    if wish.evening and appointment.state in HAPPENS:
        yield Due("evening", _evening_before(start, wish.zone), start - HOUR, start)
    if wish.hour and appointment.state in HAPPENS:
        yield Due("hour", start - HOUR, start - TOO_LATE, start)
    if wish.after and wish.check_ins and appointment.state in HAPPENS:
        yield Due("after", end + AFTER_THE_END, end + OPEN_FOR, end + OPEN_FOR)


def _evening_before(start: datetime, zone: ZoneInfo) -> datetime:
    """In UTC, so that a clock that changes in between changes nothing."""
    eve = start.astimezone(zone).date() - timedelta(days=1)
    return datetime.combine(eve, EVENING, zone).astimezone(UTC)


def _had(what: str, appointment: Appointment, wish: Wish, told: Told) -> bool:
    """One each, never again. An evening's word holds for the day, also when the hour moves."""
    starts = {start for known, start in told if known == what}
    if what != "evening":
        return appointment.starts_at in starts
    return _day(appointment.starts_at, wish) in {_day(start, wish) for start in starts}


def _day(moment: datetime, wish: Wish) -> date:
    return moment.astimezone(wish.zone).date()
