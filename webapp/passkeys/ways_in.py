"""Who may make a passkey: by invitation, by a recovery code, or once more by somebody signed in."""

from flask_login import current_user

from webapp.people.codes import RecoveryCode
from webapp.people.models import Invitation
from webapp.security.access import require_login, stepped_up
from webapp.security.problems import Problem, bad_request, invitation_gone
from webapp.security.tries import require_patience

REFUSALS = (
    (410, "invitation_gone"), (410, "code_gone"), (429, "too_many"), (401, "not_signed_in"),
    (410, "account_erased"), (403, "step_up_required"),
)  # fmt: skip


def newcomer(asked):
    """Whose passkey will be made. Nothing is used up. Raises Problem."""
    if asked.invitation and asked.code:
        raise bad_request("Send an invitation or a code, and not both.")
    if asked.invitation:
        return _invited(asked.invitation)
    if asked.code:
        return _owner(asked.code)
    require_login()
    stepped_up("add_passkey")
    return current_user.person


def use_up(asked):
    """Use up what let them in, in the caller's transaction. Raises Problem when it is gone."""
    if asked.invitation and not Invitation.claim(asked.invitation):
        raise invitation_gone()
    if asked.code and not RecoveryCode.claim(asked.code):
        raise _code_gone()


def _invited(secret):
    found = Invitation.with_secret(secret)
    if found is None or found.person.joined_at:
        raise invitation_gone()
    return found.person


def _owner(code):
    require_patience("recovery code")
    person = RecoveryCode.owner(code)
    if person is None:
        raise _code_gone()
    return person


def _code_gone():
    """Wrong, used and unknown look the same."""
    return Problem(410, "code_gone", "This code cannot be used.")
