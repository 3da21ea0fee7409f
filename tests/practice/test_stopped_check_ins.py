"""Bea stops all check-ins: Ada is told, in one line, which stands first for a week."""

import json

import pytest

from tests.entries import entry, saying
from tests.pages import read
from tests.reading import page_of
from tests.repairs.points import point
from webapp.practice import caseload

TOLD = "Bea has stopped all check-ins."


def choice(check_ins, reminders=None, **head):
    """What Bea's phone hands over."""
    body = {"check_ins": check_ins, "reminders": reminders or {}}
    return entry(json.dumps(body), kind="preference", **head)


def test_ada_is_told_until_bea_starts_again(ada, bea):
    stopped = choice(check_ins=False)
    assert TOLD not in page_of(ada, bea)
    bea.syncs(stopped)
    assert TOLD in page_of(ada, bea)
    bea.syncs(choice(check_ins=True, record=stopped["record"], base=stopped["entry"]))
    assert TOLD not in page_of(ada, bea)


@pytest.fixture
def first(ada, bea, ben, monkeypatch):
    """The first line of Ada's caseload, alone on its page; Ben's, if nothing says otherwise."""
    monkeypatch.setattr(caseload, "ON_A_PAGE", 1)
    return lambda: read(ada.opens("/practice").select_one(".links > li"))


def test_who_stops_is_on_the_first_line_however_many_clients_there_are(first, bea, ben):
    ben.syncs(saying(felt_off=True))
    assert first().startswith("Ben Worth a talk")
    bea.syncs(choice(check_ins=False))
    assert first().startswith(f"Bea {TOLD}")


def test_after_a_week_it_covers_nothing_that_is_newer(ada, first, bea, after):
    bea.syncs(choice(check_ins=False))
    after(days=6)
    ada.signs_in()
    assert first().startswith(f"Bea {TOLD}")
    after(days=1, minutes=1)
    ada.signs_in()
    assert first().startswith("Ben") and TOLD in read(ada.opens("/practice?page=2"))


def test_what_else_bea_chooses_moves_no_line(ada, first, bea, after):
    """Ada may know that Bea stopped, and not that she is at her phone tonight."""
    stopped = choice(check_ins=False)
    bea.syncs(stopped)
    after(days=8)
    ada.signs_in(), bea.signs_in()
    more = choice(False, {"evening": True}, record=stopped["record"], base=stopped["entry"])
    bea.syncs(more)
    assert first().startswith("Ben")


def test_who_stops_again_is_on_the_first_line_again(ada, first, bea, after):
    last = choice(check_ins=False)
    bea.syncs(last)
    after(days=8)
    ada.signs_in(), bea.signs_in()
    for check_ins in (True, False):
        last = choice(check_ins, record=last["record"], base=last["entry"])
        bea.syncs(last)
    assert first().startswith(f"Bea {TOLD}")


def test_what_ada_has_not_read_of_ben_stays_beside_it(first, bea, ben):
    bea.syncs(choice(check_ins=False))
    ben.syncs(point(route="ask"))
    assert first().startswith("Ben Ben asks you")


def test_olga_hears_nothing_of_it(olga, bea):
    bea.syncs(choice(check_ins=False))
    assert TOLD not in read(olga.opens("/practice"))
