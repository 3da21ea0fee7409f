"""Ada books sessions with Bea, and Bea's phone has them."""

import pytest

from tests import dump
from tests.appointments.booked import an_hour_passes
from tests.appointments.typed import (
    CALL,
    WALK,
    WEEKLY,
    books,
    filled,
    sessions,
    told,
    words,
)
from tests.pages import Visitor

pytestmark = pytest.mark.usefixtures("wednesday")


def test_a_session_is_an_entry_in_beas_journal_as_the_contract_says(ada, bea):
    page = books(ada, bea)
    assert told(bea) == [
        {
            "starts_at": "2026-11-26T14:00:00Z", "zone": "Europe/London", "minutes": 50,
            "setting": "walk_and_talk", "place": "Car park\nPast the church.", "link": "",
            "state": "booked",
        }
    ]  # fmt: skip
    assert "Thu 26 Nov 2026 14:00 to 14:50" in page and "Walk and talk · Car park" in page


def test_a_call_has_a_link(ada, bea):
    books(ada, bea, **CALL)
    assert told(bea)[0]["link"] == "https://calls.example/ada"


def test_a_client_who_has_not_come_in_yet_finds_it_when_they_do(app, ada, cast):
    link = ada.opens("/practice").find("strong", string="Ben").parent["href"]
    new = f"{link}/sessions/new"
    ada.opens(new)
    ada.sends(new, **WALK)
    assert len(told(Visitor(app).joins(cast["Ben"]))) == 1


def test_the_second_time_the_form_is_filled_in_as_for_the_last(ada, bea):
    books(ada, bea, minutes="90")
    typed = filled(ada.opens(f"{sessions(bea)}/new"))
    expected = {**WALK, "day": "2026-12-03", "minutes": "90", "every_weeks": "1"}
    assert {name: typed[name].replace("\r", "") for name in expected} == expected


def test_the_next_one_in_a_room_does_not_keep_the_link_of_the_last_call(ada, bea):
    books(ada, bea, **CALL)
    typed = filled(ada.opens(f"{sessions(bea)}/new"))
    ada.sends(f"{sessions(bea)}/new", **{**typed, "setting": "in_person", "place": "Room 4"})
    assert [each["link"] for each in told(bea)] == [CALL["link"], ""]


def test_after_a_walk_the_link_of_the_last_call_is_still_known(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea)
    assert filled(ada.opens(f"{sessions(bea)}/new"))["link"] == CALL["link"]


def test_ada_is_not_asked_about_a_link_that_the_form_does_not_show(ada, bea):
    books(ada, bea, link="half a link")
    assert told(bea)[0]["link"] == ""


def test_the_first_time_it_is_filled_in_with_what_is_usual(ada, ben):
    typed = filled(ada.opens(f"{sessions(ben)}/new"))
    assert typed["setting"] == "in_person" and typed["minutes"] == "50" and typed["day"] == ""


def test_a_day_long_ago_is_followed_by_the_same_weekday_soon(ada, bea):
    books(ada, bea, day="2026-10-01")
    assert filled(ada.opens(f"{sessions(bea)}/new"))["day"] == "2026-11-26"


def test_behind_a_long_series_the_day_is_left_open(ada, bea):
    books(ada, bea, **WEEKLY)
    typed = filled(ada.opens(f"{sessions(bea)}/new"))
    assert (typed["day"], typed["at"]) == ("", "14:00")


def test_an_overlap_is_pointed_out_and_not_forbidden(ada, bea, ben):
    books(ada, ben, at="14:30", minutes="60")
    page = books(ada, bea)
    assert "At the same time: Ben, 14:30 to 15:30." in page and len(told(bea)) == 1
    assert "At the same time: Bea, 14:00 to 14:50." in words(ada.opens(sessions(ben)))


def test_one_after_the_other_is_no_overlap(ada, bea, ben):
    books(ada, ben, at="14:50")
    assert "At the same time" not in books(ada, bea)


def test_a_form_that_is_sent_twice_books_once(app, ada, bea, after):
    for _ in range(2):
        books(ada, bea, day="2026-12-01")
        books(ada, bea, **WEEKLY)
    assert len(told(bea)) == 14
    after(days=8)
    assert an_hour_passes(app) == 1


MISTAKES = {
    "no day": ({"day": ""}, "Please choose the day."),
    "a blank day": ({"day": " "}, "Please choose the day."),
    "a blank time": ({"at": " "}, "Please choose the time."),
    "a day that is none": ({"day": "2026-02-30"}, "Please give the day as a date"),
    "a day in the year 1": ({"day": "0001-01-01"}, "Please choose a day of the last year"),
    "a day more than a year ago": ({"day": "2025-11-20"}, "Please choose a day of the last year"),
    "the last day there is": ({"day": "9999-12-31"}, "Please choose a day of the last year"),
    "no time": ({"at": ""}, "Please choose the time."),
    "a time that is none": ({"at": "25:00"}, "Please give the time as hours and minutes"),
    "a time that the clocks leave out": (
        {"day": "2027-03-28", "at": "01:30"},
        "The clocks go forward on 28 March 2027, and there is no 01:30.",
    ),
    "no length": ({"minutes": ""}, "Please say how long it is."),
    "a length in words": ({"minutes": "an hour"}, "Please give a whole number in figures."),
    "a length of nothing": ({"minutes": "0"}, "Please give a length of 5 to 480 minutes."),
    "a length beyond numbers": ({"minutes": "9" * 5000}, "Please give a whole number"),
    "a length of 400 figures": ({"minutes": "9" * 400}, "Please give a length of 5 to 480"),
    "no setting": ({"setting": ""}, "Please choose how you meet."),
    "an unknown setting": ({"setting": "on the moon"}, "Please choose how you meet."),
    "a walk from nowhere": ({"place": " \n "}, "Please say where you meet."),
    "a call without a link": ({**CALL, "link": ""}, "Please give the link to the call"),
    "a link without encryption": ({**CALL, "link": "http://calls.example"}, "begins with https://"),
    "a link for another program": ({**CALL, "link": "skype:ada?call"}, "begins with https://"),
    "a number to ring": ({**CALL, "link": "tel:01632960777"}, "begins with https://"),
    "a link that is a script": ({**CALL, "link": "javascript://alert(1)"}, "begins with https://"),
    "a link with blanks": ({**CALL, "link": "https://a b"}, "has no blanks in it."),
    "a link without an end": ({**CALL, "link": "https://a/" + "x" * 2000}, "at most 2,000 letters"),
    "a place without an end": ({"place": "x" * 2001}, "at most 2,000 letters"),
    "an unknown zone": ({"zone": "Middle/Earth"}, "Please choose a time zone from the list."),
    "a path for a zone": ({"zone": "../../etc/passwd"}, "Please choose a time zone"),
    "an unknown repetition": ({"repeats": "often"}, "Please say whether it repeats."),
    "every no weeks": ({**WEEKLY, "every_weeks": "0"}, "Please give 1 to 12 weeks."),
    "an end before the beginning": ({**WEEKLY, "until": "2026-11-25"}, "Please choose a last day"),
    "an end far away": ({**WEEKLY, "until": "2999-01-01"}, "within two years of the first."),
    "two ends": ({**WEEKLY, "until": "2027-01-01", "number": "3"}, "not both."),
    "a thousand sessions": ({**WEEKLY, "number": "1000"}, "Please give 1 to 104 sessions."),
    "nothing left": ({**WEEKLY, "until": "2026-11-26", "without_1": "2026-11-26"}, "No session is"),
    "a day left out at the end of time": (
        {**WEEKLY, "without_1": "9999-12-31"},
        "within two years",
    ),
    "a day left out that is none": ({**WEEKLY, "without_2": "soon"}, "Please give the day as"),
    "no token": ({"csrf_token": ""}, "This page no longer fitted your browser."),
}


def kept(app):
    """What booking could have changed."""
    rows = dump.rows(app)
    return {table: rows[table] for table in ("entry", "appointment", "series", "journal")}


def test_ada_is_told_what_to_look_at_again_and_nothing_is_booked(app, ada, bea):
    before = kept(app)
    for mistake, (typed, sentence) in MISTAKES.items():
        page = books(ada, bea, 400, **typed)
        assert "Please look at this again" in page and sentence in page, mistake
        shown = ada.page.find(id="place").text.strip()
        assert shown == typed.get("place", WALK["place"]).strip(), mistake
    assert kept(app) == before


def test_ada_is_told_of_all_that_is_missing_at_once(ada, bea):
    page = books(ada, bea, 400, day="", place="")
    assert "Please choose the day." in page and "Please say where you meet." in page


def test_a_link_that_ada_no_longer_sees_keeps_no_walk_from_being_booked(ada, bea):
    books(ada, bea, link="https://calls.example/" + "x" * 2000)
    assert len(told(bea)) == 1


def test_no_place_and_no_link_lies_open_in_the_database(app, ada, bea):
    books(ada, bea, place="By the old oak", **WEEKLY)
    books(ada, bea, **{**CALL, "link": "https://calls.example/secret-room"}, **WEEKLY)
    kept = dump.everything(app)
    assert b"old oak" not in kept and b"secret-room" not in kept


def test_what_was_left_in_fields_that_are_not_seen_does_not_count(ada, bea):
    left = {"every_weeks": "52", "number": "0", "until": "2020-01-01"}
    books(ada, bea, **left)
    assert len(told(bea)) == 1
