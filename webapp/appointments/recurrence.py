"""Pure: on which days a series takes place, and what a clock on the wall means on a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from dateutil import tz
from dateutil.rrule import WEEKLY, rrule, rruleset


@dataclass(frozen=True)
class Rhythm:
    """Every so many weeks from a first day; `until` is a last one, `without` are left out."""

    first_on: date
    every_weeks: int = 1
    until: date | None = None
    without: tuple[date, ...] = ()

    def days(self, after: date, end: date) -> list[date]:
        """The days behind `after`, up to and with `end`, in order."""
        last = min(end, self.until or end)
        found = self._rules().between(_noon(after), _noon(last), inc=True)
        return [each.date() for each in found if after < each.date()]

    def first(self, number: int) -> list[date]:
        """The first days, as many as asked, whatever `until` says."""
        return [each.date() for each in islice(self._rules(), number)]

    def moved(self, by: timedelta, since: date) -> "Rhythm":
        """The same rhythm from one of its days on, each day of it later."""
        without = tuple(day + by for day in self.without)
        until = self.until and self.until + by
        return Rhythm(max(self.first_on, since) + by, self.every_weeks, until, without)

    def _rules(self) -> rruleset:
        rules = rruleset()
        rules.rrule(rrule(WEEKLY, dtstart=_noon(self.first_on), interval=self.every_weeks))
        for day in self.without:
            rules.exdate(_noon(day))
        return rules


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def meant_by(start: datetime, moments: list[datetime], taken: set[datetime]) -> datetime | None:
    """Which of the moments of a series something that was moved to `start` stands for: the nearest
    one between the two next to it that are taken; where none is left there, the former of them."""
    before = max((each for each in taken if each <= start), default=None)
    after = min((each for each in taken if each > start), default=None)
    left = [m for m in moments if (not before or before < m) and (not after or m < after)]
    return min(left, key=lambda each: abs(each - start), default=after and before)


def instant(day: date, at: time, zone: str) -> datetime:
    """The moment when a clock on the wall in `zone` shows this time on this day, in UTC.

    A time that the clocks leave out is as much later as they are put forward; of one that comes
    twice, the first is meant.
    """
    wall: datetime = tz.resolve_imaginary(datetime.combine(day, at, ZoneInfo(zone)))
    return wall.astimezone(UTC)


def on_the_wall(moment: datetime, zone: str) -> datetime:
    """A moment as the clock and the calendar in `zone` show it."""
    return moment.astimezone(ZoneInfo(zone))


def is_left_out(day: date, at: time, zone: str) -> bool:
    """Whether the clocks go forward on this day, right over this time."""
    return not tz.datetime_exists(datetime.combine(day, at, ZoneInfo(zone)))


def comes_twice(day: date, at: time, zone: str) -> bool:
    """Whether the clocks go back on this day, and show this time once more."""
    wall = datetime.combine(day, at, ZoneInfo(zone))
    return not is_left_out(day, at, zone) and tz.datetime_ambiguous(wall)


@cache
def zones() -> list[str]:
    """The zones that a person may choose: a region and a place, in order."""
    regions = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia",
               "Europe", "Indian", "Pacific")  # fmt: skip
    return sorted(name for name in available_timezones() if name.split("/")[0] in regions)
