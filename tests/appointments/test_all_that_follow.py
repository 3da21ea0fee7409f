"""Ada changes or cancels a session and all that follow it in its series."""

from datetime import date, timedelta

import pytest

from tests.appointments.booked import an_hour_passes
from tests.appointments.typed import (
    CALL,
    changes,
    field,
    marks,
    notices,
    sessions,
    standing,
    starts,
    weekly,
    words,
)

pytestmark = pytest.mark.usefixtures("wednesday")


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


def test_the_series_ends_also_where_the_one_in_hand_was_moved_far_ahead(app, ada, bea, after):
    records = weekly(ada, bea)
    changes(ada, bea, records[-1], day="2027-06-03", reach="one")
    marks(ada, bea, records[-1], "cancelled", reach="following")
    after(days=30)
    assert an_hour_passes(app) == 0


def test_what_goes_with_all_that_follow_is_said_before(ada, bea):
    records = weekly(ada, bea, number="4")
    marks(ada, bea, records[2], "cancelled")
    page = words(ada.opens(f"{sessions(bea)}/{records[1]}"))
    assert "2 sessions are cancelled: this one and all that follow" in page
    assert "the last on Thursday, 17 December, 14:00." in page
    assert ada.page.find("button", string="Cancel 2 sessions").find_parent("details")


def test_where_none_follows_only_the_end_of_the_series_is_said(ada, bea):
    records = weekly(ada, bea)
    page = words(ada.opens(f"{sessions(bea)}/{records[-1]}"))
    assert "This session is cancelled. None that follows is booked yet. The series ends" in page


def test_what_was_noted_of_the_past_is_not_cancelled_with_the_rest(ada, bea):
    records = weekly(ada, bea, day="2026-11-19", number="3")
    marks(ada, bea, records[0], "attended")
    marks(ada, bea, records[0], "cancelled", reach="following")
    assert field(bea, "state") == ["cancelled", "booked", "booked"]
