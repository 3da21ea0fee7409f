"""Signing in and out, as in the public contract. Every answer is JSON, save the sign-in page."""

from uuid import UUID

from flask import Blueprint, current_app, make_response, render_template
from flask_login import current_user
from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.journal.models import Journal
from webapp.passkeys import ceremony, cookies
from webapp.passkeys.logins import Device, Login
from webapp.passkeys.models import Challenge, Passkey
from webapp.passkeys.schema import AskToRegister, AskToStepUp, Register, ShownCredential
from webapp.people.models import Invitation
from webapp.security.access import anyone, require_login, signed_in, stepped_up
from webapp.security.problems import Problem, invitation_gone, speaks_json
from webapp.security.strict_json import Nothing, answer, takes

bp = Blueprint("passkeys", __name__)


@bp.get("/sign-in")
@anyone
def sign_in():
    """The sign-in page, the same for everybody."""
    return render_template("passkeys/sign_in.html")


@bp.post("/passkeys/login/options")
@anyone
@takes(Nothing)
def login_options(asked):
    """What any passkey of ours is asked to sign."""
    return _asking("login", ceremony.ask_to_show)


@bp.post("/passkeys/login")
@anyone
@takes(ShownCredential)
def log_in(asked):
    """Sign in with a passkey."""
    challenge = _taken("login", 401)
    return _welcome(Login.start(_shown(asked, challenge)))


@bp.post("/passkeys/registration/options")
@anyone
@takes(AskToRegister)
def registration_options(asked):
    """What a new passkey is asked to sign."""
    person = _newcomer(asked.invitation)
    return _asking("registration", lambda c: ceremony.ask_to_register(person, c), person)


@bp.post("/passkeys/registration")
@anyone
@takes(Register)
def register(asked):
    """Make a passkey. With an invitation: passkey, invitation and login in one transaction."""
    challenge = _taken("registration", 400)
    person = _newcomer(asked.invitation)
    if challenge.person_id != person.id:
        raise _refused(400)
    if asked.invitation and not Invitation.claim(asked.invitation):
        raise invitation_gone()
    passkey = _registered(person, asked, challenge)
    if person.role == "client" and asked.invitation:
        Journal.open_for(person)
    return _welcome(Login.start(passkey), 201)


@bp.post("/passkeys/step-up/options")
@signed_in
@takes(AskToStepUp)
def step_up_options(asked):
    """What this person's own passkey is asked to sign before something that matters."""
    person = current_user.person
    return _asking("step_up", lambda c: ceremony.ask_to_show(c, person), person, asked.action)


@bp.post("/passkeys/step-up")
@signed_in
@takes(ShownCredential)
def step_up(asked):
    """Show the passkey once more; good for one action, for five minutes."""
    challenge = _taken("step_up", 401)
    if challenge.person_id != current_user.id:
        raise _refused(401)
    if _shown(asked, challenge).person_id != current_user.id:
        raise _refused(401)
    token = current_user.login.step_up(challenge.action)
    db.session.commit()
    return cookies.give_login(answer({"for": challenge.action}), token)


@bp.get("/me")
@anyone
@speaks_json
def me():
    """Who is signed in here, if anybody."""
    if not current_user.is_authenticated:
        return answer({"signed_in": False, "person": None, "journal": None})
    return answer({"signed_in": True, **_who(current_user.person)})


@bp.post("/devices/<uuid:device>/key")
@signed_in
@takes(Nothing)
def device_key(device: UUID, asked):
    """The secret that wraps this account's words on this phone."""
    if not Device.admit(device, current_user):
        raise Problem(401, "not_signed_in", "Sign in again on this phone.")
    db.session.commit()
    key = current_app.extensions["secrets"].device_key(current_user.id, device)
    return answer({"key": ceremony.bytes_to_base64url(key)})


@bp.post("/logout")
@anyone
@takes(Nothing)
def log_out(asked):
    """Sign out: the login dies here, not only the cookie."""
    if current_user.is_authenticated:
        current_user.login.revoke()
        db.session.commit()
    return cookies.drop_login(make_response("", 204))


def _newcomer(invitation):
    if invitation:
        found = Invitation.with_secret(invitation)
        if found is None or found.person.joined_at:
            raise invitation_gone()
        return found.person
    require_login()
    stepped_up("add_passkey")
    return current_user.person


def _asking(purpose, options, person=None, action=None):
    browser = cookies.browser() or cookies.new_browser()
    challenge = Challenge.ask(purpose, browser, person, action)
    body = options(challenge)
    db.session.commit()
    return cookies.give_browser(answer(body), browser)


def _taken(purpose, status):
    browser = cookies.browser()
    challenge = browser and Challenge.take(purpose, browser)
    if not challenge:
        raise _refused(status)
    return challenge


def _shown(asked, challenge):
    """The passkey that was shown, verified. Unknown is told apart so that a phone can forget it."""
    try:
        passkey = Passkey.with_credential(ceremony.base64url_to_bytes(asked.id))
        if passkey is None:
            raise Problem(
                401, "passkey_unknown", "This passkey does not belong to Footing any more."
            )
        ceremony.show(passkey, asked, challenge)
    except (ceremony.Refused, ValueError) as wrong:
        raise _refused(401) from wrong
    return passkey


def _registered(person, asked, challenge):
    try:
        passkey = ceremony.register(person, asked.credential, challenge, asked.label)
        db.session.add(passkey)
        db.session.flush()
    except (ceremony.Refused, IntegrityError) as wrong:
        db.session.rollback()
        raise _refused(400) from wrong
    return passkey


def _welcome(started, status=200):
    """Sign in with a login just started. The one this browser had before ends: nobody could reach
    it any more, save by a copied cookie."""
    login, token = started
    if current_user.is_authenticated:
        current_user.login.revoke()
    db.session.commit()
    return cookies.give_login(answer(_who(login.person), status), token)


def _who(person):
    journal = Journal.of(person)
    return {
        "person": {"id": person.id, "role": person.role, "name": person.name},
        "journal": journal and journal.id,
    }


def _refused(status):
    return Problem(status, "passkey_refused", "The passkey was not accepted. Please try again.")
