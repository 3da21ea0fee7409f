"""A practice in which there is one of everything, twice: for the matrix of who may see what.

Ada has Bea and Ben, Olga has Cleo, Finn is nobody's client. Of each there is whatever an address
can name: check-ins, talking points, sessions, goals, tips, passkeys, logins.
"""

from functools import cache
from uuid import UUID, uuid4

from tests.appointments.booked import book, book_weekly
from tests.authenticator import Passkey
from tests.cast import invited
from tests.entries import check_in, entry
from tests.pages import A_PERSON, OURS, Visitor
from tests.repairs.points import point
from webapp.extensions import db
from webapp.people.models import Person
from webapp.preparation.models import PracticeTip
from webapp.privacy.closing import erase_account
from webapp.shell.release import version

GOAL = '{"words": "calmer evenings", "state": "proposed", "goal": null, "replaces": null}'
# Whose things each actor takes for their own, and whose they reach for.
OWN = {"Ada": "Bea", "Olga": "Cleo", "Bea": "Bea", "Ben": "Ben", "Finn": "Finn"}
OTHERS = {"Ada": "Cleo", "Olga": "Bea", "Bea": "Ben"}
ACTORS = ("Ada", "Olga", "Bea", "Ben", "Finn", "nobody", "a revoked login", "a closed account")
ROLES = {"Ada": "therapist", "Olga": "therapist", "Bea": "client", "Ben": "client"}
# What an argument that is no id may be, and which record an address is about.
# A phone gives itself its number. What is a secret in an address opens to whoever holds it.
WORDS = {
    "kind": "goal", "setting": "online", "filename": "icons/icon.svg", "script": "today.js",
    "token": "made-up", "secret": "made-up", "version": version(),
    # Whoever is expected in the practice is so beside each of its therapists.
    "colleague_id": "5d1f0f5e-7d0e-4a51-8a66-3f3f0d8f7c10",
    "device": "0b8c3a54-5a9c-4f0e-9d3e-0c9f1f8f2a11",
}  # fmt: skip
RECORDS = {"booking": "appointment", "practice": "check_in", "repairs": "point"}


class World:
    """Everybody, signed in, and what is theirs."""

    def __init__(self, app):
        self.app, self.secrets = app, invited(app)
        self.actors = {name: self._joins(name) for name in ("Ada", "Olga", "Bea", "Ben", "Finn")}
        self.cleo = self._cleo()
        self.actors |= {"nobody": Visitor(app), "a revoked login": self._revoked()}
        self.actors["a closed account"] = self._closed()
        self.things = {name: self._things_of(name) for name in ("Bea", "Ben", "Finn", "Cleo")}

    def asks(self, actor, method, path):
        """The answer to a request with nothing wrong in it but whom and what it is about."""
        headers = A_PERSON if path.startswith("/practice") else OURS
        form = {"data": {"csrf_token": self.token(actor)}} if headers is A_PERSON else {"json": {}}
        how = form if method == "POST" else {}
        return self.actors[actor].asks(method, path, headers=headers, **how)

    @cache  # noqa: B019 - a world lives as long as its tests
    def token(self, actor):
        """What a form of theirs carries, where they have forms."""
        if ROLES.get(actor) != "therapist":
            return "none"
        page = self.actors[actor].opens("/practice/clients/new")
        return page.find("input", {"name": "csrf_token"})["value"]

    def address(self, rule, things):
        """The address of a rule, about these."""
        about = RECORDS.get(rule.endpoint.partition(".")[0])
        known = {**WORDS, **things, **({"record": things[about]} if about else {})}
        with self.app.test_request_context():
            return self.app.url_for(rule.endpoint, **{name: known[name] for name in rule.arguments})

    def _joins(self, name):
        return Visitor(self.app).joins(self.secrets[name])

    def _cleo(self):
        with self.app.app_context():
            olga = db.session.get(Person, UUID(self.actors["Olga"].id))
            _, secret = olga.invite_client("Cleo", "online")
            db.session.commit()
        return Visitor(self.app, Passkey()).joins(secret)

    def _revoked(self):
        """A copy of Bea's cookie, after she signed out there and in again."""
        bea = self.actors["Bea"]
        copy = bea.copied()
        bea.signs_out()
        bea.signs_in()
        return copy

    def _closed(self):
        with self.app.app_context():
            ada = db.session.get(Person, UUID(self.actors["Ada"].id))
            gwen, secret = ada.invite_client("Gwen", "online")
            db.session.commit()
            visitor = Visitor(self.app, Passkey()).joins(secret)
            erase_account(db.session.merge(gwen))
            db.session.commit()
        return visitor

    def _things_of(self, name):
        client = self.cleo if name == "Cleo" else self.actors[name]
        said, to_say, goal = check_in("only for us"), point(), entry(GOAL, kind="goal")
        client.syncs(said, to_say, goal)
        keeps = client.gets("/my-passkeys")
        mine = {
            "client_id": client.id, "check_in": said["record"], "point": to_say["record"],
            "entry": goal["entry"], "passkey_id": keeps["passkeys"][0]["id"],
            "login_id": keeps["logins"][0]["id"],
        }  # fmt: skip
        return {**mine, **self._made_for(name, client)}

    def _made_for(self, name, client):
        therapist = self.actors["Olga" if name == "Cleo" else "Ada"]
        with self.app.app_context():
            said = {"setting": "every", "title": "Tea", "text": "First."}
            tip = PracticeTip(person_id=UUID(client.id), **said)
            db.session.add(tip)
            db.session.commit()
        return {
            "tip_id": tip.id, "appointment": book(self.app, therapist, client),
            "series_id": book_weekly(self.app, therapist, client),
        }  # fmt: skip


def made_up():
    """Ids and secrets of nobody and nothing."""
    names = ("client_id", "check_in", "point", "entry", "passkey_id", "login_id",
             "appointment", "series_id", "tip_id")  # fmt: skip
    return {name: uuid4() for name in names}
