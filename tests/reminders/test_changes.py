"""Bea is told that something has changed: in time, once, and beside everything else."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.appointments.booked import book
from tests.appointments.typed import WEEKLY, books, marks, standing
from tests.reminders.people import EVE, QUIET, WALK, chooses, reminded, states
from tests.reminders.test_e_mail import BY_MAIL
from tests.reminders.test_what_comes import WALKS, change, titles

NIGHT = EVE.replace(hour=22)
BREAKFAST = WALK.replace(hour=7, minute=30)
WEEK = timedelta(days=7)
CHANGED = "Something has changed"


def test_in_the_night_she_hears_that_tomorrow_s_early_session_is_another_day(app, ada, bea, clock):
    record = book(app, ada, bea, replace(WALKS, starts_at=BREAKFAST))
    chooses(bea, push=True, changes=True, quiet=QUIET)
    clock(NIGHT)
    change(app, ada, bea, record, starts_at=BREAKFAST + WEEK)
    assert (reminded(app), titles(bea)) == (1, [CHANGED])


def test_what_is_not_near_waits_for_the_morning_and_what_is_near_does_not_wait_for_it(
    app, ada, bea, clock
):
    far = book(app, ada, bea, replace(WALKS, starts_at=WALK + WEEK))
    near = book(app, ada, bea, replace(WALKS, starts_at=BREAKFAST))
    chooses(bea, push=True, changes=True, quiet=QUIET)
    clock(NIGHT)
    change(app, ada, bea, far, place="Park gate")
    assert reminded(app) == 0
    change(app, ada, bea, near, place="Park gate")
    assert (reminded(app), titles(bea)) == (1, [CHANGED])


def test_another_tap_in_the_night_does_not_take_back_what_she_is_told_in_the_morning(
    app, ada, bea, clock
):
    record = book(app, ada, bea, replace(WALKS, starts_at=WALK + WEEK))
    choice = chooses(bea, push=True, changes=True, quiet=QUIET)
    clock(NIGHT)
    change(app, ada, bea, record, place="Park gate")
    assert reminded(app) == 0
    clock(NIGHT + timedelta(minutes=20))
    chooses(bea, choice, push=True, changes=True, hour=True, quiet=QUIET)
    clock(WALK.replace(hour=8))
    assert (reminded(app), titles(bea)) == (1, [CHANGED])


def test_what_she_switched_off_while_it_waited_does_not_come(app, ada, bea, clock, push_service):
    record = book(app, ada, bea, WALKS)
    choice = chooses(bea, push=True, changes=True)
    change(app, ada, bea, record, place="Park gate")
    push_service.answers.append((503, {}))
    assert reminded(app) == 0
    chooses(bea, choice, push=True, evening=True)
    clock(EVE - timedelta(hours=5))
    assert (reminded(app), states(app)) == (0, {"changed": "failed"})


def test_a_change_and_the_evening_s_word_do_not_take_each_other_s_place(app, ada, bea, clock):
    record = book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True, changes=True)
    clock(EVE)
    change(app, ada, bea, record, place="Park gate")
    assert reminded(app) == 2
    told = [told["notification"]["tag"] for told in bea.phone.shown]
    assert len(set(told)) == 2 and told == [headers["Topic"] for headers, _ in bea.phone.came]


@pytest.fixture
def weekly(ada, bea):
    """Bea meets Ada every week, and hears of changes by e-mail."""
    books(ada, bea, **WEEKLY)
    chooses(bea, **BY_MAIL, changes=True)


def test_who_is_told_that_this_and_all_that_follow_are_off_gets_one_e_mail(
    app, ada, bea, clock, letters, weekly
):
    marks(ada, bea, next(iter(standing(bea))), "cancelled", reach="following")
    went = [reminded(app)]
    clock(EVE)
    went.append(reminded(app))
    assert (went, [letter["Subject"] for letter in letters.came]) == ([1, 0], [CHANGED])


def test_what_changed_after_she_was_told_is_told_as_well(app, ada, bea, clock, letters, weekly):
    first, second, *_ = standing(bea)
    for record, moment in ((first, EVE), (second, EVE + timedelta(seconds=20))):
        clock(moment)
        marks(ada.signs_in(), bea, record, "cancelled")
        assert reminded(app) == 1
