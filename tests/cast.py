"""Who plays: Ada (therapist), Ben and Bea (her clients), Olga (another therapist), Finn (nobody's
client). They are made as the application makes people, and have not come in yet."""

from webapp.extensions import db
from webapp.people.invitation import Invitation
from webapp.people.models import Person
from webapp.people.practice import Practice

PRACTICE = "The Walking Room"


def invited(app):
    """Invite everybody. Returns the secret of each invitation by name."""
    with app.app_context():
        Practice.called(PRACTICE)
        ada, to_ada = Person.invite_therapist("Ada")
        secrets = {
            "Ada": to_ada,
            "Ben": ada.invite_client("Ben", "in_person")[1],
            "Bea": ada.invite_client("Bea", "walk_and_talk")[1],
            "Olga": Person.invite_therapist("Olga")[1],
            "Finn": Invitation.to(_nobodys_client("Finn")),
        }
        db.session.commit()
    return secrets


def _nobodys_client(name):
    person = Person(role="client", name=name, usual_setting="online")
    db.session.add(person)
    return person
