"""The browsers in which people can be notified."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db, now
from webapp.journal.withdrawing import when_withdrawn
from webapp.people.models import Person
from webapp.reminders.schema import Subscription
from webapp.rows import run
from webapp.security.digest import digest
from webapp.security.sealing import Sealed

MOST = 8  # of one person


class PushSubscription(Identified, db.Model):
    """A browser that can be notified. It belongs to whoever subscribed there last, until the login
    by which they did is ended."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    endpoint_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    told = Sealed()
    told_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    added_at: Mapped[datetime] = mapped_column(Moment, default=now)
    # None for one from before this was noted: it belongs to all passkeys that there were then.
    login_id: Mapped[UUID | None] = mapped_column(ForeignKey("login.id", ondelete="CASCADE"))

    @classmethod
    def keep(cls, signed_in, subscription):
        """Remember a browser, or whose it is now. Of too many, the oldest is forgotten. Where their
        account is closed at that moment, the login is gone, and nothing is remembered."""
        Person.hold(signed_in.id)
        new = cls(told=msgspec.json.encode(subscription).decode())
        hashed = digest(subscription.endpoint)
        run(KEEP, new.id, hashed, new.told_sealed, now(), signed_in.login_id)
        for old in cls.of(signed_in.id)[MOST:]:
            db.session.delete(old)

    @classmethod
    def forget(cls, endpoint, person_id=None):
        """Forget a browser, whoever's it is, or only if it is this person's."""
        theirs = [cls.person_id == person_id] if person_id else []
        db.session.execute(db.delete(cls).where(cls.endpoint_hash == digest(endpoint), *theirs))

    @classmethod
    def of(cls, person_id):
        """The browsers of one person that are not shut out, the newest first."""
        mine = db.select(cls).where(cls.person_id == person_id, db.text(IS_LET_IN))
        found = db.session.scalars(mine.order_by(cls.added_at.desc(), cls.id))
        return [each for each in found if each.told]  # one that was damaged subscribes anew

    @property
    def subscription(self):
        """What the browser said of itself."""
        return msgspec.json.decode(self.told, type=Subscription)


KEEP = """
    INSERT INTO push_subscription (id, person_id, endpoint_hash, told_sealed, added_at, login_id)
    SELECT ?, person_id, ?, ?, ?, id FROM login WHERE id = ?
    ON CONFLICT (endpoint_hash) DO UPDATE SET
        id = excluded.id, person_id = excluded.person_id, told_sealed = excluded.told_sealed,
        added_at = excluded.added_at, login_id = excluded.login_id"""
# A login that ran out says nothing: who reads for a month, and writes nothing, is reminded still.
# What a recovery ended is back when it is stopped, and so are these.
IS_LET_IN = """
    EXISTS (SELECT 1 FROM passkey k LEFT JOIN login l ON l.id = push_subscription.login_id
    WHERE k.removed_at IS NULL AND (k.id = l.passkey_id AND l.revoked_at IS NULL
    OR l.id IS NULL AND k.person_id = push_subscription.person_id
    AND k.created_at <= push_subscription.added_at))"""


def _undo(person_id, since):
    """Whoever was not this person is notified no more."""
    mine = PushSubscription.person_id == person_id, PushSubscription.added_at >= since
    db.session.execute(db.delete(PushSubscription).where(*mine))


when_withdrawn(_undo)
