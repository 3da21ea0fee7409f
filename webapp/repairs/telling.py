"""What a therapist is to be told of at once: “send it now”, and “please you bring it up”.

The row that says so is written in the transaction that stores the entry, so nothing is told that
was not kept, and nothing that was kept is forgotten.
"""

from typing import NamedTuple
from uuid import UUID

from webapp.extensions import now
from webapp.repairs.models import TO_SAY, TO_TELL
from webapp.rows import run, uuid

CLAIM = f"UPDATE talking_point SET told_at = ? WHERE {TO_TELL} RETURNING journal_id, record"  # noqa: S608
STANDS = f"""
    SELECT 1 FROM talking_point t JOIN journal j ON j.id = t.journal_id
    JOIN person p ON p.id = j.person_id AND p.therapist_id = ?
    WHERE t.record = ? AND {TO_SAY}"""  # noqa: S608
WHOSE = "SELECT p.therapist_id FROM journal j JOIN person p ON p.id = j.person_id WHERE j.id = ?"


class ToTell(NamedTuple):
    """Whom to tell, and of what; the words stay where they are, and so does the client's name."""

    therapist: UUID
    record: UUID


def to_tell():
    """What therapists are to be told of and were not, as ToTell, in the caller's transaction.

    Each comes out once: whoever commits has taken it on. It may be called at any time and from
    several processes. One that was taken back, or put right, before anybody asked is not told.
    """
    claimed = run(CLAIM, now())
    found = [(run(WHOSE, journal), record) for journal, record in claimed]
    return [ToTell(uuid(rows[0][0]), uuid(record)) for rows, record in found if rows[0][0]]


def is_to_be_known(therapist_id, record):
    """Whether what a therapist is about to be told of is still there, and still for them."""
    return bool(run(STANDS, therapist_id, record))
