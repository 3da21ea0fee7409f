"""Signing in and out, as in the public contract. Every answer is JSON, save the sign-in page."""

from uuid import UUID

from flask import Blueprint, make_response, render_template
from flask_login import current_user
from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.journal.models import Journal
from webapp.passkeys import ceremony, cookies, ending, ways_in
from webapp.passkeys.answers import (
    CreationOptions,
    DeviceKey,
    Me,
    RequestOptions,
    Somebody,
    Welcome,
)
from webapp.passkeys.devices import Device
from webapp.passkeys.exchange import asking, refused, shown, taken
from webapp.passkeys.logins import Login
from webapp.passkeys.schema import AskToRegister, Register, ShownCredential
from webapp.security.access import anyone, signed_in
from webapp.security.keyring import ours
from webapp.security.problems import Problem, recovering, shut_out
from webapp.security.strict_json import Nothing, answer, gives, takes
from webapp.security.tries import wrong_tries

bp = Blueprint("passkeys", __name__)


@bp.get("/sign-in")
@anyone
def sign_in():
    """The sign-in page, the same for everybody."""
    return render_template("passkeys/sign_in.html")


@bp.post("/passkeys/login/options")
@anyone
@takes(Nothing)
@gives(RequestOptions)
def login_options(asked):
    """What any passkey of ours is asked to sign."""
    return asking("login", ceremony.ask_to_show)


@bp.post("/passkeys/login")
@anyone
@takes(ShownCredential)
@gives(Welcome, (401, "passkey_unknown"), (401, "passkey_refused"), (429, "too_many"))
def log_in(asked):
    """Sign in with a passkey."""
    with wrong_tries("sign-in", "passkey_unknown", "passkey_refused", is_signed=True):
        passkey = shown(asked, taken("login", 401))
    return _welcome(Login.start(passkey))


@bp.post("/passkeys/registration/options")
@anyone
@takes(AskToRegister)
@gives(CreationOptions, *ways_in.REFUSALS)
def registration_options(asked):
    """What a new passkey is asked to sign."""
    person = ways_in.newcomer(asked)
    return asking("registration", lambda c: ceremony.ask_to_register(person, c), person)


@bp.post("/passkeys/registration")
@anyone
@takes(Register)
@gives(Welcome, (400, "passkey_refused"), *ways_in.REFUSALS, status=201)
def register(asked):
    """Make a passkey. By invitation or code: that, the passkey and the login in one transaction."""
    challenge = _challenge_for(asked)
    person = ways_in.newcomer(asked)  # later: the COMMIT of the challenge would let go of them
    if challenge.person_id != person.id:
        raise refused(400)
    recovery = ways_in.use_up(asked, person)
    passkey = _registered(person, asked, challenge)
    ways_in.note(asked, recovery)
    if not (asked.invitation or asked.code):  # they stay signed in with what they showed
        db.session.commit()
        return answer(_who(person), 201)
    if person.role == "client":
        Journal.open_for(person)
    return _welcome(Login.start(passkey), 201)


@bp.get("/me")
@anyone
@gives(Me)
def me():
    """Who is signed in here, if anybody."""
    if not current_user.is_authenticated:
        return Me(signed_in=False)
    who = _who(current_user.person)
    return Me(signed_in=True, person=who.person, journal=who.journal)


@bp.post("/devices/<uuid:device>/key")
@signed_in
@takes(Nothing)
@gives(DeviceKey, (409, "recovering"))
def device_key(device: UUID, asked):
    """The secret that wraps this account's words on this phone."""
    if current_user.withheld_to is not None and Device.was_here_before(device, current_user):
        raise recovering()
    if not Device.admit(device, current_user):
        raise shut_out()
    db.session.commit()
    key = ours().device_key(current_user.id, device)
    return DeviceKey(ceremony.bytes_to_base64url(key))


@bp.post("/logout")
@anyone
@takes(Nothing)
@gives(None, status=204)
def log_out(asked):
    """Sign out: the login dies here, not only the cookie."""
    _end_login_here()
    db.session.commit()
    return cookies.drop_login(make_response("", 204))


def _challenge_for(asked):
    """What this browser is to sign, used up. Without it, what is gone is still said to be gone."""
    try:
        return taken("registration", 400)
    except Problem:
        ways_in.newcomer(asked)
        raise


def _registered(person, asked, challenge):
    try:
        passkey = ceremony.register(person, asked.credential, challenge, asked.name)
        db.session.add(passkey)
        db.session.flush()
    except (ceremony.Refused, IntegrityError) as wrong:
        db.session.rollback()
        raise refused(400) from wrong
    return passkey


def _welcome(started, status=200):
    """Sign in with a login just started. The one this browser had before ends: nobody could reach
    it any more, save by a copied cookie."""
    login, token = started
    _end_login_here()
    db.session.commit()
    return cookies.give_login(answer(_who(login.person), status), token)


def _end_login_here():
    """One that a recovery had ended does not come back when that is stopped, whichever backup is
    put back."""
    login = current_user.login and Login.hold(current_user.login.id)
    if login and current_user.is_authenticated:
        login.revoke()
    elif login:
        ending.end(login)


def _who(person):
    journal = Journal.of(person)
    return Welcome(Somebody(person.id, person.role, person.name), journal and journal.id)
