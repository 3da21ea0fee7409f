"""Whoever is put into an installation is there as if they had just come in, and nobody else is."""

from collections import Counter

import pytest

from tests import dump
from tests.arrivals import Arrivals
from tests.pages import Visitor
from webapp import ledger


def kept(app):
    """How many rows each table has, and how many lines the ledger."""
    noted = app.config["INSTANCE"] / ledger.NAME
    lines = noted.read_text().splitlines() if noted.exists() else []
    return Counter({name: len(rows) for name, rows in dump.rows(app).items()}, ledger=len(lines))


@pytest.fixture
def in_2031(time_machine):
    """Years after the cast was invited first."""
    time_machine.move_to("2031-03-04T10:00:00Z")


def test_as_much_is_written_of_them_as_of_who_comes_in_by_hand(app, cast, person):
    invited = kept(app)
    person("Bea")
    one = kept(app)
    Visitor(app).joins(cast["Ben"])
    assert kept(app) - one == one - invited > Counter()


def test_they_came_in_just_now_whenever_that_is(in_2031, ada, bea):
    assert all(who.gets("/me")["signed_in"] for who in (ada, bea))
    assert ada.signs_in() and bea.signs_in()


def test_who_did_not_come_in_is_still_invited(app, nobody, cast, bea):
    nobody.is_refused(410, "invitation_gone", "/invitations/look", {"invitation": cast["Bea"]})
    assert Visitor(app).joins(cast["Ben"]).person["name"] == "Ben"


def test_what_somebody_did_in_one_test_is_not_done_in_the_next(sqlite):
    for _ in range(2):
        arrivals = Arrivals.at(sqlite.emptied())
        cast, bea = arrivals.invited(), arrivals.comes_in("Bea")
        assert bea.gets("/me")["signed_in"]
        assert (cast["Ben"] == "never-sent", bea.passkey.client) == (False, {})
        cast["Ben"] = "never-sent"
        bea.passkey.client["origin"] = "https://evil.example"
        bea.signs_out()
