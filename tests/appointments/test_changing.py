"""Ada moves, changes and cancels sessions, and notes what became of them."""

from uuid import uuid4

import pytest

from tests.appointments.typed import (
    CALL,
    books,
    changes,
    field,
    filled,
    marks,
    notices,
    sessions,
    standing,
    switches,
    told,
    words,
)
from tests.pages import A_PERSON


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)


def one(client):
    """The record of the one appointment that there is."""
    (record,) = standing(client)
    return record


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


def test_rain_is_one_tap_where_the_call_is_known(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea)
    _, walk = standing(bea)
    page = switches(ada, bea, walk, "online")
    assert field(bea, "link")[1] == CALL["link"] and field(bea, "place")[1] == ""
    assert "Online" in page and notices(bea) == ["setting_changed"]
    switches(ada, bea, walk, "walk_and_talk")
    assert field(bea, "setting") == ["online", "walk_and_talk"]


def test_where_the_call_is_not_known_yet_its_link_is_asked_for(ada, bea):
    books(ada, bea)
    page = switches(ada, bea, one(bea), "online")
    assert "You have not met on a call here yet, so please say where." in page
    assert filled(ada.page)["setting"] == "online" and len(told(bea)) == 1


def test_the_next_walk_is_where_the_last_one_was(ada, bea):
    books(ada, bea, place="The lake")
    books(ada, bea, day="2026-12-03", **CALL)
    _, call = standing(bea)
    switches(ada, bea, call, "walk_and_talk")
    assert field(bea, "place") == ["The lake", "The lake"]


def test_the_walk_that_became_a_call_goes_back_to_where_it_was_itself(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea, place="The lake")
    _, walk = standing(bea)
    switches(ada, bea, walk, "online")
    books(ada, bea, day="2026-12-03", place="Only this once: the zoo")
    switches(ada, bea, walk, "walk_and_talk")
    assert field(bea, "place")[1] == "The lake"


def test_the_next_walk_is_where_the_one_before_is_not_a_later_or_cancelled_one(ada, bea):
    books(ada, bea, day="2026-11-19", place="The lake")
    for day, place in [("2026-12-10", "The zoo"), ("2026-11-20", "Nowhere")]:
        books(ada, bea, day=day, place=place)
    marks(ada, bea, list(standing(bea))[2], "cancelled")
    books(ada, bea, day="2026-12-03", **CALL)
    switches(ada, bea, list(standing(bea))[3], "walk_and_talk")
    assert field(bea, "place")[3] == "The lake"


def test_a_link_to_a_call_never_stands_for_the_way_to_a_room(ada, bea):
    books(ada, bea, **CALL)
    changes(ada, bea, one(bea), setting="in_person", place="Room 4")
    assert (field(bea, "place"), field(bea, "link")) == (["Room 4"], [""])


def test_a_call_after_a_walk_has_the_link_of_the_last_call(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea)
    _, walk = standing(bea)
    changes(ada, bea, walk, setting="online")
    assert field(bea, "link") == [CALL["link"], CALL["link"]]


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


def test_another_setting_is_one_tap_away_only_while_it_is_short_notice(ada, bea):
    books(ada, bea, day="2026-12-24")
    assert "Online instead" not in words(ada.page)
    books(ada, bea, day="2026-12-03")
    assert words(ada.page).count("Online instead") == 1


def test_a_change_with_a_mistake_changes_nothing(ada, bea):
    books(ada, bea)
    for typed in ({"day": ""}, {"place": " "}, {"reach": "all"}, {"zone": "x"}, {"minutes": "4"}):
        page = changes(ada, bea, one(bea), 400, **typed)
        assert "Please look at this again" in page, typed
    assert len(told(bea)) == 1


UNFIT = {
    "a state that is none": ("state", {"state": "lost"}),
    "no state": ("state", {}),
    "attended before it was": ("state", {"state": "attended"}),
    "a setting that is none": ("setting", {"setting": "moon"}),
    "no setting": ("setting", {}),
}


def test_a_tap_that_no_page_of_ours_offers_changes_nothing(ada, bea):
    books(ada, bea)
    ada.opens(sessions(bea))
    token = {"csrf_token": ada.page.find("input", {"name": "csrf_token"})["value"]}
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
