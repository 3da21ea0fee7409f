"""Whom to remind, and when: one each, never again, and right on the days when clocks change."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from tests.reminders.wished import EVERYTHING, LONDON, LONG_AGO, Appointment, at, lived
from webapp.reminders import when
from webapp.reminders.when import Wish


def test_bea_hears_the_evening_before_an_hour_before_and_after_the_end():
    walk = at("2026-11-26T15:00")
    local = [
        (what, f"{moment.astimezone(LONDON):%a %H:%M}") for what, moment in lived(walk, EVERYTHING)
    ]
    assert local == [("evening", "Wed 18:00"), ("hour", "Thu 14:00"), ("after", "Thu 16:00")]


def test_nothing_comes_until_it_is_chosen():
    assert lived(at("2026-11-26T15:00"), Wish(LONG_AGO, LONDON)) == []


@pytest.mark.parametrize("state", ["cancelled", "missed"])
def test_nothing_comes_for_a_session_that_is_not_held(state):
    assert lived(at("2026-11-26T15:00", state=state), EVERYTHING) == []


def test_who_has_stopped_check_ins_is_not_asked_for_one():
    came = lived(at("2026-11-26T15:00"), replace(EVERYTHING, check_ins=False))
    assert [what for what, _ in came] == ["evening", "hour"]


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])  # clocks go forward, clocks go back
def test_the_evening_before_is_six_o_clock_also_when_clocks_change_in_the_night(day):
    (what, moment), *_ = lived(at(f"{day}T10:00"), EVERYTHING)
    local = moment.astimezone(LONDON)
    assert (what, local.time()) == ("evening", time(18))
    assert local.date() == datetime.fromisoformat(day).date() - timedelta(days=1)


def test_an_hour_before_is_an_hour_on_the_day_the_clock_goes_back():
    start = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second half past one of that night
    night = Appointment(start, start + timedelta(minutes=50))
    assert ("hour", start - timedelta(hours=1)) in lived(night, EVERYTHING)


def test_quiet_hours_put_off_what_still_makes_sense_and_drop_what_does_not():
    quiet = replace(EVERYTHING, quiet=(time(17), time(14, 30)))
    came = lived(at("2026-11-26T15:00"), quiet)
    assert [(what, f"{m.astimezone(LONDON):%a %H:%M}") for what, m in came] == [
        ("hour", "Thu 14:30"), ("after", "Thu 16:00"),
    ]  # fmt: skip


def test_a_server_that_was_away_makes_up_for_it_while_it_makes_sense():
    walk = at("2026-11-26T15:00")
    late = [[each.what for each in when.due(walk, EVERYTHING, moment)] for moment in (
        walk.starts_at - timedelta(hours=5), walk.starts_at - timedelta(minutes=20),
        walk.starts_at - timedelta(minutes=5), walk.ends_at + timedelta(days=1),
    )]  # fmt: skip
    assert late == [["evening"], ["hour"], [], ["after"]]


def test_what_was_over_when_it_was_chosen_does_not_come():
    walk = at("2026-11-26T15:00")
    nine = replace(EVERYTHING, since=walk.starts_at - timedelta(hours=18))
    assert [what for what, _ in lived(walk, nine)] == ["hour", "after"]


def test_moved_within_the_day_the_evening_s_word_holds_and_the_hour_s_is_told_anew():
    walk, later = at("2026-11-26T15:00"), at("2026-11-26T17:00")
    told = frozenset({("evening", walk.starts_at), ("hour", walk.starts_at)})
    assert [e.what for e in when.due(later, EVERYTHING, later.starts_at - when.HOUR, told)] == [
        "hour"
    ]
    to_friday = at("2026-11-27T15:00")
    eve = to_friday.starts_at - timedelta(hours=21)
    assert [e.what for e in when.due(to_friday, EVERYTHING, eve, told)] == ["evening"]


NIGHT = replace(EVERYTHING, quiet=(time(21), time(8)))
ELEVEN = datetime(2026, 11, 25, 23, tzinfo=UTC)


def told_after(hours_from_now, wish=NIGHT):
    """In how many hours Bea is told at eleven in the night what begins, or was to begin, then."""
    starts = [ELEVEN + timedelta(hours=hours) for hours in hours_from_now]
    change = when.due_change(starts, wish, ELEVEN)
    return change and (change.since - ELEVEN) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("starts", "hours"),
    [([10], 0), ([40], 9), ([10, 180], 0), ([180, 10], 0), ([-1, 40], 9), ([40, -1], None)],
)
def test_a_change_is_told_in_the_night_when_the_old_or_the_new_start_is_near(starts, hours):
    assert told_after(starts) == hours


def test_in_long_quiet_hours_a_change_is_told_once_its_session_is_near():
    assert told_after([14], replace(NIGHT, quiet=(time(17), time(14, 30)))) == 2


def test_a_change_is_told_at_once_by_day_and_never_where_nobody_asked_for_it():
    assert told_after([40], EVERYTHING) == 0
    assert told_after([10], replace(EVERYTHING, changes=False)) is None


def test_tomorrow_lasts_until_midnight_where_the_phone_is():
    walk, eve = at("2026-06-26T15:00"), datetime(2026, 6, 25, 17, tzinfo=UTC)
    lasts = lambda what, now: when.lasts_until(what, walk.starts_at, EVERYTHING, now)  # noqa: E731
    midnight = datetime(2026, 6, 25, 23, tzinfo=UTC)
    assert lasts("evening", eve) == midnight
    assert lasts("hour", midnight + timedelta(hours=1)) == walk.starts_at
    assert lasts("changed", eve) == walk.starts_at


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-11-25"])
def test_quiet_hours_end_when_the_clock_on_the_wall_says_so(day):
    quiet = replace(EVERYTHING, quiet=(time(22), time(1, 30)))
    moment = datetime.fromisoformat(day).replace(tzinfo=LONDON).astimezone(UTC)
    for minutes in range(-120, 180, 5):
        ends = quiet.hears_from(moment + timedelta(minutes=minutes))
        assert not quiet.is_quiet(ends) and ends >= moment + timedelta(minutes=minutes)
    assert quiet.hears_from(moment).astimezone(LONDON).time() in (time(1, 30), time(2, 30))
