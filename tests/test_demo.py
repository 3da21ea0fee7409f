"""`flask demo`: somebody who looks around finds a practice with a year behind it."""

import re
import socket
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from tests import dump
from tests.entries import said
from tests.pages import Visitor, read
from webapp import first_run
from webapp.journal.kinds import strictly

CLIENTS = ["Ben", "Bea"]


@pytest.fixture(autouse=True)
def any_port(app, monkeypatch):
    """Whatever else is served on this machine: port 0 is always one that is free."""
    monkeypatch.setitem(app.config, "PORT", 0)


@pytest.fixture
def told(app):
    """What the operator reads."""
    return app.test_cli_runner().invoke(args=["demo"])


@pytest.fixture
def comes_in(app, told):
    """Use the link of one person."""
    secrets = dict(re.findall(r"(\w+): \S+/join#(\S+)", told.output))
    return lambda name: Visitor(app).joins(secrets[name])


def test_an_operator_gets_a_link_for_each_of_three_people(app, told, comes_in):
    assert told.exit_code == 0 and "invented" in told.output
    assert len(dump.rows(app)["person"]) == 3
    assert [comes_in(name).person["name"] for name in ["Ada", *CLIENTS]] == ["Ada", *CLIENTS]


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_has_a_year_without_a_gap_in_which_every_word_fits(comes_in, name):
    feed = comes_in(name).feed()
    assert [change["seq"] for change in feed] == list(range(1, len(feed) + 1))
    assert all(strictly(c["kind"], c["schema"], c["body"]) for c in feed)
    bodies = [said(change) for change in feed if change["kind"] == "check_in"]
    assert len(bodies) == 40 and len({body["words"] for body in bodies}) > 25
    for either in ("shared", "felt_off"):
        assert {body[either] for body in bodies} == {True, False}
    assert len({body["setting"] for body in bodies}) == 2
    assert min(len(body["ratings"]) for body in bodies) in range(3, 7)  # some skipped, not most


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_met_ada_before_each_check_in_and_has_sessions_ahead(comes_in, name):
    feed = comes_in(name).feed()
    stands = {c["record"]: said(c) for c in feed if c["kind"] == "appointment"}
    checked_in = [said(c)["appointment"] for c in feed if c["kind"] == "check_in"]
    states = [each["state"] for each in stands.values()]
    assert list(stands)[:40] == checked_in and states[:40] == ["attended"] * 40
    assert states[40:] == ["booked"] * 13
    ahead = [datetime.fromisoformat(each["starts_at"]) for each in list(stands.values())[40:]]
    assert ahead == sorted(ahead) and datetime.now(UTC) < ahead[0]


@pytest.mark.parametrize("name", CLIENTS)
def test_everything_was_received_soon_after_it_was_written_one_after_the_other(comes_in, name):
    feed = comes_in(name).feed()
    written, received = (
        [datetime.fromisoformat(change[when]) for change in feed]
        for when in ("written_at", "received_at")
    )
    assert all(0 < (r - w).total_seconds() < 60 for w, r in zip(written, received, strict=True))
    assert all(r < w for r, w in pairwise([*received, datetime.now(UTC)]))


@pytest.mark.parametrize("name", CLIENTS)
def test_ada_reads_what_her_client_shares_and_nothing_else(comes_in, name):
    bodies = [said(c) for c in comes_in(name).feed() if c["kind"] == "check_in"]
    ada = comes_in("Ada")
    link, pages = ada.opens("/practice").find("strong", string=name).parent, ""
    while link:
        pages += ada.opens(link["href"]).get_text()
        link = ada.page.find("a", string="Older check-ins")
    assert all((body["words"] in pages) == body["shared"] for body in bodies if body["words"])
    assert "You marked this as read." in pages


def test_a_client_finds_how_to_reach_the_invented_practice(comes_in):
    assert all(comes_in("Bea").gets("/my-therapist")["about_practice"].values())


def test_who_looks_around_finds_a_thread_put_right_and_one_that_is_open(comes_in):
    ada, told = comes_in("Ada"), {}
    for name in CLIENTS:
        link = ada.opens("/practice").find("strong", string=name).find_parent("a")["href"]
        page = ada.opens(f"{link}/talking-points")
        told[name] = [step.get_text() for step in page.select(".thread strong")]
    assert told["Ben"] == ["Ben put it into words", "You talked about it", "Put right"]
    assert told["Bea"] == ["A check-in", "Bea put it into words"]


def test_a_demo_wants_no_set_up(app, told):
    with app.app_context():
        assert first_run.set_up_link() is None


@pytest.mark.parametrize("taken", ["told", "cast"])
def test_where_anybody_is_nothing_is_filled_in(app, request, taken):
    request.getfixturevalue(taken)
    before = dump.rows(app)
    result = app.test_cli_runner().invoke(args=["demo"])
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert dump.rows(app) == before


def test_no_link_is_spent_on_an_address_at_which_somebody_else_is(app, monkeypatch):
    before = dump.rows(app)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setitem(app.config, "PORT", port)
        result = app.test_cli_runner().invoke(args=["demo"])
    assert (result.exit_code, dump.rows(app)) == (1, before)
    assert result.output.startswith(f"Error: Port {port} is taken")


def test_who_looks_around_finds_what_is_agreed_and_what_waits_for_an_answer(comes_in):
    ada = comes_in("Ada")
    for name, waits in (("Ben", "It waits for Ben’s answer."), ("Bea", "Bea suggests a change:")):
        link = ada.opens("/practice").find("strong", string=name).find_parent("a")["href"]
        assert "What you both work towards" in ada.opens(link).get_text()
        page = read(ada.opens(f"{link}/together"))
        assert "Both of you agreed on" in page and "of 10" in page and waits in page
