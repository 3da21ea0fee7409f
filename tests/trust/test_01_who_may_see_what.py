"""Line 1: every route, for everybody, about what is theirs, somebody else's, and nobody's."""

import re
from itertools import chain, combinations

import pytest

from tests import dump
from tests.trust.world import ACTORS, OTHERS, OWN, ROLES, WORDS, made_up

ROLE_OF = {"client_self": {"client"}, "therapist": {"therapist"},
           "therapist_of_client": {"therapist"}, "signed_in": {"client", "therapist"}}  # fmt: skip
PAGES = {"therapist", "therapist_of_client"}
# A form's token carries the second in which it was made.
TOKEN = re.compile(r'<input[^>]*name="csrf_token"[^>]*>')
CLOSED_DOORS = {"nobody": (401, "not_signed_in"), "a revoked login": (401, "not_signed_in"),
                "a closed account": (410, "account_erased")}  # fmt: skip


def rules(app):
    """(rule, method, who may call it) of every route."""
    for rule in app.url_map.iter_rules():
        who = app.view_functions[rule.endpoint].who_may_call
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule, method, who


def named(rule):
    """The ids and secrets in an address."""
    return sorted(rule.arguments - set(WORDS))


def reached_for(rule):
    """The ids of an address that may be another's: each of them, and every few together."""
    ids = named(rule)
    return list(chain.from_iterable(combinations(ids, n) for n in range(1, len(ids) + 1)))


def swapped(mine, theirs, names):
    """One's own things, with those of somebody else under some names."""
    records = {"check_in", "point", "appointment"} if "record" in names else set()
    return {**mine, **{name: theirs[name] for name in {*names, *records} & set(theirs)}}


def seen(world, actor, method, rule, things):
    """What somebody is told: the status, and every byte but their address and a form's token."""
    path = world.address(rule, things)
    told = world.asks(actor, method, path)
    return told.status_code, TOKEN.sub("", f"{told.location}{told.text}".replace(path, ""))


@pytest.mark.parametrize("actor", ACTORS)
def test_what_is_somebody_elses_looks_like_what_is_not_there(world, actor):
    own, other = (world.things[who.get(actor, "Bea")] for who in (OWN, OTHERS))
    nobodys, before = made_up(), dump.rows(world.app)
    for rule, method, _ in rules(world.app):
        for names in reached_for(rule):
            theirs = seen(world, actor, method, rule, swapped(own, other, names))
            none = seen(world, actor, method, rule, swapped(own, nobodys, names))
            assert theirs == none, (method, rule.rule, names)
    assert dump.rows(world.app)["entry"] == before["entry"]


def test_of_two_clients_of_adas_the_things_are_never_mixed_up(world):
    bea, ben, nobodys = world.things["Bea"], world.things["Ben"], made_up()
    of_a_client = [(r, m) for r, m, who in rules(world.app) if who == "therapist_of_client"]
    for rule, method in of_a_client:
        names = set(named(rule)) - {"client_id"}
        if names:
            bens = seen(world, "Ada", method, rule, swapped(bea, ben, names))
            assert bens[0] == 404
            assert bens == seen(world, "Ada", method, rule, swapped(bea, nobodys, names))


@pytest.mark.parametrize("actor", OWN)
def test_what_is_their_own_opens(world, actor):
    own = world.things[OWN[actor]]
    for rule, method, who in rules(world.app):
        mine = who == "anyone" or ROLES.get(actor, "client") in ROLE_OF.get(who, ())
        if mine and method == "GET" and "secret" not in rule.arguments:
            assert world.asks(actor, method, world.address(rule, own)).status_code == 200, rule


@pytest.mark.parametrize("actor", ACTORS[:5])
def test_who_has_another_role_finds_nothing(world, actor):
    closed = {
        seen(world, actor, method, rule, world.things["Bea"])[0]
        for rule, method, who in rules(world.app)
        if who in ROLE_OF and ROLES.get(actor, "client") not in ROLE_OF[who]
    }
    assert closed == {404}


@pytest.mark.parametrize("actor", CLOSED_DOORS)
def test_who_is_not_signed_in_is_told_so_and_nothing_else(world, actor):
    guarded = [(rule, method, who) for rule, method, who in rules(world.app) if who in ROLE_OF]
    for rule, method, who in guarded:
        told = world.asks(actor, method, world.address(rule, world.things["Bea"]))
        if who in PAGES:
            assert (told.status_code, told.location[:8]) == (302, "/sign-in"), rule
        else:
            assert (told.status_code, told.get_json()["code"]) == CLOSED_DOORS[actor], rule
