"""Writing appointments: what a therapist does on a page, and what an hour brings by itself.

Everything here runs in the caller's transaction, and has the journal to itself until COMMIT.
"""

from datetime import timedelta

from msgspec.structs import replace
from sqlalchemy import or_, select

from webapp.appointments import planned
from webapp.appointments.changes import Change, told_at_once
from webapp.appointments.models import Appointment
from webapp.appointments.recurrence import on_the_wall
from webapp.appointments.schema import NoticeBody
from webapp.appointments.series import AHEAD, Series
from webapp.extensions import db, now
from webapp.journal import records, revisions
from webapp.journal.authoring import hold, write
from webapp.journal.models import Journal
from webapp.people.models import Person


class Diary:
    """The appointments of one client, in the hand of their therapist."""

    def __init__(self, author, journal_id):
        self.author, self.journal_id = author, journal_id
        revisions.lock(journal_id)

    @classmethod
    def of(cls, author, client):
        """That of a client, who may not have come in yet."""
        Journal.open_for(client)
        return cls(author, hold(client))

    def book(self, said):
        """Book one. Returns its record. A form that is sent twice books once: what this client has
        at that very moment is the same one."""
        there = self._own_at(said.starts_at)
        if there is None:
            return write(self.journal_id, self.author, "appointment", said)
        self.change(there, said)
        return there.record

    def _own_at(self, start):
        """What the same author has booked here for this very moment, or None."""
        there = planned.at(self.journal_id, start)
        return there if there and there.author_id == self.author.id else None

    def begin(self, series):
        """Book a series, as far as it is written out. One that is there already is not booked
        twice, but from its beginning where all of it was cancelled."""
        begun = next((each for each in self.series() if each.is_like(series)), series)
        if all(each.state == "cancelled" for each in planned.of_series(begun.id)):
            begun.written_until = series.written_until
            db.session.add(begun)
            self._write_out(begun, _due_of(begun))

    def series(self):
        """The series that were begun here by the same author."""
        own = Series.journal_id == self.journal_id, Series.author_id == self.author.id
        return db.session.scalars(select(Series).where(*own)).all()

    def extend(self, series):
        """Go on with a series as far as it is due, but leave alone what is booked already for the
        same moment. Returns how many appointments that were."""
        free = [said for said in _due_of(series) if not self._own_at(said.starts_at)]
        self._write_out(series, free)
        return len(free)

    def _write_out(self, series, bodies):
        db.session.flush()
        for said in bodies:
            Appointment.put_in_series(self.journal_id, self.book(said), series.id)

    def change(self, appointment, said):
        """Have an appointment say something else, and tell of it where it is at short notice."""
        stands = records.one(self.journal_id, "appointment", appointment.record)
        before = stands.said
        if before == said:
            return
        write(self.journal_id, self.author, "appointment", said, stands.heads)
        for about in told_at_once(before, said, now()):
            notice = NoticeBody(about=about, of=appointment.record)
            write(self.journal_id, self.author, "notice", notice)

    def change_following(self, appointment, said):
        """Change it, and all that follow in its series and are still booked: what the series says
        of them becomes what is said here, and what was changed for one only stays."""
        series, followers = self._series_of(appointment), planned.following(appointment)
        others = [e for e in planned.of_series(series.id) if e.record != appointment.record]
        change = Change.between(series.says_of(appointment, others), said)
        self.change(appointment, said)
        for each in followers:
            self.change(each, change.of(each.said))
        series.change(change)

    def cancel_following(self, appointment):
        """Cancel it, and all that follow in its series, which ends."""
        series = self._series_of(appointment)
        for each in [appointment, *planned.following(appointment)]:
            self.change(each, replace(each.said, state="cancelled"))
        series.end_before(on_the_wall(appointment.starts_at, appointment.zone).date())

    def end(self, series):
        """Book no more of a series."""
        db.session.refresh(series)
        series.end_before(series.written_until + timedelta(days=1))

    def leave(self):
        """Have nothing more of this author's here: series end, what is to come is called off."""
        for series in self.series():
            self.end(series)
        ahead = planned.since(self.journal_id, now())
        for each in (e for e in ahead if e.author_id == self.author.id and e.state == "booked"):
            self.change(each, replace(each.said, state="cancelled"))

    def _series_of(self, appointment):
        return db.session.get(Series, appointment.series_id, populate_existing=True)


def extend_due():
    """Write out every series that has come short of twelve weeks ahead, each in a transaction of
    its own. Returns how many appointments that were."""
    due = db.session.scalars(_due()).all()
    db.session.commit()
    return sum(_extended(series_id) for series_id in due)


def _due_of(series):
    """The bodies of its appointments that are to be written now."""
    return [series.appointment_on(day) for day in series.due(now().date())]


def _due():
    """Where a client has another therapist by now, nobody goes on in the former one's name."""
    goes_on = or_(Series.until.is_(None), Series.until > Series.written_until)
    return (
        select(Series.id)
        .join(Journal, Journal.id == Series.journal_id)
        .join(Person, Person.id == Journal.person_id)
        .where(Series.written_until < now().date() + AHEAD, goes_on)
        .where(Person.therapist_id == Series.author_id)
    )


def _extended(series_id):
    series = db.session.get(Series, series_id)
    diary = Diary(db.session.get(Person, series.author_id), series.journal_id)
    db.session.refresh(series)
    written = diary.extend(series)
    db.session.commit()
    return written
