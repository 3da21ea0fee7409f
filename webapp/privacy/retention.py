"""How long a practice keeps what is of a client after the last session or visit.

What a client writes is not asked: whoever writes has been here, and a day that moved with words
that are only for them would tell of these. When a therapist last said how a session stands is
asked: one that is cancelled today would else let an account go today, of which nobody was told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update

from webapp.extensions import db, now
from webapp.journal import erasure, revisions
from webapp.journal.models import Journal
from webapp.people.models import Person
from webapp.people.parting import Parting
from webapp.people.practice import Practice
from webapp.privacy.closing import erase_account
from webapp.rows import moment, run, uuid

YEAR = timedelta(days=365.25)
NOTICE = timedelta(days=14)
NOTICE_OF_CLOSING = timedelta(days=30)


@dataclass(frozen=True)
class Going:
    """Somebody's account that is erased at that moment, if nothing happens until then; or because
    their therapist asked for it."""

    id: UUID
    at: datetime
    is_asked: bool = False

    @property
    def name(self):
        """What their therapist calls them."""
        return db.session.get(Person, self.id).name


def going_soon(therapist):
    """The clients of a therapist whose accounts are erased within two weeks, or because that was
    asked for, the next first."""
    soon = now() + NOTICE
    return [e for e in _going(OF_THERAPIST, therapist.id) if e.is_asked or e.at <= soon]


def erase_too_old():
    """Close the accounts that are kept for longer than the practice wants, and those that were to
    be closed by now, each in a transaction of its own. Returns how many."""
    gone = sum(_erase_if_due(each.id) for each in _due(EVERYBODY))
    if gone:
        erasure.leave_no_copy()
    return gone


def forget_partings():
    """That somebody is gone is told for a month, and no longer known after it."""
    Parting.forget_old()
    db.session.commit()


def give_notice_anew():
    """Have all that is to be erased wait for as long as if it was told of today: a backup that was
    put back does not know who came back since, nor who was to stay after all."""
    practice, soonest = Practice.ours(), now() + NOTICE_OF_CLOSING
    if practice and practice.years_kept:
        practice.years_kept_since = now()
    db.session.execute(update(Person).where(Person.closes_at < soonest).values(closes_at=soonest))
    db.session.commit()


def _erase_if_due(person_id):
    """Asked once more with the journal and the person locked: somebody may have come back
    meanwhile, or is to stay after all."""
    db.session.rollback()
    person = db.session.get(Person, person_id)
    journal = Journal.of(person)
    if journal:
        revisions.lock(journal.id)
    Person.hold(person_id)
    is_due = bool(_due(ONE, person_id))
    if is_due:
        erase_account(person)
    db.session.commit()
    return is_due


def _due(whose, *values):
    return [each for each in _going(whose, *values) if each.at <= now()]


def _going(whose, *values):
    """Who goes when, each once."""
    asked = [Going(uuid(person), moment(at), True) for person, at in run(ASKED + whose, *values)]
    found = sorted([*asked, *_too_old(whose, *values)], key=lambda each: each.at)
    first = {}
    for each in found:
        first.setdefault(each.id, each)
    return list(first.values())


def _too_old(whose, *values):
    """Whatever the practice chose, its therapists have two weeks to see it."""
    practice = Practice.ours()
    if practice is None or practice.years_kept is None:
        return []
    life, first = practice.years_kept * YEAR, practice.years_kept_since + NOTICE
    last = [
        (uuid(person), max(moment(each) for each in moments if each))
        for person, *moments in run(LAST + whose, *values)
    ]
    return [Going(person, max(at + life, first)) for person, at in last]


ASKED = """
    SELECT p.id, p.closes_at FROM person p
    WHERE p.role = 'client' AND p.erased_at IS NULL AND p.closes_at IS NOT NULL"""
LAST = """
    SELECT p.id, p.created_at,
        (SELECT max(l.last_seen_at) FROM login l WHERE l.person_id = p.id),
        (SELECT max(a.ends_at) FROM appointment a JOIN journal j ON j.id = a.journal_id
            WHERE j.person_id = p.id AND a.state IN ('booked', 'attended')),
        (SELECT max(e.received_at) FROM appointment a JOIN journal j ON j.id = a.journal_id
            JOIN entry e ON e.journal_id = a.journal_id AND e.seq = a.seq
            WHERE j.person_id = p.id)
    FROM person p WHERE p.role = 'client' AND p.erased_at IS NULL"""
EVERYBODY = ""
OF_THERAPIST = " AND p.therapist_id = ?"
ONE = " AND p.id = ?"
