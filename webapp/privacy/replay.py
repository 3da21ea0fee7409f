"""Erasing once more what was erased since a backup was made that has now been put back."""

from contextlib import suppress

from webapp.extensions import db
from webapp.journal import erasure, ledger
from webapp.journal.models import Journal
from webapp.people.models import Person
from webapp.privacy.closing import StillNeeded, erase_account


def erase_again():
    """Go through the ledger. Returns how many people and records there were to erase."""
    count = sum(_again[what](*ids) for what, *ids in ledger.lines())
    erasure.leave_no_copy()
    return count


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


_again = {"person": _person, "record": _record}
