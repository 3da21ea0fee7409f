"""Parting: that a client’s account was closed, which their therapist is told without a name."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db, now

TOLD_FOR = timedelta(days=30)


class Parting(Identified, db.Model):
    """That one of a therapist's clients is gone, since when, and not who. Told for 30 days."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)  # who is told
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    @classmethod
    def tell(cls, client, at):
        """Have the therapist of a client whose account is closed told of it, if they ever came in:
        the caller holds the client."""
        if client.therapist_id and client.joined_at:
            db.session.add(cls(person_id=client.therapist_id, at=at))

    @classmethod
    def of(cls, therapist):
        """Those that this therapist is still told of, the latest first."""
        theirs = cls.person_id == therapist.id, cls.at > now() - TOLD_FOR
        return db.session.scalars(select(cls).where(*theirs).order_by(cls.at.desc())).all()

    @classmethod
    def forget_old(cls):
        """Let go of those that were told for long enough."""
        db.session.execute(delete(cls).where(cls.at <= now() - TOLD_FOR))
