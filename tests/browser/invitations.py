"""Ada's invitations, written behind her pages."""

from sqlalchemy import select

from tests.browser.people import Invitation
from webapp import create_app
from webapp.extensions import db
from webapp.people.models import Person


class Invitations:
    """Those to a practice of which Ada was the first."""

    def __init__(self, server):
        self.app, self.origin = create_app(server.environment()), server.origin

    def to(self, name):
        """A new client of hers, who walks."""
        with self.app.app_context():
            ada = db.session.scalar(select(Person).order_by(Person.created_at).limit(1))
            client, secret = ada.invite_client(name, "walk_and_talk")
            db.session.commit()
            db.engine.dispose()  # a test may put another database in its place
            return Invitation(f"{self.origin}/join#{secret}", f"/practice/clients/{client.id}")
