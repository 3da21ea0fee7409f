"""“Send it now” and “please you bring it up”: who hears of it, once; and what the caseload asks."""

import json
from uuid import UUID

import pytest

from tests.entries import entry
from tests.repairs.points import BODY, deleted, followed, point
from webapp.extensions import db
from webapp.people.models import Person
from webapp.repairs.reading import open_of
from webapp.repairs.telling import to_tell


@pytest.fixture
def told(app):
    """Whom there is something to tell now, and of what; who asks has taken it on."""

    def ask():
        with app.app_context():
            found = [(str(each.therapist), str(each.record)) for each in to_tell()]
            db.session.commit()
            return found

    return ask


@pytest.fixture
def open_points(app, ada, bea, ben):
    """What is open with Ada's clients: the client's name, the route, and whether it was read."""
    names = {bea.id: "Bea", ben.id: "Ben"}

    def ask():
        with app.app_context():
            found = open_of(db.session.get(Person, UUID(ada.id)))
            return [(names[str(each.client)], each.route, each.is_read) for each in found]

    return ask


@pytest.mark.parametrize("route", ["send", "ask"])
def test_ada_is_told_once_of_what_bea_sends_or_asks(ada, bea, told, route):
    words = point(route=route)
    bea.syncs(words)
    assert told() == [(ada.id, words["record"])]
    bea.syncs(words, followed(words, words="put better"))
    assert told() == []


@pytest.mark.parametrize("otherwise", [{"route": "say"}, {"shared": False}, {"state": "raised"}])
def test_of_what_asks_for_nothing_nobody_is_told(bea, told, otherwise):
    bea.syncs(point(**{"route": "send", **otherwise}))
    assert told() == []


def test_what_bea_took_back_before_it_was_told_is_not_told(bea, told):
    first, second = point(route="send"), point(route="ask")
    bea.syncs(first, second, deleted(first), followed(second, shared=False))
    assert told() == []


def test_what_bea_sends_after_all_is_told_then(ada, bea, told):
    words = point(shared=False)
    bea.syncs(words)
    assert told() == []
    bea.syncs(followed(words, route="send", shared=True))
    assert told() == [(ada.id, words["record"])]


def test_who_asks_and_does_not_commit_has_not_told_anybody(app, bea, told):
    bea.syncs(point(route="send"))
    with app.app_context():
        assert len(to_tell()) == 1
        db.session.rollback()
    assert len(told()) == 1


def test_a_caseload_has_what_is_asked_first_and_of_that_the_oldest(bea, ben, open_points):
    bea.syncs(point(), point(state="put_right"), point(state="left", route="ask"))
    ben.syncs(point(route="ask"))
    bea.syncs(point(route="send"), point(route="send", shared=False))
    asked = [("Ben", "ask", False), ("Bea", "send", False), ("Bea", "say", False)]
    assert open_points() == asked


def test_what_ada_has_read_comes_after_what_she_has_not(ada, bea, open_points):
    first, second = point(route="send"), point(route="ask")
    bea.syncs(first, second)
    page = f"/practice/clients/{bea.id}/talking-points"
    ada.opens(page)
    ada.sends(f"{page}/{first['record']}/read")
    assert open_points() == [("Bea", "ask", False), ("Bea", "send", True)]


WRONG = [{"route": "shout"}, {"state": "lost"}, {"words": "x" * 2001}, {"words": None},
         {"check_in": "yesterday"}, {"shared": "yes"}, {"mood": 3}]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=json.dumps)
def test_what_is_no_talking_point_is_refused_and_harms_nobody(bea, wrong):
    good = point()
    results = bea.syncs(point(**wrong), good)["results"]
    assert [result.get("code") for result in results] == ["bad_body", None]
    assert [change["record"] for change in bea.feed()] == [good["record"]]


def test_a_field_that_is_missing_is_no_default(bea):
    body = {name: value for name, value in BODY.items() if name != "shared"}
    told = bea.syncs(entry(json.dumps(body), kind="talking_point"))
    assert told["results"][0]["code"] == "bad_body"


def test_what_comes_back_after_a_deletion_is_told_only_when_bea_shares_it_again(ada, bea, told):
    first = point(route="send")
    gone, back = deleted(first), followed(first, words="changed on the tablet")
    bea.syncs(first, gone, back)
    assert told() == []
    bea.syncs({**followed(back), "resolves": [gone["entry"]]})
    assert told() == [(ada.id, first["record"])]
