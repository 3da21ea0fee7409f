"""Letting somebody in again who lost every passkey, and what it ends.

Of a client, what was private stays withheld for seven days (journal/withholding.py), because the
therapist has held the link as well. Whatever was signed in until then reads nothing more, but can
say for as long that it was not them (witness.py): then the old passkeys and logins are back. Where
the server's clock has leapt over these days, it is no sign that they have gone by (clock.py).
What was written and made meanwhile is taken back (journal/withdrawing.py): all of it is by whoever
came in, because nobody else was signed in. A list beside the database says who was let in, what was
stopped, and who showed their recovery code, so that a backup from before that, put back, lets
nobody in again, and shuts nobody out who is known.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from webapp import clock, ledger
from webapp.extensions import Identified, Moment, db, now
from webapp.journal import revisions
from webapp.journal.models import Journal
from webapp.journal.withdrawing import withdraw
from webapp.journal.withholding import WAIT
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.people import codes
from webapp.people.codes import RecoveryCode
from webapp.people.given_out import end_what_was_given
from webapp.people.invitation import Invitation
from webapp.people.models import Person


class Recovery(Identified, db.Model):
    """One time that somebody was let in again. It is open for seven days, unless it was stopped or
    a recovery code was shown."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[datetime] = mapped_column(Moment)
    opens_at: Mapped[datetime] = mapped_column(Moment)
    withheld_to: Mapped[int | None] = mapped_column(BigInteger)

    @classmethod
    def begin(cls, person, recovery_id=None):
        """End all that signs this person in, in the caller's transaction, before the new passkey is
        made. A therapist has nothing that could be withheld, so for them nothing can be stopped."""
        journal, moment = Journal.of(person), now()
        last = journal and revisions.lock(journal.id)
        wait = WAIT if journal else timedelta(0)
        recovery = cls(
            id=recovery_id, person_id=person.id, began_at=moment, opens_at=moment + wait,
            withheld_to=last,
        )  # fmt: skip
        db.session.add(recovery)
        Person.hold(person.id)  # whoever signs in just now is through, and is ended as well
        RecoveryCode.end_those_of(person)
        for each in (*Passkey.of(person), *Login.living(person.id)):
            each.end_by(recovery)
        end_what_was_given(person.id)
        recovery.settle()
        return recovery

    def note(self):
        """Once the new passkey is made: whichever backup is put back, what this ended stays so, and
        no link that brought them here opens again."""
        ledger.note("let-in", self.id, self.person_id)
        for link in Invitation.links_again(self.person_id):
            ledger.note("link", link)

    @classmethod
    def open_of(cls, person_id):
        """Those of a person that are open, the latest first."""
        theirs = select(cls).where(cls.person_id == person_id, cls._is_open())
        return db.session.scalars(theirs.order_by(cls.began_at.desc())).all()

    @classmethod
    def to_stop(cls, person_id):
        """The one to stop where somebody says so who knows: the first that is open, or else the
        last there was. None if nothing can be stopped."""
        theirs = select(cls).where(cls.person_id == person_id).order_by(cls.began_at.desc())
        found = cls.open_of(person_id)[-1:] or db.session.scalars(theirs.limit(1)).all()
        return next((each for each in found if each.can_be_stopped), None)

    @classmethod
    def may_give_back(cls, credential_id):
        """Whether a passkey was ended by one that can still be stopped."""
        ended = select(cls.id).join(Passkey, Passkey.ended_by == cls.id)
        wanted = ended.where(Passkey.credential_id == credential_id, cls._is_open())
        return db.session.scalar(wanted) is not None

    @classmethod
    def _is_open(cls):
        """That its time is not over for sure, and nobody ended it, which leaves it no time."""
        return (cls.opens_at > clock.surely()) & (cls.opens_at > cls.began_at)

    @property
    def can_be_stopped(self):
        """Whether it ended something that was not given back."""
        ended = select(Passkey.id).where(Passkey.ended_by == self.id)
        return db.session.scalar(ended.limit(1)) is not None

    def stop(self):
        """It was not them. What came in since is out for good; what this ended signs in again."""
        journal = self._journal()
        if journal:
            revisions.lock(journal.id)  # first this and then the person, as everywhere
        person = Person.hold(self.person_id)
        ledger.note("stopped", self.id)
        withdraw(person, journal, self.withheld_to, self.began_at)
        self._withhold_from_earlier_ones(journal)
        for passkey in Passkey.of(person):
            passkey.remove()
        for login in Login.living(person.id):
            login.revoke()
        for kind in (Passkey, Login):
            kind.give_back(self)
        self._end_later_ones_for_good()
        self._end(Recovery.began_at >= self.began_at)

    def close(self):
        """Nobody waits, and no phone of before can stop it."""
        self._end(Recovery.id == self.id)

    def release(self, new_code):
        """It was them: they have shown their recovery code, for which they get a new one. Nothing
        of before can stop it now, whichever backup is put back."""
        for each in Recovery.open_of(self.person_id):
            ledger.note("released", each.id, codes.hashed(new_code).hex())
        self._end(Recovery._is_open())

    def settle(self):
        """Have the journal withhold what the latest open one says, or nothing more."""
        journal, waiting = self._journal(), Recovery.open_of(self.person_id)
        if journal:
            journal.withheld_to = waiting[0].withheld_to if waiting else None
            journal.opens_at = (waiting or [self])[0].opens_at

    def _journal(self):
        """None for a therapist."""
        return db.session.scalar(select(Journal).where(Journal.person_id == self.person_id))

    def _withhold_from_earlier_ones(self, journal):
        """Nobody knows whose the words of this one are: who still waits does not read them yet."""
        for each in Recovery.open_of(self.person_id):
            if each.began_at < self.began_at:
                each.withheld_to = revisions.lock(journal.id)

    def _end_later_ones_for_good(self):
        """What came in by this one was perhaps ended by a later one, and must not come back."""
        of_them = Recovery.person_id == self.person_id, Recovery.began_at > self.began_at
        later = select(Recovery.id).where(*of_them)
        for passkey in db.session.scalars(select(Passkey).where(Passkey.ended_by.in_(later))):
            passkey.remove()
        for kind in (Passkey, Login):
            ended = update(kind).where(kind.ended_by.in_(later))
            db.session.execute(ended.values(ended_by=None))

    def _end(self, which):
        theirs = (Recovery.person_id == self.person_id) & which
        db.session.execute(update(Recovery).where(theirs).values(opens_at=Recovery.began_at))
        db.session.expire_all()
        self.settle()


def end_links(person_id):
    """End the link by which somebody would be let in again. Returns whether there was one.

    No link that they ever had works again, whichever backup is put back.
    """
    for link in Invitation.links_again(person_id):
        ledger.note("link", link)
    return Invitation.end_again(person_id)
