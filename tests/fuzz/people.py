"""Who asks: everybody of the cast, somebody whose account was closed, and nobody."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from tests.entries import check_in
from tests.fuzz import good
from tests.pages import Visitor
from webapp.extensions import db
from webapp.people.models import Person
from webapp.privacy.closing import erase_account


@dataclass
class Somebody:
    """One of them: their cookies as a header, and the bodies that they may send, by address."""

    name: str
    cookies: str
    bodies: dict


def everybody(app, cast):
    """All of them, with something in the journals that could be lost. Returns them, and addresses
    that are about real people."""
    visitors = {name: Visitor(app).joins(cast[name]) for name in cast}
    entry = check_in("Something worth keeping.")
    for name in ("Ben", "Bea", "Finn"):
        visitors[name].syncs(check_in(), entry if name == "Bea" else check_in(shared=False))
    close(app, visitors["Ben"])
    bea, ada = visitors["Bea"], visitors["Ada"]
    page = f"/practice/clients/{bea.id}"
    ada.opens(page)  # where a form gets its cookie
    nobody = Visitor(app)
    nobody.person = {"id": str(uuid4())}
    found = [_somebody(name, who) for name, who in {**visitors, "nobody": nobody}.items()]
    return found, [page, f"{page}/invitation", f"{page}/read/{entry['record']}"]


def close(app, visitor):
    """Close somebody's account; their cookies stay where they are."""
    with app.app_context():
        erase_account(db.session.get(Person, UUID(visitor.id)))
        db.session.commit()


def _somebody(name, visitor):
    cookies = filter(None, map(visitor.cookie, ("login", "browser", "form")))
    header = "; ".join(f"{cookie.key}={cookie.value}" for cookie in cookies)
    return Somebody(name, header, good.bodies(visitor))
