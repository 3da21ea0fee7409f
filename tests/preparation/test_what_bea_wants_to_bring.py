"""Bea writes down what she wants to bring, and Ada knows of it only if Bea shows it."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, book
from tests.entries import entry
from tests.reading import page_of
from webapp.extensions import now

WORDS = "I keep thinking about the row with my sister."


@pytest.fixture
def session(app, ada, bea):
    """The id of a session that Bea has in two days."""
    return books(app, ada, bea)


def books(app, ada, bea, days=2, **more):
    return str(book(app, ada, bea, replace(WALK, starts_at=now() + timedelta(days=days), **more)))


def bringing(session, words=WORDS, shared=True, **otherwise):
    """A first entry of a preparation, as Bea's phone makes it."""
    body = {"appointment": session, "ticked": ["every-one-thing"], "bring": words, "shared": shared}
    return entry(json.dumps(body), kind="preparation", **otherwise)


def everything(ada, bea):
    """Every byte of what Ada sees of her clients."""
    seen = []
    for path in ("/practice", f"/practice/clients/{bea.id}"):
        ada.opens(path)
        seen.append(ada.response.data)
    return seen


def test_ada_reads_what_bea_shows_her_for_the_next_session(ada, bea, session):
    bea.syncs(bringing(session))
    assert "What Bea wants to bring" in page_of(ada, bea) and WORDS in page_of(ada, bea)


def test_ada_reads_by_her_own_clock_when_that_is(app, ada, bea, time_machine):
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)
    ada.signs_in(), bea.signs_in()
    bea.syncs(bringing(books(app, ada, bea, zone="Pacific/Auckland")))
    assert "Friday, 27 November, 12:00 (Saturday, 01:00 in Pacific/Auckland)" in page_of(ada, bea)


@pytest.mark.parametrize("hidden", [{"shared": False}, {"words": ""}])
def test_what_bea_keeps_for_herself_leaves_no_trace(ada, bea, session, time_machine, hidden):
    time_machine.move_to(now(), tick=False)
    before = everything(ada, bea)
    bea.syncs(bringing(session, **hidden))
    assert everything(ada, bea) == before


def test_what_bea_takes_back_is_gone_at_once(ada, bea, session):
    shown = bringing(session)
    follows = {"record": shown["record"], "base": shown["entry"]}
    bea.syncs(shown, bringing(session, shared=False, **follows))
    assert WORDS not in page_of(ada, bea)


def test_of_two_versions_both_must_be_shown(ada, bea, session):
    shown = bringing(session)
    bea.syncs(shown, bringing(session, "And my job.", shared=False, record=shown["record"]))
    assert "wants to bring" not in page_of(ada, bea)


def test_what_comes_back_after_a_deletion_is_not_shown(ada, bea, session):
    shown = bringing(session)
    follows = {"record": shown["record"], "base": shown["entry"]}
    gone = entry(None, kind="preparation", op="delete", **follows)
    bea.syncs(shown, gone, bringing(session, "And my job.", **follows))
    assert "wants to bring" not in page_of(ada, bea)


@pytest.mark.parametrize("otherwise", [{"days": -2}, {"state": "cancelled"}])
def test_it_is_about_sessions_that_are_to_come(app, ada, bea, otherwise):
    bea.syncs(bringing(books(app, ada, bea, **otherwise)))
    assert "wants to bring" not in page_of(ada, bea)


@pytest.mark.parametrize("state", ["booked", "attended"])
def test_it_stays_until_the_planned_end_also_when_it_is_noted_that_it_took_place(
    app, ada, bea, time_machine, state
):
    time_machine.move_to(now(), tick=False)
    bea.syncs(bringing(books(app, ada, bea, days=0, minutes=5, state=state)))
    assert WORDS in page_of(ada, bea)
    time_machine.shift(timedelta(minutes=5))
    assert WORDS not in page_of(ada, bea)


def test_a_session_that_is_not_there_shows_nothing(ada, bea):
    bea.syncs(bringing(str(uuid4())))
    assert "wants to bring" not in page_of(ada, bea)


def test_olga_finds_nothing_of_it(olga, bea, session):
    bea.syncs(bringing(session))
    olga.opens(f"/practice/clients/{bea.id}", 404)


BAD = {
    "no session": {"appointment": None},
    "a long text": {"bring": "x" * 2001},
    "too many ticks": {"ticked": ["a"] * 501},
    "a tip without a name": {"ticked": [""]},
    "something more": {"mood": 3},
}


@pytest.mark.parametrize("bad", BAD)
def test_what_does_not_fit_is_refused_and_kept_nowhere(bea, session, bad):
    body = json.loads(bringing(session)["body"]) | BAD[bad]
    (told,) = bea.syncs(entry(json.dumps(body), kind="preparation"))["results"]
    assert (told["status"], told["code"]) == ("rejected", "bad_body")
    assert not any(change["kind"] == "preparation" for change in bea.feed())
