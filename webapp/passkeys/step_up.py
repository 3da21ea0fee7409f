"""Showing the passkey once more, before something that matters."""

from flask import Blueprint
from flask_login import current_user

from webapp.extensions import db
from webapp.passkeys import ceremony, cookies
from webapp.passkeys.answers import RequestOptions, SteppedUp
from webapp.passkeys.exchange import asking, refused, shown, taken
from webapp.passkeys.schema import AskToStepUp, ShownCredential
from webapp.security.access import signed_in
from webapp.security.strict_json import answer, gives, takes

bp = Blueprint("step_up", __name__)


@bp.post("/passkeys/step-up/options")
@signed_in
@takes(AskToStepUp)
@gives(RequestOptions)
def step_up_options(asked):
    """What this person's own passkey is asked to sign before something that matters."""
    person = current_user.held()
    return asking("step_up", lambda c: ceremony.ask_to_show(c, person), person, asked.action)


@bp.post("/passkeys/step-up")
@signed_in
@takes(ShownCredential)
@gives(SteppedUp, (401, "passkey_unknown"), (401, "passkey_refused"))
def step_up(asked):
    """Show the passkey once more; good for one action, for five minutes."""
    challenge = taken("step_up", 401)
    if challenge.person_id != current_user.id:
        raise refused(401)
    if shown(asked, challenge).person_id != current_user.id:
        raise refused(401)
    token = current_user.login.step_up(challenge.action)
    db.session.commit()
    return cookies.give_login(answer(SteppedUp(challenge.action)), token)
