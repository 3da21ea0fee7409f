"""Ada moves, changes and cancels sessions, and notes what became of them."""

from uuid import UUID, uuid4

import pytest

from tests.appointments.booked import an_hour_passes, person
from tests.appointments.typed import (
    CALL,
    WEEKLY,
    books,
    changes,
    filled,
    marks,
    sessions,
    standing,
    switches,
    told,
    words,
)
from tests.pages import A_PERSON
from webapp.extensions import db


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)


def one(client):
    """The record of the one appointment that there is."""
    (record,) = standing(client)
    return record


def weekly(ada, client, **otherwise):
    """Ada books a series. Returns the records in order."""
    books(ada, client, **WEEKLY, **otherwise)
    return list(standing(client))


def field(client, name):
    """One field of every appointment, in the order in which they began."""
    return [each[name] for each in standing(client).values()]


def notices(client):
    return [notice["about"] for notice in told(client, "notice")]


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


def test_another_setting_is_one_tap_away_only_while_it_is_short_notice(ada, bea):
    books(ada, bea, day="2026-12-24")
    assert "Online instead" not in words(ada.page)
    books(ada, bea, day="2026-12-03")
    assert words(ada.page).count("Online instead") == 1


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
