"""Whatever was chosen, and whenever: each reminder comes once, and makes sense."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reminders.wished import LONG_AGO, Appointment, lived
from webapp.reminders import when
from webapp.reminders.when import Wish

ANY_PACE = settings(deadline=None, max_examples=60)
ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]
).map(ZoneInfo)
CLOCK = st.times().map(lambda t: t.replace(second=0, microsecond=0))
STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda t: t.replace(second=0, microsecond=0, tzinfo=UTC)
)
STATES = st.sampled_from(["booked", "cancelled", "attended", "missed"])
WISHES = st.builds(
    Wish, st.just(LONG_AGO), ZONES, st.booleans(), st.booleans(), st.booleans(), st.booleans(),
    st.booleans(), st.none() | st.tuples(CLOCK, CLOCK),
)  # fmt: skip


@ANY_PACE
@given(STARTS, st.integers(15, 180), STATES, WISHES)
def test_whatever_was_chosen_each_comes_once_at_most_never_in_quiet_hours(start, long, state, wish):
    appointment = Appointment(start, start + timedelta(minutes=long), state=state)
    came = lived(appointment, wish, timedelta(minutes=13))
    names = [what for what, _ in came]
    assert len(names) == len(set(names))
    assert not any(wish.is_quiet(moment) for _, moment in came)
    assert all(getattr(wish, name) for name in names)
    assert not names or state in ("booked", "attended")
    assert "after" not in names or wish.check_ins


@ANY_PACE
@given(STARTS, WISHES, st.integers(0, 60 * 24 * 5))
def test_what_is_due_makes_sense_at_that_moment(start, wish, minutes):
    appointment = Appointment(start, start + timedelta(minutes=50))
    now = start - timedelta(days=2) + timedelta(minutes=minutes)
    for each in when.due(appointment, wish, now):
        assert each.since <= now <= each.last <= each.until
        assert (now < start) == (each.what != "after")
        if each.what == "evening":
            assert each.since.astimezone(wish.zone).time() == time(18)


@ANY_PACE
@given(STARTS, WISHES)
def test_without_quiet_hours_nothing_chosen_is_lost(start, wish):
    appointment = Appointment(start, start + timedelta(minutes=50))
    loud = replace(wish, quiet=None)
    wanted = {name for name in ("evening", "hour", "after") if getattr(loud, name)}
    wanted -= set() if loud.check_ins else {"after"}
    assert {what for what, _ in lived(appointment, loud, timedelta(minutes=13))} == wanted
