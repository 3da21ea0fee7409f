"""The read model of check-ins: which there are, and which a therapist may read.

It is kept in the transaction that stores the entry. The words themselves stay in the journal.
"""

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import BigInteger, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.checkins.schema import AcknowledgementBody, CheckInBody
from webapp.extensions import Moment, db
from webapp.journal.kinds import read_body, register
from webapp.journal.models import Entry, Journal, heads


class CheckIn(db.Model):
    """Where a check-in stands: its first number, the entry that counts, and who may read it."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    record: Mapped[UUID] = mapped_column(primary_key=True)
    first_seq: Mapped[int] = mapped_column(BigInteger)
    seq: Mapped[int] = mapped_column(BigInteger)
    shared: Mapped[bool]
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    read_seq: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (Index("ix_check_in_order", "journal_id", "shared", "first_seq"),)

    @classmethod
    def _shared_with(cls, therapist_of):
        """The one door to a client's check-ins: what is private does not come through it."""
        return (
            select(cls, Entry)
            .join(Journal, Journal.id == cls.journal_id)
            .join(Entry, (Entry.journal_id == cls.journal_id) & (Entry.seq == cls.seq))
            .where(Journal.person_id == therapist_of.id, cls.shared.is_(True))
        )

    @classmethod
    def readable(cls, client, most=50):
        """What a client shares now, newest first, as SharedCheckIn."""
        rows = db.session.execute(
            cls._shared_with(client).order_by(cls.first_seq.desc()).limit(most)
        )
        return [SharedCheckIn(row, entry) for row, entry in rows]

    @classmethod
    def readable_one(cls, client, record):
        """One check-in that a client shares now, or None."""
        row = db.session.execute(cls._shared_with(client).where(cls.record == record)).first()
        return row and SharedCheckIn(*row)


class SharedCheckIn:
    """A check-in that its author shares, opened for their therapist."""

    def __init__(self, row, entry):
        # Nothing numbered leaves here: a gap would tell of what is private.
        self.record, self.version = row.record, entry.id
        self.read_at = row.read_at if row.read_seq == row.seq else None
        self.was_read_before = row.read_at is not None and self.read_at is None
        self.said = read_body(entry.kind, entry.schema, entry.body)
        self.happened_on = _day(self.said.happened_at, _zone(entry.zone))


def _day(moment, zone):
    """The day on the client's own calendar, however wrong the clock of their phone was."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # the first or the last day that there is
        return moment.date()


def _zone(name):
    """A phone may name a zone that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def keep_check_in(journal, record, entries):
    """Bring the read model of one record up to date with all its entries."""
    standing = [entry for entry in heads(entries) if entry.op == "put"]  # text beats deletion
    row = db.session.get(CheckIn, (journal.id, record)) or CheckIn(
        record=record, journal_id=journal.id, first_seq=min(e.seq for e in entries)
    )
    row.shared = bool(standing) and all(_opened(e).shared for e in standing)
    row.seq = max(e.seq for e in standing or entries)
    db.session.add(row)


def keep_acknowledgement(journal, record, entries):
    """Note on the check-in that its therapist has read it, as it stands now."""
    said = _opened(max(entries, key=lambda e: e.seq))
    row = db.session.get(CheckIn, (journal.id, said.of))
    if row is not None:
        row.read_at, row.read_seq = said.read_at, row.seq


def _opened(entry):
    return read_body(entry.kind, entry.schema, entry.body)


register("check_in", {1: CheckInBody}, {"client"}, keep_check_in)
register("acknowledgement", {1: AcknowledgementBody}, {"therapist"}, keep_acknowledgement)
