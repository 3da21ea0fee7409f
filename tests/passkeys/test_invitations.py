"""Invitations: one person, once, for seven days; and nothing to learn from a wrong one."""

import pytest

from tests import dump
from tests.authenticator import Passkey, raw
from tests.crowd import at_once
from tests.pages import Visitor
from webapp.extensions import db
from webapp.people.invitation import Invitation
from webapp.people.models import Person

OPTIONS = "/passkeys/registration/options"


def used(app, cast, after):
    Visitor(app).joins(cast["Bea"])


def revoked(app, cast, after):
    invited_anew(app, "Bea")


def expired(app, cast, after):
    after(days=7, seconds=1)


def unknown(app, cast, after):
    cast["Bea"] = "never-sent"


ENDS = [used, revoked, expired, unknown]


def invited_anew(app, name):
    """A second invitation for somebody who lost the first. Returns its secret."""
    with app.app_context():
        person = next(p for p in db.session.scalars(db.select(Person)) if p.name == name)
        secret = Invitation.to(person)
        db.session.commit()
    return secret


def test_bea_sees_who_invites_her_before_anything_happens(nobody, cast):
    told = nobody.posts("/invitations/look", {"invitation": cast["Bea"]})
    who = {"name": "Bea", "role": "client", "from": "Ada", "practice": "The Walking Room"}
    assert told == {**who, "again": False}


@pytest.mark.parametrize("name", ["Ada", "Finn"])
def test_who_has_no_therapist_sees_an_invitation_from_nobody(nobody, cast, name):
    told = nobody.posts("/invitations/look", {"invitation": cast[name]})
    assert (told["name"], told["from"]) == (name, None)


def test_looking_uses_nothing_up(app, nobody, cast):
    before = dump.rows(app)["invitation"]
    for _ in range(3):
        nobody.opens("/join")
        nobody.asks("HEAD", "/join")
        nobody.posts("/invitations/look", {"invitation": cast["Bea"]})
        nobody.posts(OPTIONS, {"invitation": cast["Bea"]})
    assert dump.rows(app)["invitation"] == before


@pytest.mark.parametrize("path", ["/invitations/look", OPTIONS])
@pytest.mark.parametrize("end", ENDS)
def test_an_ended_invitation_looks_like_one_that_never_was(app, nobody, cast, after, path, end):
    never = nobody.is_refused(410, "invitation_gone", path, {"invitation": "no-such"})
    end(app, cast, after)
    assert nobody.is_refused(410, "invitation_gone", path, {"invitation": cast["Bea"]}) == never


@pytest.mark.parametrize("end", [used, revoked, unknown])
def test_nobody_comes_in_by_an_ended_invitation(app, nobody, cast, after, end):
    options = nobody.posts(OPTIONS, {"invitation": cast["Bea"]})
    created = nobody.passkey.creates(options)
    end(app, cast, after)
    refused = nobody.registers(created, 410, invitation=cast["Bea"])
    assert refused["code"] == "invitation_gone"


def test_a_second_invitation_brings_bea_in_when_the_first_was_lost(app, cast):
    assert Visitor(app).joins(invited_anew(app, "Bea")).person["name"] == "Bea"


def test_who_has_come_in_comes_in_by_no_later_invitation(app, bea):
    late = Visitor(app)
    late.is_refused(410, "invitation_gone", OPTIONS, {"invitation": invited_anew(app, "Bea")})


def test_a_secret_is_long_and_kept_nowhere(app, cast):
    assert all(len(raw(secret)) == 32 for secret in cast.values())
    kept = dump.everything(app)
    assert not [name for name, secret in cast.items() if secret.encode() in kept]


def test_of_eight_who_come_by_one_invitation_at_once_one_comes_in(app, cast):
    eight = [Visitor(app, Passkey()) for _ in range(8)]
    by = {"invitation": cast["Bea"]}
    asked = [(v, v.passkey.creates(v.posts(OPTIONS, by))) for v in eight]

    def comes(visitor, credential):
        body = {"credential": credential, **by}
        return visitor.asks("POST", "/passkeys/registration", json=body).status_code

    assert sorted(at_once(*[lambda a=a: comes(*a) for a in asked])) == [201] + [410] * 7
    assert len(dump.rows(app)["journal"]) == len(dump.rows(app)["passkey"]) == 1
