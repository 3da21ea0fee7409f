"""Logins that were ended from elsewhere: such a phone, whenever it comes, must hear of that."""

from webapp.passkeys.erased import Nobody
from webapp.passkeys.former import HAS_HAD
from webapp.rows import run
from webapp.security.digest import digest


class Revoked(Nobody):
    """Whom the cookie of a revoked login speaks for."""

    was_revoked = True

    @classmethod
    def by_token(cls, token):
        """Somebody who was signed out from elsewhere, if this cookie was theirs; else None."""
        return cls() if run(OF_REVOKED, *[digest(token)] * 2) else None


OF_REVOKED = f"SELECT 1 FROM login l WHERE {HAS_HAD} AND l.revoked_at IS NOT NULL"  # noqa: S608
