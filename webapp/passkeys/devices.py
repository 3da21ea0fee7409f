"""The phones that keep a copy of somebody's journal, and whether they may have the key to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Moment, db, now
from webapp.journal.withholding import WAIT


class Device(db.Model):
    """A phone that keeps an encrypted copy of one person's journal."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    created_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    @classmethod
    def was_here_before(cls, device_id, signed_in):
        """Whether this device keeps a copy from before somebody was let in again just now."""
        device = db.session.get(cls, (device_id, signed_in.id))
        return device is not None and device.created_at < signed_in.opens_at - WAIT

    @classmethod
    def admit(cls, device_id, signed_in):
        """Register at first use. A revoked device comes back only by a newer login.

        Returns whether it may have its key.
        """
        # Two tabs of a new phone ask at the same moment: the second one waits for the first.
        signed_in.held()
        device = db.session.get(cls, (device_id, signed_in.id))
        if device is None:
            device = cls(id=device_id, person_id=signed_in.id, created_at=now())
            db.session.add(device)
        elif device.revoked_at and device.revoked_at > signed_in.created_at:
            return False
        device.revoked_at = None
        return True
