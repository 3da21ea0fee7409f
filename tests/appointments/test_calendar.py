"""Bea's own calendar, as a program for calendars reads it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from tests import dump
from tests.appointments.booked import book, book_weekly, diary_of, person
from webapp.appointments import planned
from webapp.extensions import db

pytestmark = pytest.mark.usefixtures("wednesday")


def address(client):
    """A new address of a client's calendar, as a path."""
    return client.posts("/calendar-feed")["url"].removeprefix("http://localhost:8000")


def events(somebody, path):
    """What a program reads there."""
    answer = somebody.asks("GET", path, headers={})
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    return Calendar.from_ical(answer.data).walk("VEVENT")


def becomes(app, ada, client, record, **otherwise):
    """Ada changes an appointment."""
    with app.app_context():
        appointment = planned.one(person(client), record)
        diary_of(ada, client).change(appointment, replace(appointment.said, **otherwise))
        db.session.commit()


def test_it_says_when_and_nothing_else(app, ada, bea, nobody):
    record = book(app, ada, bea)
    (event,) = events(nobody, address(bea))
    assert (event["UID"], event["SUMMARY"], event["CLASS"]) == (
        str(record),
        "Appointment",
        "PRIVATE",
    )
    assert event.start == datetime(2026, 11, 26, 14, tzinfo=UTC)
    assert event.end - event.start == timedelta(minutes=50)
    assert event["STATUS"] == "CONFIRMED" and event.sequence == 1
    before = [event.start - alarm.trigger for alarm in event.alarms.times]
    assert before == [timedelta(days=1), timedelta(hours=1)]
    assert not any(word in str(event) for word in ("Car park", "walk", "Ada", "Bea"))


def test_what_moves_keeps_its_id_and_says_that_it_is_newer(app, ada, bea, nobody):
    record, path = book(app, ada, bea), address(bea)
    becomes(app, ada, bea, record, starts_at=datetime(2026, 11, 27, 9, tzinfo=UTC))
    (event,) = events(nobody, path)
    assert event["UID"] == str(record) and event.sequence > 1
    assert event.start == datetime(2026, 11, 27, 9, tzinfo=UTC)


def test_what_is_cancelled_stays_in_it_and_says_so(app, ada, bea, nobody):
    record, path = book(app, ada, bea), address(bea)
    becomes(app, ada, bea, record, state="cancelled")
    (event,) = events(nobody, path)
    assert event["STATUS"] == "CANCELLED" and event.alarms.times == []


@pytest.mark.parametrize(
    ("first_on", "hours"), [("2027-03-18", [14, 14, 13]), ("2027-10-21", [13, 13, 14])]
)
def test_a_series_keeps_its_time_on_the_wall(app, ada, bea, nobody, first_on, hours):
    book_weekly(app, ada, bea, first_on=date.fromisoformat(first_on))
    found = events(nobody, address(bea))
    assert [event.start.hour for event in found[:3]] == hours
    assert len({event["UID"] for event in found}) == 13


def test_a_new_address_ends_the_old_one(ada, bea, nobody):
    old, new = address(bea), address(bea)
    assert nobody.asks("GET", old).status_code == 404
    assert events(nobody, new) == []


def test_an_address_that_was_ended_is_one_of_nobody(bea, nobody):
    path = address(bea)
    bea.posts("/calendar-feed/end", status=204)
    assert nobody.asks("GET", path).data == nobody.asks("GET", "/calendar/x.ics").data
    bea.posts("/calendar-feed/end", status=204)


def test_it_holds_nothing_of_anybody_else(app, ada, bea, ben, nobody):
    book(app, ada, ben)
    assert events(nobody, address(bea)) == []


def test_only_the_hash_of_its_secret_is_kept(app, bea):
    secret = address(bea).split("/")[-1].removesuffix(".ics")
    assert len(secret) == 43 and secret.encode() not in dump.everything(app)


def test_it_ends_with_the_account(app, bea, nobody):
    path = address(bea)
    app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"])
    assert nobody.asks("GET", path).status_code == 404


def test_a_therapist_has_none(ada):
    ada.is_refused(404, "not_found", "/calendar-feed")
