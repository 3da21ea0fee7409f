"""People: who can sign in, and who may see whom."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import Identified, Moment, db, now
from webapp.people.invitation import Invitation
from webapp.security.sealing import UNREADABLE, Sealed


class Person(Identified, db.Model):
    """Somebody who can sign in: a therapist, or a client with the therapist they work with."""

    role: Mapped[str] = mapped_column(String(16))
    name = Sealed(UNREADABLE)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    # What a passkey calls its owner: random, and never anything about a person.
    handle: Mapped[bytes] = mapped_column(LargeBinary(64), unique=True)
    therapist_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    usual_setting: Mapped[str | None] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(Moment)
    recovery_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    erased_at: Mapped[datetime | None] = mapped_column(Moment)
    closes_at: Mapped[datetime | None] = mapped_column(Moment)

    therapist: Mapped["Person | None"] = relationship(remote_side="Person.id")

    def __init__(self, **fields):
        super().__init__(handle=secrets.token_bytes(32), created_at=now(), **fields)

    @classmethod
    def invite_to_set_up(cls):
        """The first therapist, who will say their own name, and the secret of their invitation.

        There is one: a new invitation is for whoever the last one was for, named by now or not.
        """
        invited = select(cls).join(Invitation).where(Invitation.to_set_up)
        person = db.session.scalar(invited.limit(1)) or cls(role="therapist")
        db.session.add(person)
        return person, Invitation.to(person, to_set_up=True)

    @classmethod
    def invite_therapist(cls, name):
        """A therapist who has not come in yet, and the secret of their invitation."""
        person = cls(role="therapist", name=name)
        db.session.add(person)
        return person, Invitation.to(person)

    def invite_client(self, name, usual_setting):
        """A client of this therapist who has not come in yet, and the secret."""
        client = Person(role="client", name=name, usual_setting=usual_setting, therapist_id=self.id)
        db.session.add(client)
        return client, Invitation.to(client)

    def clients(self):
        """The clients of this therapist, in the order in which they were added."""
        own = select(Person).where(Person.therapist_id == self.id)
        return db.session.scalars(own.order_by(Person.created_at, Person.id)).all()

    def client(self, client_id):
        """This therapist's client with this id, or None."""
        own = select(Person).where(Person.therapist_id == self.id, Person.id == client_id)
        return db.session.scalar(own)

    @classmethod
    def hold(cls, person_id):
        """Have this person alone until COMMIT, as they are by then: what signs them in begins or
        ends one by one."""
        return db.session.get(cls, person_id, populate_existing=True, with_for_update=True)

    def erase(self):
        """Keep nothing of this person but their id, which others' journals may name."""
        self.name = self.therapist_id = self.usual_setting = self.recovery_hash = None
        self.closes_at = None
        self.handle, self.erased_at = secrets.token_bytes(32), now()

    @property
    def joined_at(self):
        """When this person came in first, or None. From then on only an invitation to come in again
        lets anybody in as them."""
        mine = select(Invitation.used_at).where(Invitation.person_id == self.id)
        used = mine.where(Invitation.used_at.is_not(None))
        return db.session.scalar(used.order_by(Invitation.used_at).limit(1))

    @property
    def invitation(self):
        """The newest invitation that is still open, or None."""
        return db.session.scalar(
            select(Invitation)
            .where(Invitation.person_id == self.id, *Invitation.still_open())
            .order_by(Invitation.created_at.desc())
        )
