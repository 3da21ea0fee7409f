"""Phones that a recovery has signed out, and that can still say that it was not them."""

from webapp import clock
from webapp.extensions import db
from webapp.passkeys.former import HAS_HAD
from webapp.passkeys.logins import Login
from webapp.passkeys.recovery import Recovery
from webapp.passkeys.revoked import Revoked
from webapp.rows import run, uuid
from webapp.security.digest import digest


class Witness(Revoked):
    """Whom a cookie speaks for that a recovery has ended and that may still stop it."""

    was_revoked = False  # its phone is not locked: whose it is, is what has to be seen

    def __init__(self, recovery_id, login_id):
        self._recovery_id, self._login_id = recovery_id, login_id

    @property
    def recovery(self):
        """The one that ended this login."""
        return db.session.get(Recovery, self._recovery_id)

    @property
    def login(self):
        """The login itself."""
        return db.session.get(Login, self._login_id)

    @classmethod
    def by_token(cls, token):
        """The witness with this cookie, or None."""
        found = run(OF_WITNESS, *[digest(token)] * 2, clock.surely())
        return cls(*map(uuid, found[0])) if found else None


OF_WITNESS = f"""
    SELECT r.id, l.id FROM recovery r JOIN login l ON l.ended_by = r.id
    WHERE {HAS_HAD} AND r.opens_at > ? AND r.opens_at > r.began_at"""  # noqa: S608
