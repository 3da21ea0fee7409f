"""Passkeys, and the single-use challenges that they sign."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, ForeignKey, LargeBinary, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import Identified, Moment, db, now
from webapp.people.codes import RecoveryCode
from webapp.people.models import Person
from webapp.security.digest import digest
from webapp.security.sealing import Sealed

CHALLENGE_LIFE = {
    "login": timedelta(minutes=5),
    "step_up": timedelta(minutes=5),
    "registration": timedelta(minutes=10),
}


class Passkey(Identified, db.Model):
    """A public key that proves one person, on their phone or in their password manager."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1023), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)  # 32 bits without a sign
    aaguid: Mapped[str] = mapped_column(String(36))
    backup_eligible: Mapped[bool] = mapped_column(Boolean)
    backed_up: Mapped[bool] = mapped_column(Boolean)
    label = Sealed()
    label_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(Moment)
    last_used_at: Mapped[datetime] = mapped_column(Moment)
    # What it signed in is told that it was shut out, so that much of it stays.
    removed_at: Mapped[datetime | None] = mapped_column(Moment)
    # The recovery that ended it; while that can be stopped, it may come back.
    ended_by: Mapped[UUID | None]

    person: Mapped[Person] = relationship()

    @classmethod
    def with_credential(cls, credential_id):
        """The passkey with this credential id, whoever owns it, or None."""
        known = select(cls).where(cls.credential_id == credential_id, cls.removed_at.is_(None))
        return db.session.scalar(known)

    @classmethod
    def of(cls, person):
        """A person's passkeys, in the order in which they were made."""
        own = select(cls).where(cls.person_id == person.id, cls.removed_at.is_(None))
        return db.session.scalars(own.order_by(cls.created_at, cls.id)).all()

    @classmethod
    def is_all_there_is(cls, person):
        """Whether a person could not come back in if they lost one thing."""
        return len(cls.of(person)) < 2 and not RecoveryCode.left(person.id)

    def remove(self):
        """Nobody signs in with it any more, and its key is gone."""
        self.removed_at, self.public_key, self.label = now(), b"", None

    def end_by(self, recovery):
        """Nobody signs in with it any more, unless the recovery is stopped."""
        self.removed_at, self.ended_by = now(), recovery.id

    @classmethod
    def give_back(cls, recovery):
        """What this recovery ended signs in again."""
        theirs = update(cls).where(cls.ended_by == recovery.id)
        db.session.execute(theirs.values(removed_at=None, ended_by=None))

    def used(self, sign_count, backed_up):
        """Note a good signature. A counter that fell back is noted as the higher one."""
        self.sign_count = max(self.sign_count, sign_count)
        self.backed_up = backed_up
        self.last_used_at = now()


class Challenge(Identified, db.Model):
    """What a passkey must sign: once, soon, in the browser that asked, for one purpose."""

    value: Mapped[bytes] = mapped_column(LargeBinary(64))
    purpose: Mapped[str] = mapped_column(String(16))
    browser_hash: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    action: Mapped[str | None] = mapped_column(String(32))
    expires_at: Mapped[datetime] = mapped_column(Moment)

    @classmethod
    def ask(cls, purpose, browser, person=None, action=None):
        """Make a challenge. An earlier one of this browser for this purpose ends."""
        db.session.execute(delete(cls).where((cls.expires_at < now()) | cls._of(purpose, browser)))
        challenge = cls(
            value=secrets.token_bytes(32),
            purpose=purpose,
            browser_hash=digest(browser),
            person_id=person and person.id,
            action=action,
            expires_at=now() + CHALLENGE_LIFE[purpose],
        )
        db.session.add(challenge)
        return challenge

    @classmethod
    def take(cls, purpose, browser):
        """Use up this browser's challenge, in a transaction of its own. None when there is none."""
        taken = db.session.execute(
            delete(cls)
            .where(cls._of(purpose, browser), cls.expires_at > now())
            .returning(cls.value, cls.person_id, cls.action)
        ).first()
        db.session.commit()
        return taken

    @classmethod
    def _of(cls, purpose, browser):
        return (cls.purpose == purpose) & (cls.browser_hash == digest(browser))
