"""Recovery codes: what somebody keeps on paper for the day on which their passkey is lost."""

import re
import secrets
from textwrap import wrap
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp import ledger
from webapp.extensions import Identified, db
from webapp.people.models import Person
from webapp.security.digest import digest

GROUP = 6  # letters
GROUPS = 5  # 120 bits: nobody guesses one
AT_ONCE = 10
MOST_TRIES = 10


def new_code():
    """A fresh code, as it is shown."""
    return "-".join(secrets.token_hex(GROUP // 2) for _ in range(GROUPS))


def hashed(code):
    """How a code is kept; the same however it was typed."""
    letters = re.sub(r"[^0-9a-z]", "", code.lower())
    return digest("-".join(wrap(letters, GROUP)))


def for_client(person):
    """A code that brings private words back on a new phone: shown once, kept as a hash."""
    if person.recovery_hash:
        ledger.note_codes([person.recovery_hash])
    code = new_code()
    person.recovery_hash = hashed(code)
    return code


class RecoveryCode(Identified, db.Model):
    """One of a therapist's ten. It lets them make a new passkey, once."""

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)

    @classmethod
    def ten_for(cls, person):
        """Ten new ones, which end all earlier ones. They are known only to who is shown them."""
        Person.hold(person.id)  # or those of two who ask at once would all be good
        ledger.note_codes(cls.end_those_of(person))
        codes = [new_code() for _ in range(AT_ONCE)]
        db.session.add_all([cls(person_id=person.id, code_hash=hashed(code)) for code in codes])
        return codes

    @classmethod
    def end_those_of(cls, person):
        """Let nobody come in by a code that this person was given. Returns their hashes."""
        return cls._end(cls.person_id == person.id)

    @classmethod
    def left(cls, person_id):
        """How many this person has not used."""
        theirs = select(func.count()).select_from(cls).where(cls.person_id == person_id)
        return db.session.scalar(theirs)

    @classmethod
    def owner(cls, code):
        """Whose unused code this is, or None."""
        theirs = select(Person).join(cls, cls.person_id == Person.id)
        return db.session.scalar(theirs.where(cls.code_hash == hashed(code)))

    @classmethod
    def claim(cls, code):
        """Use it up, atomically. Returns whether this caller was the one."""
        return len(cls._end(cls.code_hash == hashed(code))) == 1

    @classmethod
    def _end(cls, which):
        return db.session.scalars(delete(cls).where(which).returning(cls.code_hash)).all()
