"""Bea's page at a glance: what is worth a talk, setting by setting, whether sessions took place."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, book
from tests.entries import saying
from tests.pages import read
from tests.repairs.points import point

ALL = ("safety", "respect", "openness", "goals", "tasks", "feedback")


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 10, tzinfo=UTC))


def answered(value, setting, fit, **more):
    ratings = {**dict.fromkeys(ALL, value), "setting_fit": fit}
    return saying(ratings=ratings, setting=setting, words="", **more)


def page(ada, bea, more=""):
    found = ada.opens(f"/practice/clients/{bea.id}{more}")
    return read(found.main)


def test_each_setting_has_a_line_of_its_own(ada, bea):
    walks = [answered(3, "walk_and_talk", 4), answered(4, "walk_and_talk", 4)]
    bea.syncs(*walks, answered(3, "walk_and_talk", 4), answered(2, "online", 1))
    seen = page(ada, bea)
    assert "Walk and talk 3 check-ins Completely Mostly" in seen
    assert "Online 1 check-in A little Partly" in seen


@pytest.mark.parametrize("low, named", [(0, "A little"), (1, "Partly"), (2, "Mostly")])
def test_the_middle_of_two_answers_is_the_higher_one(ada, bea, low, named):
    bea.syncs(answered(4, "online", low), answered(4, "online", low + 1))
    assert f"Online 2 check-ins {named} Completely" in page(ada, bea)


def test_what_is_private_is_in_no_line(ada, bea):
    bea.syncs(answered(3, "online", 3))
    before = page(ada, bea)
    bea.syncs(answered(0, "walk_and_talk", 0, shared=False), point(shared=False))
    assert page(ada, bea) == before


def test_the_page_says_what_is_worth_a_talk(ada, bea):
    bea.syncs(answered(4, "online", 4), answered(4, "online", 4, felt_off=True), point())
    seen = page(ada, bea)
    assert "Worth a talk. Bea said that something felt off." in seen
    assert "Bea wants to talk about something." in seen


def test_sessions_so_far_are_counted(app, ada, bea):
    past = WALK.starts_at.replace(month=10)
    for state in ("attended", "attended", "missed", "cancelled", "booked"):
        book(app, ada, bea, replace(WALK, starts_at=past, state=state))
    book(app, ada, bea)
    assert "2 took place, 1 missed, 1 called off; of 1 it is not noted." in page(ada, bea)


def test_on_paper_there_is_no_name(ada, bea):
    bea.syncs(answered(1, "online", 2, felt_off=True), point(words="I went quiet."))
    seen = page(ada, bea, "/on-paper")
    assert "I went quiet." in seen and "the client" in seen.lower()
    main = ada.page.main.get_text()
    assert "Bea" not in main and "Ada" not in main


def test_olga_finds_nothing_on_paper(olga, bea):
    olga.opens(f"/practice/clients/{bea.id}/on-paper", status=404)
