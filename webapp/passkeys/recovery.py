"""Letting somebody in again who lost every passkey, and what it ends.

Of a client, what was private stays withheld for seven days (journal/withholding.py), because the
therapist has held the link as well. Whatever was signed in until then reads nothing more, but can
say for as long that it was not them: then the old passkeys and logins are back.
What was written meanwhile stays: nothing tells it from the words of the right person.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db, now
from webapp.journal import revisions
from webapp.journal.models import Journal
from webapp.journal.withholding import WAIT
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.passkeys.revoked import Revoked
from webapp.people.codes import RecoveryCode
from webapp.people.models import Person, digest
from webapp.rows import run, uuid


class Recovery(Identified, db.Model):
    """One time that somebody was let in again. It is open for seven days, unless it was stopped or
    a recovery code was shown."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[datetime] = mapped_column(Moment)
    opens_at: Mapped[datetime] = mapped_column(Moment)
    withheld_to: Mapped[int | None] = mapped_column(BigInteger)

    @classmethod
    def begin(cls, person):
        """End all that signs this person in, in the caller's transaction, before the new passkey is
        made. A therapist has nothing that could be withheld, so for them nothing can be stopped."""
        journal, moment = Journal.of(person), now()
        last = journal and revisions.lock(journal.id)
        wait = WAIT if journal else timedelta(0)
        recovery = cls(
            person_id=person.id, began_at=moment, opens_at=moment + wait, withheld_to=last
        )
        db.session.add(recovery)
        Person.hold(person.id)  # whoever signs in just now is through, and is ended as well
        RecoveryCode.end_those_of(person)
        for each in (*Passkey.of(person), *Login.living(person.id)):
            each.end_by(recovery)
        recovery.settle()

    @classmethod
    def open_of(cls, person_id):
        """Those of a person that are open, the latest first."""
        theirs = select(cls).where(cls.person_id == person_id, cls.opens_at > now())
        return db.session.scalars(theirs.order_by(cls.began_at.desc())).all()

    @classmethod
    def may_give_back(cls, credential_id):
        """Whether a passkey was ended by one that can still be stopped."""
        ended = select(cls.id).join(Passkey, Passkey.ended_by == cls.id)
        wanted = ended.where(Passkey.credential_id == credential_id, cls.opens_at > now())
        return db.session.scalar(wanted) is not None

    def stop(self):
        """It was not them. What came in since is out for good; what this ended signs in again."""
        journal = db.session.scalar(select(Journal).where(Journal.person_id == self.person_id))
        if journal:
            revisions.lock(journal.id)  # first this and then the person, as everywhere
        person = Person.hold(self.person_id)
        for passkey in Passkey.of(person):
            passkey.remove()
        for login in Login.living(person.id):
            login.revoke()
        for kind in (Passkey, Login):
            kind.give_back(self)
        self._end(Recovery.began_at >= self.began_at)

    def release(self):
        """It was them: they have shown their recovery code. Nothing of before can stop it now."""
        self._end(Recovery.opens_at > now())

    def settle(self):
        """Have the journal withhold what the latest open one says, or nothing more."""
        journal = db.session.scalar(select(Journal).where(Journal.person_id == self.person_id))
        latest = next(iter(Recovery.open_of(self.person_id)), self)
        if journal:
            journal.withheld_to, journal.opens_at = latest.withheld_to, latest.opens_at

    def _end(self, which):
        theirs = (Recovery.person_id == self.person_id) & which
        db.session.execute(update(Recovery).where(theirs).values(opens_at=now()))
        db.session.expire_all()
        self.settle()


class Witness(Revoked):
    """Whom a cookie speaks for that a recovery has ended and that may still stop it."""

    was_revoked = False  # its phone is not locked: whose it is, is what has to be seen

    def __init__(self, recovery_id):
        self._recovery_id = recovery_id

    @property
    def recovery(self):
        """The one that ended this login."""
        return db.session.get(Recovery, self._recovery_id)

    @classmethod
    def by_token(cls, token):
        """The witness with this cookie, or None."""
        found = run(OF_WITNESS, digest(token), now())
        return cls(uuid(found[0][0])) if found else None


OF_WITNESS = """
    SELECT r.id FROM recovery r JOIN login l ON l.ended_by = r.id
    WHERE l.token_hash = ? AND r.opens_at > ?"""
