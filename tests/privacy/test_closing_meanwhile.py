"""Bea closes her account on one phone, at the very moment at which another asks for something."""

from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.pages import Visitor
from tests.passkeys.letting_in import link_by
from tests.privacy.test_closing_an_account import kept_of
from webapp.extensions import db
from webapp.passkeys import keeping
from webapp.passkeys.logins import Login, SignedIn
from webapp.people.invitation import Invitation
from webapp.people.models import Person

KNOWN = SignedIn, "by_token"
ASKED = {  # and when the other phone comes between
    "to sign out": (KNOWN, "/logout", {}),
    "a calendar address": (KNOWN, "/calendar-feed", {}),
    "a recovery code": (KNOWN, "/recovery-code", {}),
    "what a passkey is to sign": (KNOWN, "/passkeys/step-up/options", {"for": "export"}),
    "the key to its copy": (KNOWN, f"/devices/{uuid4()}/key", {}),
    "a name": ((keeping, "_own"), "/my-passkeys/{passkey}/name", {"label": "Heron"}),
    "the end of a login": ((Login, "living"), "/my-logins/{login}/end", {}),
    "the end of a link": ((Invitation, "again"), "/recovery/stop", {}),
}


@pytest.fixture
def ids(app, ada, bea):
    """What addresses name: Bea's passkey, and her login on a third phone. A link is open, too."""
    link_by(ada, bea)
    Visitor(app, bea.passkey).signs_in()
    known = bea.gets("/my-passkeys")
    login = next(each["id"] for each in known["logins"] if not each["here"])
    return {"passkey": known["passkeys"][0]["id"], "login": login}


@pytest.fixture
def closing(app, bea, right_after):
    """Have Bea close it right after a function has answered, as far as nobody holds her up."""
    other = Visitor(app, bea.passkey).signs_in()
    other.steps_up("close_account")
    close = partial(other.posts, "/account/close", {"account": bea.id}, 204)
    return partial(right_after, deed=close)


@pytest.mark.parametrize("what", ASKED)
def test_whoever_asks_at_that_moment_is_answered_and_nothing_is_left(app, bea, ids, closing, what):
    moment, path, body = ASKED[what]
    closed = closing(*moment)
    answer = bea.asks("POST", path.format(**ids), json=body)
    closed.join()
    assert answer.status_code < 500
    assert set(kept_of(app, bea)) == {"person", "erased_login"}
    with app.app_context():
        assert db.session.get(Person, UUID(bea.id)).recovery_hash is None
