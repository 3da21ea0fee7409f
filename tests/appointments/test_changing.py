"""Ada moves, changes and cancels sessions, and notes what became of them."""

from uuid import uuid4

import pytest

from tests.appointments.typed import (
    books,
    changes,
    field,
    marks,
    notices,
    one,
    seen,
    sessions,
    told,
    words,
)
from tests.pages import A_PERSON

pytestmark = pytest.mark.usefixtures("wednesday")


def test_a_session_is_moved_and_stays_the_same_session(ada, bea):
    books(ada, bea)
    page = changes(ada, bea, one(bea), day="2026-11-27", at="09:30")
    assert field(bea, "starts_at") == ["2026-11-27T09:30:00Z"]
    assert "Fri 27 Nov 2026 09:30 to 10:20" in page
    assert told(bea, "notice") == [{"about": "moved", "of": one(bea)}]


def test_the_form_shows_what_was_said_and_a_change_of_nothing_is_none(ada, bea):
    books(ada, bea)
    changes(ada, bea, one(bea))
    assert len(told(bea)) == 1 and notices(bea) == []


@pytest.mark.parametrize(("day", "about"), [("2026-12-08", ["moved"]), ("2027-02-01", [])])
def test_a_notice_is_for_what_is_near(ada, bea, day, about):
    books(ada, bea, day=day)
    changes(ada, bea, one(bea), at="10:00")
    assert notices(bea) == about


def test_another_meeting_point_is_told_too(ada, bea):
    books(ada, bea)
    changes(ada, bea, one(bea), place="The other car park")
    assert notices(bea) == ["moved"]


def test_a_session_is_cancelled_and_booked_again(ada, bea):
    books(ada, bea)
    assert "Cancelled" in marks(ada, bea, one(bea), "cancelled")
    assert field(bea, "state") == ["cancelled"] and notices(bea) == ["cancelled"]
    marks(ada, bea, one(bea), "booked")
    assert field(bea, "state") == ["booked"] and notices(bea) == ["cancelled", "moved"]


def test_that_it_is_cancelled_is_told_until_its_planned_end(ada, bea, time_machine):
    books(ada, bea)
    time_machine.move_to("2026-11-26T14:49:00Z", tick=False)
    ada.signs_in()
    marks(ada, bea, one(bea), "cancelled")
    marks(ada, bea, one(bea), "booked")
    assert notices(bea) == ["cancelled", "moved"]
    time_machine.move_to("2026-11-26T14:50:00Z", tick=False)
    marks(ada, bea, one(bea), "cancelled")
    assert len(notices(bea)) == 2


@pytest.mark.parametrize("state", ["attended", "missed", "booked"])
def test_what_is_noted_while_it_goes_on_is_told_to_nobody(ada, bea, time_machine, state):
    books(ada, bea)
    time_machine.move_to("2026-11-26T14:10:00Z", tick=False)
    ada.signs_in()
    marks(ada, bea, one(bea), "attended")
    marks(ada, bea, one(bea), state)
    assert notices(bea) == []


@pytest.mark.parametrize(
    ("state", "shown"),
    [("attended", "Took place"), ("missed", "Missed"), ("cancelled", "Cancelled")],
)
def test_what_became_of_it_is_noted_afterwards_and_told_to_nobody_at_once(ada, bea, state, shown):
    books(ada, bea, day="2026-11-24")
    assert shown in marks(ada, bea, one(bea), state)
    assert field(bea, "state") == [state] and notices(bea) == []


def test_what_was_noted_by_mistake_is_taken_back_on_its_page(ada, bea):
    books(ada, bea, day="2026-10-01")
    marks(ada, bea, one(bea), "missed")
    page = words(ada.opens(f"{sessions(bea)}/{one(bea)}"))
    assert "Missed That is what is noted of it." in page and "cancel" not in page
    ada.sends(f"{sessions(bea)}/{one(bea)}/state")
    assert field(bea, "state") == ["booked"]


@pytest.mark.parametrize("state", ["attended", "missed", "cancelled"])
def test_what_is_moved_to_a_time_to_come_is_booked_again_and_the_page_says_so(ada, bea, state):
    books(ada, bea, day="2026-11-24")
    marks(ada, bea, one(bea), state)
    path = f"{sessions(bea)}/{one(bea)}"
    assert "Moved to a time to come, it is booked again." in words(ada.opens(path))
    page = changes(ada, bea, one(bea), day="2026-12-03")
    assert field(bea, "state") == ["booked"] and notices(bea) == ["moved"]
    assert "Thu 3 Dec 2026 14:00 to 14:50 Walk and talk · Car park Online instead" in page


@pytest.mark.parametrize("state", ["attended", "missed", "cancelled"])
def test_what_is_put_right_in_the_past_stays_as_it_was_noted(ada, bea, state):
    books(ada, bea, day="2026-11-24")
    marks(ada, bea, one(bea), state)
    changes(ada, bea, one(bea), day="2026-11-23", minutes="80")
    assert field(bea, "state") == [state] and field(bea, "minutes") == [80]


def test_another_place_books_no_cancelled_session_again(ada, bea):
    books(ada, bea)
    marks(ada, bea, one(bea), "cancelled")
    changes(ada, bea, one(bea), place="The lake")
    assert field(bea, "state") == ["cancelled"]


def test_a_change_with_a_mistake_changes_nothing(ada, bea):
    books(ada, bea)
    for typed in ({"day": ""}, {"place": " "}, {"reach": "all"}, {"zone": "x"}, {"minutes": "4"}):
        page = changes(ada, bea, one(bea), 400, **typed)
        assert "Please look at this again" in page, typed
    assert len(told(bea)) == 1


UNFIT = {
    "a state that is none": ("state", {"state": "lost"}),
    "no state": ("state", {}),
    "a setting that is none": ("setting", {"setting": "moon"}),
    "no setting": ("setting", {}),
}


def test_a_tap_that_no_page_of_ours_offers_changes_nothing(ada, bea):
    books(ada, bea)
    token = seen(ada, bea, one(bea))
    for what, (path, fields) in UNFIT.items():
        path = f"{sessions(bea)}/{one(bea)}/{path}"
        assert (
            ada.asks("POST", path, data={**token, **fields}, headers=A_PERSON).status_code == 404
        ), what
        assert (
            ada.asks("POST", path, data={"state": "cancelled", "setting": "online"}).status_code
            == 404
        )
    assert len(told(bea)) == 1
    assert ada.asks("GET", f"{sessions(bea)}/{uuid4()}", headers=A_PERSON).status_code == 404
