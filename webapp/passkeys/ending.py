"""Ending a passkey or a login for good: a backup that is put back does not bring it back."""

from sqlalchemy import func, select

from webapp import ledger
from webapp.extensions import db
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey


def remove(passkey):
    """It signs nobody in any more, and whatever it signed in is signed out."""
    passkey.remove()
    for login in Login.living(passkey.person_id):
        if login.passkey_id == passkey.id:
            login.revoke()
    ledger.note("passkey", passkey.id)


def end(login):
    """This browser is signed out."""
    login.revoke()
    ledger.note("login", login.id)


def without_any():
    """The ids of the people whose every passkey was removed."""
    all_removed = func.count(Passkey.id) == func.count(Passkey.removed_at)
    theirs = select(Passkey.person_id).group_by(Passkey.person_id).having(all_removed)
    return db.session.scalars(theirs).all()
