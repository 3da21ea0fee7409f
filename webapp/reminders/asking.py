"""What was planned is asked about once more before it goes: whether it stands, and is wanted."""

from webapp.appointments import planned
from webapp.extensions import db
from webapp.journal.models import Journal
from webapp.journal.revisions import OF_E, stored
from webapp.people.models import Person
from webapp.reminders import changes, when
from webapp.repairs.telling import is_to_be_known
from webapp.rows import run

CHECKED_IN = f"""
    SELECT {OF_E} FROM entry e JOIN journal j ON j.id = e.journal_id AND j.person_id = ?
    WHERE e.kind = 'check_in' AND e.op = 'put' AND e.received_at >= ?"""  # noqa: S608
HAS_STOPPED = """
    SELECT 1 FROM person p JOIN preference c ON c.person_id = p.id AND NOT c.check_ins
    JOIN journal j ON j.person_id = p.id
    WHERE p.therapist_id = ?
    AND EXISTS (SELECT 1 FROM entry e WHERE e.journal_id = j.id AND e.record = ?)"""


def goes_at(reminder, wish, now):
    """The first moment from now on at which it may go; None where it makes no sense any more."""
    if now >= reminder.until:
        return None
    return ASKED[reminder.what](reminder, wish, now)


def _test(_reminder, _wish, now):
    return now


def _word(reminder, _wish, now):
    """A therapist is told only of what is still said to them."""
    about = reminder.person_id, reminder.about
    return now if is_to_be_known(*about) or run(HAS_STOPPED, *about) else None


def _changed(reminder, wish, now):
    journal = Journal.of(_client(reminder))
    change = changes.due(journal.id, reminder.about, reminder.starts_at, wish, now)
    return change and change.since


def _of_session(reminder, wish, now):
    session = planned.one(_client(reminder), reminder.about)
    if session is None or session.starts_at != reminder.starts_at:
        return None
    if reminder.what == "after" and _has_checked_in(reminder):
        return None
    return when.goes_at(reminder.what, session, wish, now)


ASKED = {
    "test": _test, "word": _word, "changed": _changed,
    "evening": _of_session, "hour": _of_session, "after": _of_session,
}  # fmt: skip


def _client(reminder):
    return db.session.get(Person, reminder.person_id)


def _has_checked_in(reminder):
    """Whether there is a check-in since then for this session, and not a change of an older one."""
    found = run(CHECKED_IN, reminder.person_id, reminder.starts_at)
    return any(_is_about(reminder.about, stored(row)) for row in found)


def _is_about(session, check_in):
    """One that names none is about the session that has just been, if it begins a record."""
    named = None if check_in.was_emptied else check_in.said.appointment
    return named == session if named else check_in.base is None
