"""The private calendar of a client: an address that only they have, for a calendar program to read.

It says when, and nothing else: no name, no place, no setting.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from icalendar import Alarm, Calendar, Event
from sqlalchemy import ForeignKey, LargeBinary, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp import ledger
from webapp.extensions import db
from webapp.journal.models import Journal
from webapp.journal.withdrawing import when_withdrawn
from webapp.people.given_out import when_let_in
from webapp.rows import run
from webapp.security.digest import digest

SECRET_BYTES = 32
KEPT = timedelta(days=90)  # how far back it shows
BEFORE = (timedelta(days=1), timedelta(hours=1))
SUMMARY = "Appointment"
OPEN = """
    INSERT INTO calendar_feed (journal_id, secret_hash) VALUES (?, ?)
    ON CONFLICT (journal_id) DO UPDATE SET secret_hash = excluded.secret_hash"""


class CalendarFeed(db.Model):
    """The one address of a client's calendar. Of its secret only the hash is kept."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)

    @classmethod
    def open_for(cls, journal_id):
        """A new address, which ends the last one. Returns its secret."""
        cls.end(journal_id)
        secret = secrets.token_urlsafe(SECRET_BYTES)
        run(OPEN, journal_id, digest(secret))
        return secret

    @classmethod
    def end(cls, journal_id):
        """Have no address any more, whichever backup is put back."""
        theirs = delete(cls).where(cls.journal_id == journal_id).returning(cls.secret_hash)
        ledger.note_codes(db.session.scalars(theirs).all())

    @classmethod
    def journal_with(cls, secret):
        """The id of the journal whose address has this secret, or None."""
        return db.session.scalar(select(cls.journal_id).where(cls.secret_hash == digest(secret)))


def calendar(appointments):
    """An iCalendar file of these, as bytes. What was cancelled stays in it, marked as such."""
    book = Calendar()
    book.add("prodid", "-//Footing//EN")
    book.add("version", "2.0")
    for appointment in appointments:
        book.add_component(_event(appointment))
    return book.to_ical()


def _event(appointment):
    event = Event()
    event.add("uid", str(appointment.record))
    event.add("dtstamp", appointment.changed_at)
    event.add("dtstart", appointment.starts_at)
    event.add("dtend", appointment.ends_at)
    event.add("sequence", appointment.seq)
    event.add("summary", SUMMARY)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if appointment.state == "cancelled" else "CONFIRMED")
    if appointment.state == "booked":
        for before in BEFORE:
            event.add_component(_alarm(before))
    return event


def _alarm(before):
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", SUMMARY)
    alarm.add("trigger", -before)
    return alarm


def _end_of(person_id, _since=None):
    """Nobody knows who has its address, so there is none any more."""
    theirs = select(Journal.id).where(Journal.person_id == person_id).scalar_subquery()
    CalendarFeed.end(theirs)


when_withdrawn(_end_of)
when_let_in(_end_of)
