"""Doing once more what was erased and stopped since the backup was made that was put back."""

from collections import Counter
from contextlib import suppress

from webapp.extensions import db, now
from webapp.journal import erasure, ledger
from webapp.journal.models import Journal
from webapp.passkeys.recovery import Recovery
from webapp.people.models import Invitation, Person
from webapp.privacy.closing import StillNeeded, erase_account


def do_again():
    """Go through the ledger. Returns how many people and records there were to erase, and how many
    links and let-ins to stop."""
    done = Counter(what for what, *ids in ledger.lines() if _again[what](*ids))
    erasure.leave_no_copy()
    return done["person"] + done["record"], done["link"] + done["stopped"]


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


_again = {"person": _person, "record": _record, "link": _link, "stopped": _stopped}
