"""Secrets of invitations that never were: whoever tries them is guessing, and stopped."""

from webapp.people.invitation import Invitation
from webapp.security.problems import invitation_gone
from webapp.security.tries import wrong_tries


def invited(secret):
    """The open invitation with this secret. Raises Problem: 410, or 429 for who guesses."""
    with wrong_tries("invitation", "invitation_gone", is_guess=lambda: not Invitation.was(secret)):
        found = Invitation.with_secret(secret)
        if found is None:
            raise invitation_gone()
        return found
