"""The read model of appointments: when each is and how it stands, for all clients at once.

It is kept in the transaction that stores the entry. Places and links stay in the journal.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.appointments.schema import AppointmentBody, NoticeBody
from webapp.appointments.series import Series
from webapp.extensions import Moment, db
from webapp.journal.kinds import register
from webapp.journal.records import texts
from webapp.journal.revisions import heads
from webapp.rows import run, run_many


class Appointment(db.Model):
    """When an appointment is, how it stands, and the number of the entry that says so."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    record: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    zone: Mapped[str] = mapped_column(String(64))
    setting: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey(Series.id, ondelete="SET NULL"))

    __table_args__ = (
        Index("ix_appointment_of_client", "journal_id", "starts_at"),
        Index("ix_appointment_start", "state", "starts_at"),
        Index("ix_appointment_end", "state", "ends_at"),
        Index("ix_appointment_series", "series_id"),
    )

    @staticmethod
    def put_in_series(journal_id, record, series_id):
        """Note that it is one of a series, which no entry says."""
        run(IS_OF, series_id, journal_id, record)


IS_OF = "UPDATE appointment SET series_id = ? WHERE journal_id = ? AND record = ?"


def keep_appointments(journal_id, records):
    """Bring the read model up to date, given every revision of each record that was touched."""
    standing = {record: _stands(revisions) for record, revisions in records.items()}
    run_many(KEEP, [(journal_id, record, *_row(r)) for record, r in standing.items() if r])
    run_many(FORGET, [(journal_id, record) for record, r in standing.items() if not r])


KEEP = """
    INSERT INTO appointment
        (journal_id, record, seq, starts_at, ends_at, zone, setting, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (journal_id, record) DO UPDATE SET
        seq = excluded.seq, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        zone = excluded.zone, setting = excluded.setting, state = excluded.state"""
FORGET = "DELETE FROM appointment WHERE journal_id = ? AND record = ?"


def _stands(revisions):
    """Text beats deletion; an erasure leaves nothing."""
    standing = heads(revisions)
    if any(head.op == "erase" for head in standing):
        return None
    return next(reversed(texts(standing)), None)


def _row(revision):
    said = revision.said
    ends_at = said.starts_at + timedelta(minutes=said.minutes)
    return revision.seq, said.starts_at, ends_at, said.zone, said.setting, said.state


# The server writes too, in the name of the therapist.
register("appointment", {1: AppointmentBody}, {"therapist"}, keep_appointments)
register("notice", {1: NoticeBody}, {"therapist", "server"})
