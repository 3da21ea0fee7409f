"""On which days a series takes place, and when that is, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from webapp.appointments.recurrence import (
    Rhythm,
    comes_twice,
    instant,
    is_left_out,
    meant_by,
    on_the_wall,
    zones,
)

LONDON = "Europe/London"
THURSDAY = date(2026, 12, 3)


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


def test_every_week_is_the_same_weekday():
    found = Rhythm(THURSDAY).days(date(2026, 12, 2), date(2026, 12, 24))
    assert found == days("2026-12-03", "2026-12-10", "2026-12-17", "2026-12-24")


def test_what_is_written_already_is_not_asked_for_again():
    found = Rhythm(THURSDAY).days(date(2026, 12, 10), date(2026, 12, 17))
    assert found == days("2026-12-17")


def test_every_other_week_stays_in_step_wherever_one_begins_to_ask():
    found = Rhythm(THURSDAY, 2).days(date(2026, 12, 12), date(2027, 1, 20))
    assert found == days("2026-12-17", "2026-12-31", "2027-01-14")


def test_a_last_day_is_a_last_day_and_what_is_left_out_is_left_out():
    rhythm = Rhythm(THURSDAY, until=date(2027, 1, 7), without=(date(2026, 12, 24),))
    found = rhythm.days(date(2026, 12, 2), date(2028, 1, 1))
    assert found == days("2026-12-03", "2026-12-10", "2026-12-17", "2026-12-31", "2027-01-07")


def test_a_number_of_sessions_counts_those_that_take_place():
    rhythm = Rhythm(THURSDAY, without=(date(2026, 12, 10),))
    assert rhythm.first(3) == days("2026-12-03", "2026-12-17", "2026-12-24")


def test_a_rhythm_is_moved_whole():
    rhythm = Rhythm(THURSDAY, 2, date(2027, 1, 14), (date(2026, 12, 17),))
    moved = rhythm.moved(timedelta(days=1), THURSDAY)
    assert moved == Rhythm(date(2026, 12, 4), 2, date(2027, 1, 15), (date(2026, 12, 18),))


def test_a_rhythm_that_is_moved_later_on_begins_there():
    moved = Rhythm(THURSDAY).moved(timedelta(days=-1), date(2026, 12, 17))
    assert moved == Rhythm(date(2026, 12, 16))


WEEKS = {day: datetime(2026, 12, day, 14, tzinfo=UTC) for day in (3, 10, 17, 24)}
MOVED = {
    "by a day": (4, [10, 17, 24], 3),
    "nearer to the next than to its own": (7, [10, 17, 24], 3),
    "nearer to the one before than to its own": (6, [3, 17, 24], 10),
    "while the next one was moved as well": (9, [3, 24], 10),
    "before the first": (1, [10, 17, 24], 3),
    "behind the last": (30, [3, 10, 17], 24),
    "over the next": (11, [10, 17, 24], 10),
    "not at all": (10, [3, 17, 24], 10),
}


@pytest.mark.parametrize("how", MOVED)
def test_a_session_that_was_moved_stands_for_one_of_the_series(how):
    day, others, expected = MOVED[how]
    start, taken = datetime(2026, 12, day, 14, tzinfo=UTC), {WEEKS[each] for each in others}
    assert meant_by(start, list(WEEKS.values()), taken) == WEEKS[expected]


def test_what_lies_outside_a_series_stands_for_none_of_it():
    long_ago = datetime(2026, 11, 5, 14, tzinfo=UTC)
    assert meant_by(long_ago, list(WEEKS.values()), set(WEEKS.values())) is None
    assert meant_by(long_ago, [], set()) is None


CHANGES = {
    "clocks go back 2026": (["2026-10-22", "2026-10-29"], [13, 14]),
    "clocks go forward 2027": (["2027-03-25", "2027-04-01"], [14, 13]),
    "clocks go back 2027": (["2027-10-28", "2027-11-04"], [13, 14]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_two_in_the_afternoon_stays_two_in_the_afternoon(change):
    week, hours = CHANGES[change]
    found = [instant(day, time(14), LONDON) for day in days(*week)]
    assert [moment.hour for moment in found] == hours
    assert {on_the_wall(moment, LONDON).time() for moment in found} == {time(14)}


def test_a_time_that_the_clocks_leave_out_is_an_hour_later():
    (day,) = days("2027-03-28")
    assert is_left_out(day, time(1, 30), LONDON)
    assert on_the_wall(instant(day, time(1, 30), LONDON), LONDON).time() == time(2, 30)
    assert not is_left_out(day, time(2), LONDON) and not is_left_out(day, time(0, 59), LONDON)


@pytest.mark.parametrize("day", ["2026-10-25", "2027-10-31"])
def test_of_a_time_that_comes_twice_the_first_is_meant(day):
    (day,) = days(day)
    assert comes_twice(day, time(1, 30), LONDON)
    assert instant(day, time(1, 30), LONDON) == datetime.combine(day, time(0, 30), UTC)
    assert not comes_twice(day, time(2), LONDON) and not comes_twice(day, time(0, 59), LONDON)


def test_a_time_that_is_left_out_does_not_come_twice():
    assert not comes_twice(date(2027, 3, 28), time(1, 30), LONDON)


def test_every_zone_that_can_be_chosen_is_one():
    assert LONDON in zones() and "America/New_York" in zones() and "UTC" not in zones()
    assert all(ZoneInfo(name) for name in zones())
