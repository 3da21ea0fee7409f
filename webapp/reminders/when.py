"""Whom to remind of what, and at which moment. Pure: no clock, no database, no way of sending."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

EVENING = time(18)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AFTER_THE_END = timedelta(minutes=10)
TOO_LATE = timedelta(minutes=15)  # before the start: whoever is on the way reads nothing more
OPEN_FOR = timedelta(days=2)  # how long a check-in stays open
SOON = timedelta(hours=12)  # a change of what begins sooner than this is told in quiet hours too
# A reminder whose moment had passed by this much when it was chosen is not made up for.
GRACE = timedelta(minutes=5)
NAMES_THE_DAY = frozenset({"evening", "hour"})
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
    zone: tzinfo
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

    def hears_from(self, moment: datetime) -> datetime:
        """The first moment from this one on that is not in quiet hours."""
        if self.quiet is None or not self.is_quiet(moment):
            return moment
        local = moment.astimezone(self.zone)
        ends = datetime.combine(local.date(), self.quiet[1], self.zone).replace(fold=local.fold)
        return (ends if ends > local else ends + DAY).astimezone(UTC)


@dataclass(frozen=True)
class Due:
    """One reminder: what, and when. It is handed over from `since` to `last`, and may arrive until
    `until`."""

    what: str
    since: datetime
    last: datetime
    until: datetime


def due(appointment: Appointment, wish: Wish, now: datetime, told: Told = frozenset()) -> list[Due]:
    """The reminders of one appointment that are due now, in quiet hours or not.

    `told` are those it had already.
    """
    return [
        each
        for each in _all(appointment, wish)
        if wish.since - GRACE <= each.since <= now <= each.last
        and not _had(each.what, appointment, wish, told)
    ]


def goes_at(what: str, appointment: Appointment, wish: Wish, now: datetime) -> datetime | None:
    """The first moment from now on at which one that was due may go; None where it is not wanted
    any more. Quiet hours put off what still makes sense afterwards, and drop what does not."""
    moment = wish.hears_from(now)
    last = [each.last for each in _all(appointment, wish) if each.what == what]
    return moment if last and moment <= last[0] else None


def due_change(starts: Sequence[datetime], wish: Wish, now: datetime) -> Due | None:
    """That an appointment was changed, where this is told. `starts` is when it was to begin at
    first, and after each change. The nearest that is still ahead decides whether it is soon."""
    begins = starts[-1]
    if not wish.changes or begins <= now:
        return None
    soon = min(start for start in starts if start > now) - SOON
    return Due("changed", min(wish.hears_from(now), max(now, soon)), begins, begins)


def lasts_until(what: str, until: datetime, wish: Wish, now: datetime) -> datetime:
    """Until when it may arrive in the words of now: “tomorrow” is wrong when the day is over."""
    return min(until, _midnight_after(now, wish.zone)) if what in NAMES_THE_DAY else until


def _all(appointment: Appointment, wish: Wish) -> Iterator[Due]:
    """Each is sent as long as it makes sense: no evening's word in the last hour, for one."""
    start, end = appointment.starts_at, appointment.ends_at
    if wish.evening and appointment.state in HAPPENS:
        yield Due("evening", _evening_before(start, wish.zone), start - HOUR, start)
    if wish.hour and appointment.state in HAPPENS:
        yield Due("hour", start - HOUR, start - TOO_LATE, start)
    if wish.after and wish.check_ins and appointment.state in HAPPENS:
        yield Due("after", end + AFTER_THE_END, end + OPEN_FOR, end + OPEN_FOR)


def _evening_before(start: datetime, zone: tzinfo) -> datetime:
    """In UTC, so that a clock that changes in between changes nothing."""
    eve = start.astimezone(zone).date() - DAY
    return datetime.combine(eve, EVENING, zone).astimezone(UTC)


def _midnight_after(moment: datetime, zone: tzinfo) -> datetime:
    tomorrow = moment.astimezone(zone).date() + DAY
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)


def _had(what: str, appointment: Appointment, wish: Wish, told: Told) -> bool:
    """One each, never again. An evening's word holds for the day, also when the hour moves."""
    starts = {start for known, start in told if known == what}
    if what != "evening":
        return appointment.starts_at in starts
    return _day(appointment.starts_at, wish) in {_day(start, wish) for start in starts}


def _day(moment: datetime, wish: Wish) -> date:
    return moment.astimezone(wish.zone).date()
