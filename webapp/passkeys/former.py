"""Cookies that a login had before it got another one: a phone that never got the answer with the
new one still holds such a cookie, and must hear what became of its login."""

from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.rows import run


class FormerCookie(db.Model):
    """A cookie that another one took the place of. It signs nobody in."""

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    login_id: Mapped[UUID] = mapped_column(ForeignKey("login.id", ondelete="CASCADE"), index=True)

    @classmethod
    def keep(cls, login_id):
        """Remember the one that a login has now."""
        run(KEEP, login_id)


KEEP = """
    INSERT INTO former_cookie (token_hash, login_id) SELECT token_hash, id FROM login WHERE id = ?
    ON CONFLICT DO NOTHING"""
# Whether the login `l` has this cookie, or had it: the hash is to be given twice.
HAS_HAD = """
    (l.token_hash = ? OR l.id = (SELECT login_id FROM former_cookie WHERE token_hash = ?))"""
