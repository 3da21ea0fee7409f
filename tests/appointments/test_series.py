"""Ada books a series, and ends it; what is only one session’s stays so."""

from uuid import UUID

import pytest

from tests.appointments.booked import an_hour_passes, person
from tests.appointments.typed import (
    CALL,
    WEEKLY,
    books,
    changes,
    field,
    marks,
    sessions,
    standing,
    starts,
    weekly,
    words,
)
from webapp.extensions import db

pytestmark = pytest.mark.usefixtures("wednesday")


def test_every_week_is_written_out_twelve_weeks_ahead_and_goes_on_by_itself(app, ada, bea, after):
    page = books(ada, bea, **WEEKLY)
    assert starts(bea)[0] == "2026-11-26T14:00" and starts(bea)[-1] == "2027-02-18T14:00"
    assert len(starts(bea)) == 13 and "Every week on Thursday at 14:00" in page
    assert an_hour_passes(app) == 0
    after(days=8)
    assert an_hour_passes(app) == 1 and an_hour_passes(app) == 0
    assert starts(bea)[-1] == "2027-02-25T14:00"


def test_every_other_week_until_a_day_with_days_left_out(app, ada, bea):
    books(
        ada, bea, **{**WEEKLY, "every_weeks": "2", "until": "2027-01-21", "without_1": "2026-12-24"}
    )
    assert [day[:10] for day in starts(bea)] == [
        "2026-11-26",
        "2026-12-10",
        "2027-01-07",
        "2027-01-21",
    ]


def test_six_sessions_are_six_that_take_place(app, ada, bea, after):
    books(ada, bea, **WEEKLY, number="6", without_1="2026-12-24", without_2="2026-12-31")
    assert [day[:10] for day in starts(bea)][-3:] == ["2026-12-17", "2027-01-07", "2027-01-14"]
    after(days=200)
    assert an_hour_passes(app) == 0


def test_two_oclock_stays_two_oclock_when_the_clocks_change(ada, bea, time_machine):
    time_machine.move_to("2027-03-17T12:00:00Z", tick=False)
    ada.signs_in()
    books(ada, bea, day="2027-03-18", **WEEKLY)
    bea.signs_in()
    assert starts(bea)[:3] == ["2027-03-18T14:00", "2027-03-25T14:00", "2027-04-01T13:00"]


def test_a_series_over_a_night_without_the_hour_says_what_happens(ada, bea, time_machine):
    time_machine.move_to("2027-03-17T12:00:00Z", tick=False)
    ada.signs_in()
    page = books(ada, bea, day="2027-03-21", at="01:30", **WEEKLY)
    assert "Sun 28 Mar 2027 02:30 to 03:20" in page
    assert "The clocks go forward over 01:30, so this is at 02:30." in page


def test_what_ada_moved_by_hand_on_such_a_night_is_not_put_down_to_the_clocks(
    ada, bea, time_machine
):
    time_machine.move_to("2027-03-17T12:00:00Z", tick=False)
    ada.signs_in()
    books(ada, bea, day="2027-03-21", at="01:30", **WEEKLY)
    bea.signs_in()
    page = changes(ada, bea, [*standing(bea)][1], at="10:00", reach="one")
    assert "Sun 28 Mar 2027 10:00 to 10:50" in page and "go forward" not in page


def test_where_the_clocks_go_forward_by_half_an_hour_that_is_said(ada, bea, time_machine):
    time_machine.move_to("2026-09-16T12:00:00Z", tick=False)
    ada.signs_in()
    page = books(ada, bea, day="2026-09-27", at="02:15", zone="Australia/Lord_Howe", **WEEKLY)
    assert "The clocks go forward over 02:15, so this is at 02:45." in page


def test_a_session_that_becomes_weekly_is_the_first_of_the_series(ada, bea):
    books(ada, bea)
    books(ada, bea, **WEEKLY, number="3", minutes="80")
    assert [each["minutes"] for each in standing(bea).values()] == [80, 80, 80]


def test_what_ada_booked_by_hand_stays_when_the_series_comes_to_that_hour(app, ada, bea, after):
    weekly(ada, bea, **CALL)
    books(ada, bea, day="2027-02-25", place="Park gate")
    after(days=15)
    assert an_hour_passes(app) == 1
    assert field(bea, "starts_at")[-2:] == ["2027-02-25T14:00:00Z", "2027-03-04T14:00:00Z"]
    assert field(bea, "place")[-2:] == ["Park gate", ""]


@pytest.mark.parametrize("number", ["3", ""])
def test_a_series_cancelled_one_by_one_is_booked_again_by_the_same_form(ada, bea, number):
    records = weekly(ada, bea, number=number)
    for record in records:
        marks(ada, bea, record, "cancelled")
    page = books(ada, bea, **WEEKLY, number=number)
    assert field(bea, "state") == ["cancelled"] * len(records) + ["booked"] * len(records)
    assert page.count("Every week on Thursday") == (not number)


def test_a_series_of_which_one_was_cancelled_is_not_booked_twice(ada, bea):
    records = weekly(ada, bea, number="3")
    marks(ada, bea, records[1], "cancelled")
    weekly(ada, bea, number="3")
    assert field(bea, "state") == ["booked", "cancelled", "booked"]


def test_an_exception_in_a_series_changes_only_itself(ada, bea):
    records = weekly(ada, bea, number="3")
    changes(ada, bea, records[1], at="16:00", reach="one")
    assert [start[11:13] for start in field(bea, "starts_at")] == ["14", "16", "14"]


def test_a_series_is_ended_and_what_is_booked_stays(app, ada, bea, after):
    weekly(ada, bea)
    ada.opens(sessions(bea))
    (path,) = [form["action"] for form in ada.page.find_all("form") if "/series/" in form["action"]]
    page = words(ada.sends(path))
    assert "Every week" not in page and field(bea, "state") == ["booked"] * 13
    after(days=30)
    assert an_hour_passes(app) == 0


def test_what_stays_of_a_series_is_said_before_it_ends(ada, bea):
    records = weekly(ada, bea)
    marks(ada, bea, records[-1], "cancelled")
    page = words(ada.opens(sessions(bea)))
    assert "12 sessions of it stay booked, the last on Thursday, 11 February 2027, 14:00." in page
    assert ada.page.find("button", string="End the series").find_parent("details")


def hand_over(app, client, therapist):
    """As a hand-over will leave it: the client has another therapist."""
    with app.app_context():
        person(client).therapist_id = UUID(therapist.id)
        db.session.commit()


def test_nobody_goes_on_in_the_name_of_a_therapist_who_has_handed_over(app, ada, bea, olga, after):
    first, *_ = weekly(ada, bea)
    hand_over(app, bea, olga)
    assert "Thu 26 Nov 2026" in words(olga.opens(sessions(bea)))
    assert olga.opens(f"{sessions(bea)}/{first}", status=404)
    after(days=30)
    assert an_hour_passes(app) == 0
