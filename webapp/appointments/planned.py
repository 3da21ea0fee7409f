"""Appointments as they stand: those of a client, of a therapist’s clients, and of everybody."""

from datetime import timedelta

from webapp.appointments.schema import AppointmentBody
from webapp.journal.records import texts
from webapp.journal.revisions import OF_E, of_kind, stored
from webapp.rows import moment, run, uuid

SELECT = f"""
    SELECT p.id, a.starts_at, a.ends_at, a.zone, a.setting, a.state, a.series_id, {OF_E}
    FROM appointment a
    JOIN journal j ON j.id = a.journal_id
    JOIN person p ON p.id = j.person_id
    JOIN entry e ON e.journal_id = a.journal_id AND e.seq = a.seq
    WHERE """  # noqa: S608
# What a therapist had planned for after they handed over says nothing of how their client comes,
# and concerns nobody who goes on with them.
NOT_LEFT_BEHIND = """NOT EXISTS (
    SELECT 1 FROM handover h WHERE h.person_id = j.person_id AND h.answer = 'yes'
    AND h.by_id = e.author_id AND h.ended_at >= e.received_at AND h.ended_at < a.starts_at)"""


class Planned:
    """One appointment as it stands. Its words are opened only when somebody asks for `said`."""

    def __init__(self, row):
        client, starts, ends, self.zone, self.setting, self.state, series, *columns = row
        self.client_id, self.series_id = uuid(client), uuid(series)
        self.starts_at, self.ends_at = moment(starts), moment(ends)
        self._revision = stored(columns)
        self.journal_id, self.record = self._revision.journal_id, self._revision.record
        self.seq, self.author_id = self._revision.seq, self._revision.author_id
        self.version, self.changed_at = self._revision.id, self._revision.received_at

    @property
    def has_followers(self):
        """Whether others may follow it in a series, and go with it."""
        return self.series_id is not None and self.state == "booked"

    @property
    def said(self):
        """The body: an AppointmentBody, with place and link; without them where it was damaged."""
        return self._without_words() if self._revision.was_emptied else self._revision.said

    def _without_words(self):
        minutes = (self.ends_at - self.starts_at) // timedelta(minutes=1)
        return AppointmentBody(
            self.starts_at, self.zone, minutes, self.setting, place="", link="", state=self.state
        )

    def overlaps(self, other):
        """Whether both take place, and at the same time for a while."""
        booked = self.state == other.state == "booked" and self.record != other.record
        return booked and self.starts_at < other.ends_at and other.starts_at < self.ends_at


def one(client, record):
    """One appointment of a client, or None."""
    return next(iter(_found("p.id = ? AND a.record = ?", client.id, record)), None)


def at(journal_id, start):
    """What is booked in a journal for this very moment, or None."""
    then = "a.journal_id = ? AND a.state = 'booked' AND a.starts_at = ?"
    return next(iter(_found(then, journal_id, start)), None)


def of_clients_of(therapist_id, start, end):
    """What a therapist's clients have between two moments, in order, whatever became of it."""
    theirs = f"p.therapist_id = ? AND a.ends_at > ? AND a.starts_at < ? AND {NOT_LEFT_BEHIND}"
    return _found(f"{theirs} ORDER BY a.starts_at", therapist_id, start, end)


def coming(client, now):
    """What a client has still ahead, or goes on just now, in order, called off or not."""
    ahead = f"p.id = ? AND a.ends_at > ? AND {NOT_LEFT_BEHIND} ORDER BY a.starts_at"
    return _found(ahead, client.id, now)


def past(client, now, most):
    """What lies behind a client, the latest first."""
    ended = f"p.id = ? AND a.ends_at <= ? AND {NOT_LEFT_BEHIND} ORDER BY a.starts_at DESC LIMIT ?"
    return _found(ended, client.id, now, most)


def next_of(client, now):
    """The next one that a client has, or that goes on just now; None if there is none."""
    ahead = "p.id = ? AND a.state = 'booked' AND a.ends_at > ? ORDER BY a.starts_at LIMIT 1"
    return next(iter(_found(ahead, client.id, now)), None)


def usual(appointment, setting):
    """A body that says where an appointment would be in this setting: its own, from when it last
    was so; else the nearest earlier one’s; else the last that was said of any. Or None. Another
    therapist's room, and the address of their calls, are theirs."""
    every = of_kind(appointment.journal_id, "appointment")
    written = [revision for revision in every if revision.author_id == appointment.author_id]
    own = [revision for revision in written if revision.record == appointment.record]
    near = _last_in(setting, own) or _nearest_before(appointment, setting)
    return near or _last_in(setting, written)


def _last_in(setting, written):
    there = (each.said for each in reversed(texts(written)) if each.said.setting == setting)
    return next(there, None)


def _nearest_before(appointment, setting):
    """What the last one before it says that is in this setting and was not cancelled. Or None."""
    before = """a.journal_id = ? AND e.author_id = ? AND a.setting = ? AND a.state <> 'cancelled'
        AND a.starts_at < ? ORDER BY a.starts_at DESC LIMIT 1"""
    whose = appointment.journal_id, appointment.author_id
    found = _found(before, *whose, setting, appointment.starts_at)
    return found[0].said if found else None


def last_of(client, author_id):
    """The last one that somebody booked with a client, by its time, whatever became of it. Or
    None."""
    last = "p.id = ? AND e.author_id = ? ORDER BY a.starts_at DESC LIMIT 1"
    return next(iter(_found(last, client.id, author_id)), None)


def starting(start, end):
    """Everybody's that are to start between two moments, for reminders: booked ones."""
    soon = "a.state = 'booked' AND a.starts_at >= ? AND a.starts_at < ? ORDER BY a.starts_at"
    return _found(soon, start, end)


def ending(start, end):
    """Everybody's that end between two moments by plan, and took place as far as is known."""
    over = (
        "a.state IN ('booked', 'attended') AND a.ends_at >= ? AND a.ends_at < ? ORDER BY a.ends_at"
    )
    return _found(over, start, end)


def of_series(series_id):
    """All of a series, in order, whatever became of them."""
    return _found("a.series_id = ? ORDER BY a.starts_at", series_id)


def following(appointment):
    """Those that follow an appointment in its series and are still booked, in order."""
    later = """a.series_id = ? AND a.state = 'booked' AND a.starts_at >= ? AND a.record <> ?
        ORDER BY a.starts_at"""
    return _found(later, appointment.series_id, appointment.starts_at, appointment.record)


def since(journal_id, start):
    """All that start at a moment or later, in one journal."""
    return _found("a.journal_id = ? AND a.starts_at >= ? ORDER BY a.starts_at", journal_id, start)


def _found(condition, *values):
    return [Planned(row) for row in run(SELECT + condition, *values)]
