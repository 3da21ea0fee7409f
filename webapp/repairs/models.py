"""The read model of talking points: which there are, which a therapist may read, whom to tell.

It is kept in the transaction that stores the entry. The words themselves stay in the journal.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.checkins.models import acknowledged
from webapp.extensions import Moment, db, now
from webapp.journal.kinds import also, register
from webapp.journal.records import is_shared
from webapp.journal.revisions import heads
from webapp.repairs.schema import TalkingPointBody
from webapp.repairs.story import visible
from webapp.rows import run_many

# Said word for word wherever the index is to serve.
TO_SAY = "shared AND state = 'open' AND route <> 'say'"
TO_TELL = f"told_at IS NULL AND {TO_SAY}"


class TalkingPoint(db.Model):
    """Where a talking point stands: the entry that counts, who may read it, and since when.

    `told_at` is when the therapist was told of one that is to be sent, or that they are to raise.
    """

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    record: Mapped[UUID] = mapped_column(primary_key=True)
    first_seq: Mapped[int] = mapped_column(BigInteger)
    seq: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(16))
    route: Mapped[str] = mapped_column(String(8))
    shared: Mapped[bool]
    since: Mapped[datetime] = mapped_column(Moment)
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    read_seq: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        Index(
            "ix_talking_point_to_tell", "journal_id",
            sqlite_where=text(TO_TELL), postgresql_where=text(TO_TELL),
        ),
    )  # fmt: skip


def keep_talking_points(journal_id, records):
    """Bring the read model up to date, given every revision of each record that was touched."""
    run_many(KEEP, [(journal_id, record, *_stands(each)) for record, each in records.items()])


KEEP = """
    INSERT INTO talking_point (journal_id, record, first_seq, seq, state, route, shared, since)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (journal_id, record) DO UPDATE SET seq = excluded.seq, state = excluded.state,
    route = excluded.route, shared = excluded.shared, since = excluded.since"""


def _stands(revisions):
    """What is not shared says nothing here: nobody reads it, and nobody is told."""
    first, standing = min(r.seq for r in revisions), heads(revisions)
    if not is_shared(standing):
        return first, max(r.seq for r in revisions), "left", "say", False, now()
    current = standing[-1]
    since = visible(revisions, current)[0].received_at
    return first, current.seq, current.said.state, current.said.route, True, since


def keep_acknowledgements(journal_id, records):
    """Note on a talking point that its therapist has read it, as it stands now."""
    said = acknowledged(records)
    run_many(READ, [(each.read_at, journal_id, each.of) for each in said])


READ = "UPDATE talking_point SET read_at = ?, read_seq = seq WHERE journal_id = ? AND record = ?"

register("talking_point", {1: TalkingPointBody}, {"client"}, keep_talking_points)
also("acknowledgement", keep_acknowledgements)
