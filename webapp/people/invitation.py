"""The invitations by which people come in: at first, and again after every passkey was lost."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, false, or_, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from webapp import ledger
from webapp.extensions import Identified, Moment, db, now
from webapp.security.digest import digest

INVITATION_LIFE = timedelta(days=7)
SECRET_BYTES = 32


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

    person = relationship("Person")

    @classmethod
    def to(cls, person, to_set_up=False, is_again=False):
        """Open the one invitation of a person, ending any earlier one, whichever backup is put
        back. Returns its secret."""
        db.session.flush()
        person.hold(person.id)  # or both of two who ask at once would leave one open
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
