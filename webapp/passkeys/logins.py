"""Who is signed in where: logins, and whom a cookie speaks for."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from flask_login import UserMixin
from sqlalchemy import ForeignKey, LargeBinary, String, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp import clock
from webapp.extensions import Identified, Moment, db, now
from webapp.passkeys.former import FormerCookie
from webapp.people.models import Person
from webapp.rows import moment, run, uuid
from webapp.security.digest import digest
from webapp.security.problems import account_erased, shut_out

STEP_UP_LIFE = timedelta(minutes=5)
JUST_NOW = timedelta(minutes=10)
IDLE_LIFE = {"client": timedelta(days=30), "therapist": timedelta(minutes=30)}
WHOLE_LIFE = {"client": timedelta(days=90), "therapist": timedelta(hours=12)}
TOUCH_EVERY = timedelta(minutes=1)


def lasts(login, role):
    """Whether a login of somebody with this role has not run out."""
    is_in_use = _is_within(IDLE_LIFE[role], login.last_seen_at)
    return is_in_use and _is_within(WHOLE_LIFE[role], login.created_at)


def _is_within(span, moment):
    """Whether a moment is no further from now: where the server's clock was put back, what was
    noted before lies ahead, and must not count for as much longer."""
    return abs(now() - moment) < span


class Login(Identified, db.Model):
    """One signed-in browser. Its cookie holds a random token; here is only the token's hash."""

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    passkey_id: Mapped[UUID] = mapped_column(
        ForeignKey("passkey.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(Moment)
    last_seen_at: Mapped[datetime] = mapped_column(Moment)
    step_up_at: Mapped[datetime | None] = mapped_column(Moment)
    step_up_action: Mapped[str | None] = mapped_column(String(32))
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_by: Mapped[UUID | None]  # the recovery that ended it, and that it may stop

    person: Mapped[Person] = relationship(lazy="joined")

    @classmethod
    def start(cls, passkey):
        """Sign in with a passkey. Returns the login and the token for its cookie."""
        token, moment = secrets.token_urlsafe(32), now()
        login = cls(
            token_hash=digest(token),
            person_id=passkey.person_id,
            passkey_id=passkey.id,
            created_at=moment,
            last_seen_at=moment,
        )
        db.session.add(login)
        return login, token

    @classmethod
    def living(cls, person_id):
        """The logins of a person that neither were ended nor ran out, the latest first."""
        theirs = select(cls).where(cls.person_id == person_id, cls.revoked_at.is_(None))
        found = db.session.scalars(theirs.order_by(cls.created_at.desc())).unique()
        return [login for login in found if lasts(login, login.person.role)]

    @classmethod
    def hold(cls, login_id):
        """This login, which nobody erases before COMMIT; None where somebody just has."""
        alone = {"of": cls}
        return db.session.get(cls, login_id, populate_existing=True, with_for_update=alone)

    def rotate(self):
        """Give this login a new token; the old cookie is dead. Returns the token."""
        FormerCookie.keep(self.id)
        token = secrets.token_urlsafe(32)
        self.token_hash = digest(token)
        return token

    def step_up(self, action):
        """A fresh passkey was shown for one action."""
        self.step_up_at, self.step_up_action = now(), action
        return self.rotate()

    def revoke(self):
        """Sign this browser out for good: no recovery that is stopped gives it back."""
        self.revoked_at, self.ended_by = now(), None

    def end_by(self, recovery):
        """Sign this browser out, unless the recovery is stopped."""
        self.revoked_at, self.ended_by = now(), recovery.id

    @classmethod
    def give_back(cls, recovery):
        """What this recovery signed out is signed in again."""
        theirs = update(cls).where(cls.ended_by == recovery.id)
        db.session.execute(theirs.values(revoked_at=None, ended_by=None))


@dataclass
class SignedIn(UserMixin):
    """Whom a login cookie speaks for: all that most requests ask, in one statement."""

    login_id: UUID
    id: UUID
    role: str
    journal_id: UUID | None
    created_at: datetime
    last_seen_at: datetime
    step_up_at: datetime | None
    step_up_action: str | None
    early: int | None  # the newest number from before somebody was let in again as this client
    opens_at: datetime | None

    @classmethod
    def by_token(cls, token):
        """Whom this cookie signs in, or None after logout, revocation or expiry."""
        found = [cls._stored(*row) for row in run(OF_COOKIE, digest(token))]
        return found[0] if found and lasts(found[0], found[0].role) else None

    @classmethod
    def _stored(cls, login, person, role, journal, created, seen, step_up, action, early, opens):
        ids = uuid(login), uuid(person), role, uuid(journal)
        moments = moment(created), moment(seen), moment(step_up)
        return cls(*ids, *moments, action, early, moment(opens))

    @cached_property
    def withheld_to(self):
        """The number up to which only what is shared is given to this person now; else None."""
        is_open = self.early is None or clock.has_come(self.opens_at)
        return None if is_open else self.early

    def touch(self):
        """Note that it is in use, at most once a minute. A GET may do this too."""
        if not _is_within(TOUCH_EVERY, self.last_seen_at):
            db.session.commit()  # a write must not follow a read in the same transaction
            run("UPDATE login SET last_seen_at = ? WHERE id = ?", now(), self.login_id)
            db.session.commit()

    def is_stepped_up_for(self, action):
        """Whether a passkey was shown for this action within five minutes."""
        fresh = self.step_up_at is not None and _is_within(STEP_UP_LIFE, self.step_up_at)
        return fresh and self.step_up_action == action

    def has_just_come_in(self):
        """Whether this is the login that joining began, the first of all, ten minutes ago at most.

        A later login begins with a passkey, but what its cookie opens must ask for one anew.
        """
        is_first = not run(EARLIER, self.id, self.created_at)
        return is_first and _is_within(JUST_NOW, self.created_at)

    @property
    def person(self):
        """The person themselves, for those who need more."""
        return db.session.get(Person, self.id)

    def held(self):
        """The person, whom nobody signs out or erases before COMMIT. Raise where somebody has."""
        person = Person.hold(self.id)
        if person.erased_at:
            raise account_erased()
        login = db.session.get(Login, self.login_id, populate_existing=True)
        if login is None or login.revoked_at:
            raise shut_out()
        return person

    @property
    def login(self):
        """The login itself."""
        return db.session.get(Login, self.login_id)


OF_COOKIE = """
    SELECT l.id, p.id, p.role, j.id, l.created_at, l.last_seen_at, l.step_up_at, l.step_up_action,
        j.withheld_to, j.opens_at
    FROM login l JOIN person p ON p.id = l.person_id LEFT JOIN journal j ON j.person_id = p.id
    WHERE l.token_hash = ? AND l.revoked_at IS NULL AND p.erased_at IS NULL"""

EARLIER = "SELECT 1 FROM login WHERE person_id = ? AND created_at < ? LIMIT 1"
