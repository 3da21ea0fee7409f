"""Doing once more what was erased and ended since the backup was made that was put back."""

from collections import Counter
from contextlib import suppress
from typing import NamedTuple
from uuid import UUID

from webapp.extensions import db, now
from webapp.journal import erasure, ledger
from webapp.journal.models import Journal
from webapp.passkeys import ending
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.passkeys.recovery import Recovery
from webapp.people.models import Invitation, Person
from webapp.privacy.closing import StillNeeded, erase_account


class Again(NamedTuple):
    """How many people and records were erased; how many links, let-ins, passkeys and logins ended;
    the ids of those who have no passkey now."""

    erased: int
    ended: int
    without_passkeys: list[UUID]


def do_again():
    """Go through the ledger. Returns what there was to do."""
    done = Counter(what for what, *ids in ledger.lines() if _again[what](*ids))
    erasure.leave_no_copy()
    erased = done["person"] + done["record"]
    return Again(erased, done.total() - erased, ending.without_any())


def _person(person_id):
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at:
        return False
    with suppress(StillNeeded):  # a therapist whose clients are back: they are erased first
        erase_account(person)
    db.session.commit()
    return True


def _record(journal_id, record):
    if db.session.get(Journal, journal_id) is None:  # too young, or gone with its person
        return False
    with suppress(LookupError):
        erasure.erase(journal_id, record)
        db.session.commit()
        return True
    db.session.rollback()
    return False


def _link(invitation_id):
    link = db.session.get(Invitation, invitation_id)
    if link is None or link.used_at or link.revoked_at:
        return False
    link.revoked_at = now()
    db.session.commit()
    return True


def _stopped(recovery_id):
    recovery = db.session.get(Recovery, recovery_id)
    if recovery is None or not recovery.can_be_stopped:
        return False
    recovery.stop()
    db.session.commit()
    return True


def _passkey(passkey_id):
    """Also somebody's only one: who shall stay out may be all that it lets in."""
    passkey = db.session.get(Passkey, passkey_id)
    if passkey is None or passkey.removed_at:
        return False
    ending.remove(passkey)
    db.session.commit()
    return True


def _login(login_id):
    login = db.session.get(Login, login_id)
    if login is None or login.revoked_at:
        return False
    ending.end(login)
    db.session.commit()
    return True


_again = {
    "person": _person, "record": _record, "link": _link, "stopped": _stopped,
    "passkey": _passkey, "login": _login,
}  # fmt: skip
