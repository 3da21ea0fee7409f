"""The practice's own tips, and its word on those that Footing ships with.

Each is kept here once, and as a record of the same id in the journal of every client it is for.
"""

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy import ForeignKey, LargeBinary, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db, now
from webapp.journal.kinds import register
from webapp.people.models import Person
from webapp.preparation.schema import PreparationBody, TipBody
from webapp.rows import alone_in
from webapp.security.sealing import UNREADABLE, Sealed

# The phone knows it too (static/js/tips.js): it must stay what it is for ever.
OF_BUILT_IN = UUID("9b627e6f-abe6-4d53-a243-bbee8d85be5f")


def standing_for(tip_id):
    """The id under which the practice's word on a built-in tip is kept."""
    return uuid5(OF_BUILT_IN, tip_id)


class PracticeTip(Identified, db.Model):
    """One tip for every client, or for one person. `state` is "on" or "off"."""

    person_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    setting: Mapped[str] = mapped_column(String(16))
    title = Sealed(UNREADABLE)
    title_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    text = Sealed(UNREADABLE)
    text_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(3), default="on")
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)

    person: Mapped[Person | None] = db.relationship()

    @classmethod
    def all_for(cls, person):
        """Those that a client gets, or that a therapist may change, in order."""
        theirs = [person.id] if person.role == "client" else [c.id for c in person.clients()]
        mine = or_(cls.person_id.is_(None), cls.person_id.in_(theirs))
        return db.session.scalars(select(cls).where(mine).order_by(cls.created_at, cls.id)).all()

    @classmethod
    def hold(cls):
        """Have the tips alone until COMMIT: a second tap finds what the first has made."""
        alone_in(cls.__tablename__)

    @property
    def body(self):
        """As clients get it."""
        return TipBody(setting=self.setting, title=self.title, text=self.text, state=self.state)

    @property
    def is_whole(self):
        """Whether both title and text can be read."""
        return UNREADABLE not in (self.title, self.text)

    def is_like(self, other):
        """Whether it says the same as another one, to the same people."""
        same = ("setting", "person_id", "title", "text")
        return all(getattr(self, name) == getattr(other, name) for name in same)

    def clients(self):
        """Everybody whom it is for."""
        if self.person:
            return [self.person]
        everybody = select(Person).where(Person.role == "client", Person.erased_at.is_(None))
        return db.session.scalars(everybody.order_by(Person.id)).all()


register("preparation", {1: PreparationBody}, {"client"})
register("tip", {1: TipBody}, {"therapist"})
