"""What is left of the logins of an erased account: enough to tell its phones."""

from uuid import UUID

from flask_login import AnonymousUserMixin
from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.rows import run, run_many, uuid
from webapp.security.digest import digest


class Nobody(AnonymousUserMixin):
    """Whoever is not signed in."""

    was_erased = False
    was_revoked = False
    login = None


class Erased(Nobody):
    """Whom the cookie of an erased account speaks for."""

    was_erased = True

    def __init__(self, id):
        self.id = id


class ErasedLogin(db.Model):
    """A cookie of an account that was erased: its phone, whenever it comes, must hear of that."""

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    # Whoever came in after a backup is not in it, and their phones hear of it all the same.
    person_id: Mapped[UUID]

    @classmethod
    def keep_those_of(cls, person):
        """Remember every cookie that ever signed this person in. Returns their hashes."""
        run(KEEP_THOSE_OF, person.id, person.id)
        theirs = select(cls.token_hash).where(cls.person_id == person.id)
        return db.session.scalars(theirs.order_by(cls.token_hash)).all()

    @classmethod
    def keep(cls, person_id, hashes):
        """Remember these cookies of somebody."""
        run_many(KEEP, [(each, person_id) for each in hashes])

    @classmethod
    def by_token(cls, token):
        """Somebody who was erased, if this cookie was theirs; else None."""
        found = run(OF_ERASED, digest(token))
        return Erased(uuid(found[0][0])) if found else None


KEEP = "INSERT INTO erased_login (token_hash, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
KEEP_THOSE_OF = """
    INSERT INTO erased_login (token_hash, person_id)
    SELECT token_hash, person_id FROM login WHERE person_id = ?
    UNION SELECT f.token_hash, l.person_id FROM former_cookie f JOIN login l ON l.id = f.login_id
    WHERE l.person_id = ?"""
OF_ERASED = "SELECT person_id FROM erased_login WHERE token_hash = ?"
