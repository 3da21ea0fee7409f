"""What each phone said last that it had waiting, so that a new one can say what may be missing."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.journal.schema import Reported
from webapp.rows import dashed, iso, run
from webapp.writing import UNSTORABLE, in_transaction


class Waiting(db.Model):
    """How many entries of a journal a phone had that the server did not, and when it said so."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    device: Mapped[UUID] = mapped_column(primary_key=True)
    entries: Mapped[int]
    reported_at: Mapped[datetime] = mapped_column(Moment)


def report(journal_id, device, entries):
    """Remember what a phone has waiting: asked at each sync, and written only when it changed."""
    known = run(KNOWN, journal_id, device)
    if entries != (known[0][0] if known else 0):
        with suppress(*UNSTORABLE):  # the account was erased since this person was let in
            in_transaction(run, REPORT, journal_id, device, entries, now())


def reports(journal_id):
    """The phones that had something waiting when they last spoke, the latest first."""
    return [
        Reported(dashed(device), entries, iso(reported_at))
        for device, entries, reported_at in run(REPORTS, journal_id)
    ]


KNOWN = "SELECT entries FROM waiting WHERE journal_id = ? AND device = ?"
REPORT = """
    INSERT INTO waiting (journal_id, device, entries, reported_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (journal_id, device)
    DO UPDATE SET entries = excluded.entries, reported_at = excluded.reported_at"""
REPORTS = """
    SELECT device, entries, reported_at FROM waiting
    WHERE journal_id = ? AND entries > 0 ORDER BY reported_at DESC"""
