"""What is left of the logins of an erased account: enough to tell its phones."""

from uuid import UUID

from flask_login import AnonymousUserMixin
from sqlalchemy import ForeignKey, LargeBinary, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.passkeys.logins import Login
from webapp.people.models import digest
from webapp.rows import run


class Nobody(AnonymousUserMixin):
    """Whoever is not signed in."""

    was_erased = False
    was_revoked = False


class Erased(Nobody):
    """Whom the cookie of an erased account speaks for."""

    was_erased = True


class ErasedLogin(db.Model):
    """A cookie of an account that was erased: its phone, whenever it comes, must hear of that."""

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))

    @classmethod
    def keep_those_of(cls, person):
        """Remember every cookie that ever signed this person in."""
        theirs = select(Login.token_hash, Login.person_id).where(Login.person_id == person.id)
        db.session.execute(insert(cls).from_select(["token_hash", "person_id"], theirs))

    @classmethod
    def by_token(cls, token):
        """Somebody who was erased, if this cookie was theirs; else None."""
        return Erased() if run(OF_ERASED, digest(token)) else None


OF_ERASED = "SELECT 1 FROM erased_login WHERE token_hash = ?"
