"""The practice: what an installation belongs to, and what its therapists have in common."""

from datetime import datetime

from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Identified, Moment, db, now
from webapp.people.about import Told
from webapp.rows import alone_in
from webapp.security.sealing import UNREADABLE, Sealed

YEARS_KEPT = {1: "a year", 3: "three years", 7: "seven years"}


class Practice(Told, Identified, db.Model):
    """The one practice that this installation belongs to."""

    name = Sealed(UNREADABLE)
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    # After the last session or visit; None is for as long as the account is open.
    years_kept: Mapped[int | None]
    years_kept_since: Mapped[datetime | None] = mapped_column(Moment)

    @classmethod
    def ours(cls):
        """The practice, or None before the first therapist has named it. Where two first savings at
        once once made several, it is always the same one."""
        return db.session.scalar(select(cls).order_by(cls.id).limit(1))

    @classmethod
    def hold(cls):
        """Have the practice alone until COMMIT; a new one where there is none yet, so that whoever
        comes at the same moment finds it, and there is one."""
        alone_in(cls.__tablename__)
        return cls.ours() or cls()

    @classmethod
    def called(cls, name):
        """Name the practice."""
        practice = cls.hold()
        practice.name = name
        db.session.add(practice)

    def keep_for(self, years):
        """Have what is of a client erased so many years after the last time, or with None never."""
        if years != self.years_kept:
            self.years_kept, self.years_kept_since = years, now()
