"""A way of working is for a goal, and Ben says how it is going."""

import json

from tests.agreeing import GOAL, answer, goal, newest, place, proposes, put_aside, sees
from tests.entries import entry, said


def test_a_way_of_working_is_for_a_goal(ada, ben):
    his = goal()
    ben.syncs(his)
    way = proposes(ada, ben, "a list each morning", "task", goal=his["record"])
    assert said(way)["goal"] == his["record"]
    assert "For the goal “calmer evenings”" in ada.page.get_text()


def test_a_way_of_working_keeps_its_goal_though_ben_has_put_that_aside(ada, ben):
    his = goal()
    ben.syncs(his)
    way = proposes(ada, ben, "a list each morning", "task", goal=his["record"])
    ben.syncs(put_aside(his))
    change = place(ben, way["entry"])
    chosen = ada.opens(change).find("input", attrs={"name": "goal", "checked": True})
    assert chosen["value"] == his["record"]
    ada.sends(change, words="a list each evening", goal=chosen["value"])
    assert said(newest(ben, "task"))["goal"] == his["record"]


def test_a_goal_that_was_put_aside_is_offered_for_nothing_new(ada, ben):
    ben.syncs(goal(), entry(json.dumps({**GOAL, "state": "set_aside"}), kind="goal"))
    rows = ada.opens(place(ben, "new", "task")).find_all("input", attrs={"name": "goal"})
    assert len(rows) == 2 and rows[0]["value"] == ""


def test_a_way_for_a_goal_that_ben_put_aside_meanwhile_is_for_none_only_if_ada_says_so(ada, ben):
    his, new = goal(), place(ben, "new", "task")
    ben.syncs(his)
    ada.opens(new)
    ben.syncs(put_aside(his))
    page = ada.sends(new, 400, words="a list each morning", goal=his["record"])
    assert "This goal was put aside meanwhile. Please choose again." in page.get_text()
    assert not page.find("input", checked=True)
    ada.sends(new, 400, words="a list each morning")
    ada.sends(new, words="a list each morning", goal="")
    assert said(newest(ben, "task"))["goal"] is None


def test_ada_reads_how_it_is_going_and_that_a_way_is_not_for_ben(ada, ben):
    way = proposes(ada, ben, "a list each morning", "task", goal="")
    for_it = {"of": way["record"], "value": 4, "fits": "not_for_me", "words": "I lose the list."}
    later = {**for_it, "value": None, "fits": None, "words": "I found it."}
    ben.syncs(answer(way), *[entry(json.dumps(b), kind="progress") for b in (for_it, later)])
    page = sees(ada, ben)
    assert page.index("I found it.") < page.index("4 of 10") < page.index("is not for me")


def test_ada_reads_on_which_day_ben_said_so_and_not_when_it_came_in(ada, ben):
    way = proposes(ada, ben, "a list each morning", "task", goal="")
    body = json.dumps({"of": way["record"], "value": 4, "fits": None, "words": ""})
    abroad = {"written_at": "2026-11-02T20:00:00+00:00", "zone": "Australia/Sydney"}
    ben.syncs(answer(way), entry(body, kind="progress", **abroad))
    assert "4 of 10 3 November 2026" in sees(ada, ben)
