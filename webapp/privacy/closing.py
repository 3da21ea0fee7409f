"""Closing an account: everything goes but its ids, which tell its phones and nobody else."""

from sqlalchemy import delete

from webapp import ledger
from webapp.extensions import db, now
from webapp.journal import erasure, revisions
from webapp.journal.models import Journal
from webapp.passkeys.devices import Device
from webapp.passkeys.erased import ErasedLogin
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Challenge, Passkey
from webapp.passkeys.recovery import Recovery
from webapp.people.codes import RecoveryCode
from webapp.people.handover import Handover
from webapp.people.invitation import Invitation
from webapp.people.parting import Parting
from webapp.preparation.models import PracticeTip
from webapp.reminders.browsers import PushSubscription
from webapp.reminders.models import Reminder
from webapp.reminders.preferences import Preference

THEIRS = (
    Challenge, Device, Handover, Invitation, Login, Parting, Passkey, PracticeTip, Preference,
    PushSubscription, Recovery, RecoveryCode, Reminder,
)  # fmt: skip


class StillNeeded(Exception):
    """A therapist who has clients: they would be left alone, and what they wrote with them."""


def erase_account(person, at=None):
    """Erase a person's journal, logins, passkeys and name, in the caller's transaction; `at` is
    when that was, where it is done once more.

    Left are their id, and the hash of each cookie that ever signed them in, which from now on is
    answered 410 `account_erased`. A client's therapist is told that somebody is gone, and not who.
    Raises StillNeeded for a therapist who has clients.
    """
    _erase_journal(person)
    db.session.refresh(person, with_for_update=True)  # a phone that registers just now waits
    if person.clients():  # one may just have said yes to going on with them
        raise StillNeeded
    at = at or now()
    Parting.tell(person, at)
    cookies = ErasedLogin.keep_those_of(person)
    for each in THEIRS:
        db.session.execute(delete(each).where(each.person_id == person.id))
    person.erase()
    db.session.flush()
    ledger.note("person", person.id, at.isoformat(), *(each.hex() for each in cookies))


def erase_at_once(person):
    """The same, with COMMIT, and so that no copy of it is left in SQLite's log."""
    erase_account(person)
    db.session.commit()
    erasure.leave_no_copy()


def _erase_journal(person):
    """Its lock first: a push that has begun is let finish, and goes with the rest."""
    journal = Journal.of(person)
    if journal:
        revisions.lock(journal.id)
        db.session.execute(delete(Journal).where(Journal.id == journal.id))
