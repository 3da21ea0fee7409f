"""People, and the invitations by which they come in."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, false, or_, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from webapp.extensions import Identified, Moment, db, now
from webapp.journal import ledger
from webapp.security.sealing import Sealed

INVITATION_LIFE = timedelta(days=7)
SECRET_BYTES = 32


def digest(secret):
    """How a random secret is kept: only its hash, so that a stolen database opens nothing."""
    return hashlib.sha256(secret.encode()).digest()


class Person(Identified, db.Model):
    """Somebody who can sign in: a therapist, or a client with the therapist they work with."""

    role: Mapped[str] = mapped_column(String(16))
    name = Sealed()
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


class Invitation(Identified, db.Model):
    """A way in for one person, once, for seven days. Its secret is known to nobody but them."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    # The first therapist's is good only while nobody has come in by another.
    to_set_up: Mapped[bool] = mapped_column(server_default=false())
    # For somebody who has come in before, and lost every passkey.
    is_again: Mapped[bool] = mapped_column(server_default=false())

    person: Mapped[Person] = relationship()

    @classmethod
    def to(cls, person, to_set_up=False, is_again=False):
        """Open the one invitation of a person, ending any earlier one, whichever backup is put
        back. Returns its secret."""
        db.session.flush()
        Person.hold(person.id)  # or both of two who ask at once would leave one open
        cls.end_those_of(person)
        secret = secrets.token_urlsafe(SECRET_BYTES)
        born = now()
        invitation = cls(
            person_id=person.id,
            secret_hash=digest(secret),
            created_at=born,
            expires_at=born + INVITATION_LIFE,
            to_set_up=to_set_up,
            is_again=is_again,
        )
        db.session.add(invitation)
        return secret

    @classmethod
    def again(cls, person_id):
        """The open one of somebody who is let in again, or None."""
        theirs = cls.person_id == person_id, cls.is_again
        return db.session.scalar(select(cls).where(*theirs, *cls.still_open()))

    @classmethod
    def links_again(cls, person_id):
        """The ids of all by which somebody was ever to be let in again."""
        return db.session.scalars(
            select(cls.id).where(cls.person_id == person_id, cls.is_again)
        ).all()

    @classmethod
    def end_again(cls, person_id):
        """End that one. Returns whether there was any."""
        found = cls.again(person_id)
        if found:
            found.revoked_at = now()
        return found is not None

    @classmethod
    def still_open(cls):
        """The conditions under which an invitation can be used."""
        unused = cls.used_at.is_(None), cls.revoked_at.is_(None), cls.expires_at > now()
        return *unused, or_(~cls.to_set_up, ~_somebody_came_in())

    @classmethod
    def with_secret(cls, secret):
        """The open invitation with this secret, or None for unknown, used, revoked, expired."""
        wanted = select(cls).where(cls.secret_hash == digest(secret), *cls.still_open())
        return db.session.scalar(wanted)

    @classmethod
    def was(cls, secret):
        """Whether there ever was an invitation with this secret: whoever has it guesses nothing."""
        known = select(cls.id).where(cls.secret_hash == digest(secret))
        return db.session.scalar(known) is not None

    @classmethod
    def claim(cls, secret):
        """Use it up, atomically. Returns whether this caller was the one."""
        claimed = db.session.execute(
            update(cls)
            .where(cls.secret_hash == digest(secret), *cls.still_open())
            .values(used_at=now())
        )
        return claimed.rowcount == 1

    @classmethod
    def note_used(cls, secret):
        """Whichever backup is put back, nobody comes in by this one again."""
        used = select(cls.id).where(cls.secret_hash == digest(secret))
        ledger.note("link", db.session.scalars(used).one())

    @classmethod
    def end_those_of(cls, person):
        """End any that is open, whichever backup is put back."""
        theirs = update(cls).where(cls.person_id == person.id, *cls.still_open())
        ended = db.session.scalars(
            theirs.values(revoked_at=now()).returning(cls.id),
            execution_options={"synchronize_session": False},
        )
        for link in ended:
            ledger.note("link", link)


def is_set_up():
    """Whether somebody has come in. Before that the set-up page is open, afterwards never."""
    return db.session.scalar(select(_somebody_came_in()))


def _somebody_came_in():
    used = aliased(Invitation)
    return select(used.id).where(used.used_at.is_not(None)).exists()
