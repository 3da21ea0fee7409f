"""Who may make a passkey: by invitation, by a recovery code, or once more by somebody signed in."""

from flask_login import current_user

from webapp import ledger
from webapp.extensions import db
from webapp.passkeys.recovery import Recovery
from webapp.people import codes
from webapp.people.codes import RecoveryCode
from webapp.people.guesses import invited
from webapp.people.invitation import Invitation
from webapp.security.access import require_login, stepped_up
from webapp.security.problems import bad_request, code_gone, invitation_gone
from webapp.security.tries import wrong_tries

REFUSALS = (
    (410, "invitation_gone"), (410, "code_gone"), (429, "too_many"), (401, "not_signed_in"),
    (410, "account_erased"), (403, "step_up_required"), (403, "wrong_account"),
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
    return current_user.held()  # or the new passkey would not go with the others


def use_up(asked, person):
    """Use up what let them in, in the caller's transaction. Returns the Recovery of somebody who
    was here before, else None. Raises Problem when it is gone."""
    # Whoever takes back an invitation has the person first, too; what is booked for them goes on.
    db.session.refresh(person, with_for_update={"key_share": True})
    was_here = asked.invitation and person.joined_at
    if asked.invitation and not Invitation.claim(asked.invitation):
        raise invitation_gone()
    if asked.code and not RecoveryCode.claim(asked.code):
        raise code_gone()
    return Recovery.begin(person) if was_here else None


def note(asked, recovery):
    """Once the new passkey is made: whichever backup is put back, nobody comes in by that again."""
    if asked.invitation:
        Invitation.note_used(asked.invitation)
    if asked.code:
        ledger.note_codes([codes.hashed(asked.code)])
    if recovery:
        recovery.note()


def _invited(secret):
    invitation = invited(secret)
    if invitation.person.joined_at and not invitation.is_again:
        raise invitation_gone()
    return invitation.person


def _owner(code):
    with wrong_tries("recovery code", "code_gone", most=codes.MOST_TRIES):
        person = RecoveryCode.owner(code)
        if person is None:
            raise code_gone()
        return person
