"""Appointments as Ada's pages make them, for tests that begin behind those pages."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from webapp.appointments import diary
from webapp.appointments.diary import Diary
from webapp.appointments.schema import AppointmentBody
from webapp.appointments.series import Series
from webapp.extensions import db
from webapp.people.models import Person

WALK = AppointmentBody(
    starts_at=datetime(2026, 11, 26, 14, tzinfo=UTC), zone="Europe/London", minutes=50,
    setting="walk_and_talk", place="Car park\nPast the church.", link="", state="booked",
)  # fmt: skip
WEEKLY = {
    "first_on": date(2026, 11, 26), "every_weeks": 1, "until": None, "without": [], "at": time(14),
    "zone": "Europe/London", "minutes": 50, "setting": "walk_and_talk", "place": "Car park",
    "link": "",
}  # fmt: skip


def person(visitor):
    """The row of somebody who has come in."""
    return db.session.get(Person, UUID(visitor.id))


def diary_of(ada, client):
    """Ada's diary of one client, in the transaction that begins now."""
    return Diary.of(person(ada), person(client))


def book(app, ada, client, said=WALK):
    """Ada books one. Returns its record."""
    with app.app_context():
        record = diary_of(ada, client).book(said)
        db.session.commit()
        return record


def book_weekly(app, ada, client, **otherwise):
    """Ada books a series. Returns its id."""
    told = {**WEEKLY, **otherwise}
    with app.app_context():
        open_diary = diary_of(ada, client)
        series = Series(
            journal_id=open_diary.journal_id, author_id=UUID(ada.id),
            written_until=date.fromordinal(told["first_on"].toordinal() - 1), **told,
        )  # fmt: skip
        open_diary.begin(series)
        db.session.commit()
        return series.id


def an_hour_passes(app):
    """What the server does by itself every hour."""
    with app.app_context():
        return diary.extend_due()
