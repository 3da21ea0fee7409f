"""Line 4: of many processes that use the same invitations at once, each invitation lets one in."""

from collections import Counter

from tests.trust.workers import beside_one_another
from webapp.extensions import db
from webapp.people.invitation import Invitation
from webapp.people.models import Person


def grab(app, secrets):
    """Use each of them. Returns how often that went through, by secret."""
    with app.app_context():
        return Counter(secret for secret in secrets if claimed(secret))


def claimed(secret):
    won = Invitation.claim(secret)
    db.session.commit()
    return won


def test_eight_processes_that_grab_two_hundred_invitations_get_two_hundred(app):
    with app.app_context():
        ada = Person.invite_therapist("Ada")[0]
        secrets = [ada.invite_client(f"Client {n}", "online")[1] for n in range(200)]
        db.session.commit()
    got = beside_one_another(app, {}, grab, [secrets] * 8)
    assert got == Counter(secrets)
