"""What phones ask about being let in again: whether it goes on, stopping it, showing the code."""

from typing import Literal

from flask import Blueprint
from flask_login import current_user
from msgspec import Struct

from webapp.extensions import db
from webapp.journal import revisions
from webapp.passkeys.recovery import Recovery, end_links
from webapp.people import codes
from webapp.people.invitation import Invitation
from webapp.people.schema import RecoveryCode, Secret
from webapp.security.access import anyone, client_self, require_login
from webapp.security.problems import Problem, code_gone
from webapp.security.strict_json import Instant, Nothing, gives, takes
from webapp.security.tries import wrong_tries

bp = Blueprint("recovering", __name__)


class Recovering(Struct):
    """`invited`: a link was made. `ended_here`: it was used, and has signed this phone out.
    `waiting`: this phone came in by it. The last two until `opens_at`."""

    state: Literal["none", "invited", "ended_here", "waiting"]
    opens_at: Instant | None = None


class ShowCode(Struct, forbid_unknown_fields=True):
    """The recovery code that a client has kept."""

    code: Secret


@bp.get("/recovery")
@anyone
@gives(Recovering, (403, "wrong_account"))
def recovery():
    """Whether somebody is let in again as the person of this phone, as far as it may know."""
    if ended := _ended_here():
        return Recovering("ended_here", ended.opens_at)
    if not current_user.is_authenticated:
        return Recovering("none")
    require_login()  # or it would be told of somebody else
    if current_user.withheld_to is not None:
        return Recovering("waiting", current_user.opens_at)
    return Recovering("invited" if Invitation.again(current_user.id) else "none")


@bp.post("/recovery/stop")
@anyone
@takes(Nothing)
@gives(
    None, (401, "not_signed_in"), (403, "wrong_account"), (409, "nothing_to_stop"),
    (410, "account_erased"), status=204,
)  # fmt: skip
def stop(asked):
    """It was not me: the link ends, whoever came in by it is signed out for good, and what they did
    is taken back."""
    ended = _ended_here()
    if ended:
        ended.stop()
    elif current_user.is_authenticated:
        require_login().held()  # or somebody else's link would end
    person_id = ended.person_id if ended else getattr(current_user, "id", None)
    if not (end_links(person_id) or ended):
        raise Problem(409, "nothing_to_stop", "There is nothing to stop.")
    db.session.commit()
    return "", 204


@bp.post("/recovery/code")
@client_self
@takes(ShowCode)
@gives(RecoveryCode, (410, "code_gone"), (429, "too_many"))
def show_code(asked):
    """It is me: what was withheld comes at once. The code is used up; the answer is a new one."""
    with wrong_tries("own recovery code", "code_gone", most=codes.MOST_TRIES):
        revisions.lock(current_user.journal_id)  # or two at once would be shown two new ones
        person = current_user.held()
        waiting = Recovery.open_of(person.id)
        if not waiting or person.recovery_hash != codes.hashed(asked.code):
            raise code_gone()
    code = codes.for_client(person)
    waiting[0].release(code)
    db.session.commit()
    return RecoveryCode(code)


def _ended_here():
    return getattr(current_user, "recovery", None)
