"""A person's own passkeys and signed-in browsers: seeing them, naming them, ending them."""

from uuid import UUID

from flask import Blueprint
from flask_login import current_user
from msgspec import Struct
from webauthn.helpers import bytes_to_base64url

from webapp import content
from webapp.extensions import db
from webapp.passkeys import ending
from webapp.passkeys.logins import Login
from webapp.passkeys.models import Passkey
from webapp.people.schema import Name as PersonName
from webapp.security.access import signed_in, stepped_up
from webapp.security.problems import Problem, not_here
from webapp.security.strict_json import Instant, Nothing, gives, takes

bp = Blueprint("keeping", __name__)


class OwnPasskey(Struct):
    """A passkey as its owner is told of it; `maker` is whoever keeps it, where that is known.
    `credential` is its id for browsers, in base64url."""

    id: UUID
    credential: str
    label: str | None
    maker: str | None
    created_at: Instant
    last_used_at: Instant
    signed_in_here: bool


class OwnLogin(Struct):
    """A browser that is signed in, and with which passkey."""

    id: UUID
    passkey: UUID
    created_at: Instant
    last_seen_at: Instant
    here: bool


class SignedInWith(Struct):
    """All that can sign in as a person, and all that is signed in. `user` is what a passkey calls
    its owner, in base64url."""

    user: str
    passkeys: list[OwnPasskey]
    logins: list[OwnLogin]


class Name(Struct, forbid_unknown_fields=True):
    """What its owner calls a passkey."""

    label: PersonName


@bp.get("/my-passkeys")
@signed_in
@gives(SignedInWith)
def my_passkeys():
    """The passkeys of this person, and where they are signed in."""
    login, makers = current_user.login, content.passkey_makers().makers
    passkeys = [
        OwnPasskey(
            p.id, bytes_to_base64url(p.credential_id), p.label, makers.get(p.aaguid),
            p.created_at, p.last_used_at, p.id == login.passkey_id,
        )
        for p in Passkey.of(current_user)
    ]  # fmt: skip
    logins = [
        OwnLogin(each.id, each.passkey_id, each.created_at, each.last_seen_at, each.id == login.id)
        for each in Login.living(current_user.id)
    ]
    return SignedInWith(bytes_to_base64url(current_user.person.handle), passkeys, logins)


@bp.post("/my-passkeys/<uuid:passkey_id>/name")
@signed_in
@takes(Name)
@gives(None, (404, "not_found"), status=204)
def name_passkey(passkey_id, asked):
    """Call a passkey something."""
    current_user.held()
    _own(passkey_id).label = asked.label.strip()
    db.session.commit()
    return "", 204


@bp.post("/my-passkeys/<uuid:passkey_id>/remove")
@signed_in
@takes(Nothing)
@gives(None, (404, "not_found"), (403, "step_up_required"), (409, "last_passkey"), status=204)
def remove_passkey(passkey_id, asked):
    """Remove a passkey: it signs nobody in any more, and whatever it signed in is signed out."""
    stepped_up("remove_passkey")
    current_user.held()  # two at once leave one as well
    passkey = _own(passkey_id)
    if len(Passkey.of(current_user)) == 1:
        raise Problem(409, "last_passkey", "This is your only passkey. Add another one first.")
    ending.remove(passkey)
    db.session.commit()
    return "", 204


@bp.post("/my-logins/<uuid:login_id>/end")
@signed_in
@takes(Nothing)
@gives(None, (404, "not_found"), status=204)
def end_login(login_id, asked):
    """Sign a browser out from here. What it keeps is locked when it next has signal."""
    current_user.held()
    login = next((each for each in Login.living(current_user.id) if each.id == login_id), None)
    if login is None:
        raise not_here()
    ending.end(login)
    db.session.commit()
    return "", 204


def _own(passkey_id):
    found = next((each for each in Passkey.of(current_user) if each.id == passkey_id), None)
    if found is None:
        raise not_here()
    return found
