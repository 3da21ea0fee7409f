"""Handing over: a client is asked whether a colleague of their therapist's may go on with them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import Identified, Moment, db, now
from webapp.people.models import Person


class Handover(Identified, db.Model):
    """That a client was asked, by whom and about whom, and what they said.

    `answer` is "yes" or "no", and None while it waits, or where the question was taken back.
    """

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    answer: Mapped[str | None] = mapped_column(String(3))

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    by: Mapped[Person] = relationship(foreign_keys=[by_id])
    to: Mapped[Person] = relationship(foreign_keys=[to_id])

    @classmethod
    def ask(cls, client, colleague):
        """Ask a client whom the caller holds, unless a question waits already."""
        if cls.open_of(client) is None:
            about = {"person_id": client.id, "by_id": client.therapist_id, "to_id": colleague.id}
            db.session.add(cls(**about))

    @classmethod
    def open_of(cls, client):
        """The question that waits for this client's answer, or None: one about somebody who left
        the practice meanwhile waits for nothing."""
        theirs = cls.person_id == client.id, cls.by_id == client.therapist_id
        there = select(cls).join(cls.to).where(*theirs, cls.ended_at.is_(None))
        return db.session.scalar(there.where(Person.erased_at.is_(None)))

    @classmethod
    def last_of(cls, client):
        """What was asked last by the therapist that this client has, or None."""
        theirs = cls.person_id == client.id, cls.by_id == client.therapist_id
        return db.session.scalar(select(cls).where(*theirs).order_by(cls.asked_at.desc()).limit(1))

    @classmethod
    def all_of(cls, client):
        """All that a client was asked, the first one first."""
        asked = select(cls).where(cls.person_id == client.id)
        return db.session.scalars(asked.order_by(cls.asked_at)).all()

    @classmethod
    def agreed_of(cls, client):
        """Those by which this client went from one therapist to another, the first one first."""
        agreed = select(cls).where(cls.person_id == client.id, cls.answer == "yes")
        return db.session.scalars(agreed.order_by(cls.ended_at)).all()

    @classmethod
    def former_at(cls, client):
        """A function that tells of a moment which other therapist this client had then, as a
        Person; None where it was the one they have."""
        agreed = cls.agreed_of(client)

        def other(moment):
            then = next((each.by for each in agreed if moment < each.ended_at), None)
            return then if then and then.id != client.therapist_id else None

        return other

    @classmethod
    def answered(cls, therapist, since):
        """What clients said since then about coming to this therapist, or going, oldest first."""
        said = select(cls).where(cls.answer.is_not(None), cls.ended_at > since)
        came = (cls.to_id == therapist.id) & (cls.answer == "yes")
        mine = said.where(or_(cls.by_id == therapist.id, came))
        return db.session.scalars(mine.order_by(cls.ended_at)).all()

    def end(self, answer=None):
        """Note what came of it: an answer, or none where it was taken back."""
        self.answer, self.ended_at = answer, now()
