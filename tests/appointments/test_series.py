"""Ada books a series, and changes and ends it; what is only one session's stays so."""

from datetime import date, timedelta
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
    notices,
    sessions,
    standing,
    starts,
    words,
)
from webapp.extensions import db


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)


def weekly(ada, client, **otherwise):
    """Ada books a series. Returns the records in order."""
    books(ada, client, **WEEKLY, **otherwise)
    return list(standing(client))


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
    assert "The clocks go forward over 01:30, so this is an hour later." in page


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


def test_this_and_all_that_follow_move_together_and_the_series_goes_on_so(app, ada, bea, after):
    records = weekly(ada, bea)
    changes(ada, bea, records[1], day="2026-12-04", at="15:00", reach="following")
    starts = field(bea, "starts_at")
    assert starts[:3] == ["2026-11-26T14:00:00Z", "2026-12-04T15:00:00Z", "2026-12-11T15:00:00Z"]
    assert list(standing(bea)) == records and len(set(starts)) == 13
    after(days=9)
    assert an_hour_passes(app) == 1
    assert field(bea, "starts_at")[-2:] == ["2027-02-19T15:00:00Z", "2027-02-26T15:00:00Z"]


def test_what_was_changed_for_one_only_stays_when_all_are_changed(ada, bea):
    records = weekly(ada, bea, number="3")
    changes(ada, bea, records[2], **{**CALL, "place": "Or I ring you"})
    changes(ada, bea, records[1], minutes="80", reach="following")
    assert field(bea, "minutes") == [50, 80, 80]
    assert field(bea, "setting") == ["walk_and_talk", "walk_and_talk", "online"]


def test_another_place_for_the_walks_leaves_the_one_call_among_them_as_it_is(ada, bea):
    records = weekly(ada, bea)
    changes(ada, bea, records[2], **CALL)
    changes(ada, bea, records[1], place="The lake", reach="following")
    assert field(bea, "place")[1:4] == ["The lake", "", "The lake"]


def test_in_a_room_from_now_on_no_session_keeps_the_link_of_a_call(ada, bea):
    records = weekly(ada, bea)
    changes(ada, bea, records[2], **CALL)
    changes(ada, bea, records[1], setting="in_person", reach="following")
    assert set(field(bea, "link")) == {""}


@pytest.mark.parametrize(
    ("moved", "chosen"), [("04", "07"), ("04", "04"), ("07", "07"), ("11", "11"), ("02", "02")]
)
def test_what_follows_one_that_was_moved_stands_as_the_form_says(
    app, ada, bea, after, moved, chosen
):
    records = weekly(ada, bea)
    changes(ada, bea, records[1], day=f"2026-12-{moved}")
    changes(ada, bea, records[1], day=f"2026-12-{chosen}", at="15:00", reach="following")
    after(days=20)
    an_hour_passes(app)
    days = sorted({start[:10] for start in field(bea, "starts_at") if "T15" in start})
    first = date.fromisoformat(f"2026-12-{chosen}")
    assert days == [str(first + timedelta(weeks=n)) for n in range(len(days))]
    assert len(days) > 12


def test_what_was_said_of_one_only_is_said_of_all_that_follow_it(ada, bea):
    records = weekly(ada, bea, number="4")
    changes(ada, bea, records[1], at="16:00", place="The lake")
    changes(ada, bea, records[1], reach="following")
    assert [start[11:13] for start in field(bea, "starts_at")] == ["14", "16", "16", "16"]
    assert field(bea, "place")[1:] == ["The lake"] * 3


def test_sessions_before_a_change_for_all_do_not_become_what_the_series_is_now(ada, bea):
    records = weekly(ada, bea, number="4")
    changes(ada, bea, records[2], day="2026-12-11", at="16:00", reach="following")
    changes(ada, bea, records[0], minutes="80", reach="following")
    assert starts(bea) == [
        "2026-11-26T14:00", "2026-12-03T14:00", "2026-12-11T16:00", "2026-12-18T16:00"
    ]  # fmt: skip
    assert field(bea, "minutes") == [80] * 4


def test_an_exception_in_a_series_changes_only_itself(ada, bea):
    records = weekly(ada, bea, number="3")
    changes(ada, bea, records[1], at="16:00", reach="one")
    assert [start[11:13] for start in field(bea, "starts_at")] == ["14", "16", "14"]


def test_a_change_for_all_keeps_the_time_on_the_wall_across_the_clocks(ada, bea, time_machine):
    time_machine.move_to("2027-03-17T12:00:00Z", tick=False)
    ada.signs_in(), bea.signs_in()
    records = weekly(ada, bea, day="2027-03-18", number="3")
    changes(ada, bea, records[0], at="16:00", reach="following")
    assert [start[11:13] for start in field(bea, "starts_at")] == ["16", "16", "15"]


def test_this_and_all_that_follow_are_cancelled_and_the_series_ends(app, ada, bea, after):
    records = weekly(ada, bea)
    page = marks(ada, bea, records[2], "cancelled", reach="following")
    assert field(bea, "state") == ["booked", "booked"] + ["cancelled"] * 11
    assert "Every week" not in page and notices(bea) == []
    after(days=90)
    assert an_hour_passes(app) == 0


def test_what_was_noted_of_the_past_is_not_cancelled_with_the_rest(ada, bea):
    records = weekly(ada, bea, day="2026-11-19", number="3")
    marks(ada, bea, records[0], "attended")
    marks(ada, bea, records[0], "cancelled", reach="following")
    assert field(bea, "state") == ["cancelled", "booked", "booked"]


def test_a_series_is_ended_and_what_is_booked_stays(app, ada, bea, after):
    weekly(ada, bea)
    ada.opens(sessions(bea))
    (path,) = [form["action"] for form in ada.page.find_all("form") if "/series/" in form["action"]]
    page = words(ada.sends(path))
    assert "Every week" not in page and field(bea, "state") == ["booked"] * 13
    after(days=30)
    assert an_hour_passes(app) == 0


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
