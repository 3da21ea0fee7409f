"""What cannot be proposed or answered, and whose words are not here."""

import json
from uuid import UUID, uuid4

import pytest

from tests.agreeing import GOAL, WALK, answers, goal, place, proposes, sees
from tests.entries import entry
from tests.pages import A_PERSON
from webapp.journal.kinds import KINDS


@pytest.mark.parametrize("words", ["", " \r\n ", "x" * 2001])
def test_what_cannot_be_proposed_is_told_in_a_sentence(ada, ben, words):
    ada.opens(place(ben, "new", "goal"))
    ada.sends(place(ben, "new", "goal"), 400, words=words)
    assert "Please " in ada.page.main.find(role="alert").get_text()
    assert ben.feed() == []


@pytest.mark.parametrize("fields", [{}, {"answer": "maybe"}, {"answer": "agree", "csrf_token": ""}])
def test_an_answer_that_is_none_is_asked_for_again(ada, ben, fields):
    his = goal()
    ben.syncs(his)
    sees(ada, ben)
    answers(ada, ben, his, 400, **fields)
    assert "Please choose once more." in ada.page.get_text()
    assert ada.page.find(id=f"w-{his['entry']}").get_text(strip=True) == ""
    assert len(ben.feed()) == 1


def test_ada_cannot_agree_to_her_own_words(ada, ben):
    hers, his = proposes(ada, ben, "say no at work"), goal()
    ben.syncs(his)
    sees(ada, ben)
    form = ada.page.find("form", action=place(ben, his["entry"], "answer"))
    form["action"] = place(ben, hers["entry"], "answer")
    answers(ada, ben, hers, 409, answer="agree")


def test_before_a_client_has_come_in_there_is_nothing_to_agree(ada):
    ada.opens("/practice")
    address = ada.page.find("strong", string="Ben").find_parent("a")["href"]
    assert "Once Ben has come in" in ada.opens(f"{address}/together").get_text()
    ada.opens(f"{address}/together/new/goal", 404)


BELOW = [
    "",
    "/new/goal",
    "/new/task",
    "/meeting/walk_and_talk",
    "/{}",
    "/{}/answer",
    "/{}/aside",
    "/{}/again",
]


@pytest.mark.parametrize("name", ["Olga", "Finn", "Ben", "Bea"])
def test_a_stranger_sees_and_does_what_they_could_with_nobody(person, ben, name):
    his = goal()
    ben.syncs(his)
    stranger = person(name)
    for method in ("GET", "POST"):
        for below in BELOW:
            paths = [
                f"/practice/clients/{id}/together{below}".format(his["entry"])
                for id in (ben.id, uuid4())
            ]
            mine, nobodys = (stranger.asks(method, path, headers=A_PERSON) for path in paths)
            assert (mine.status_code, mine.data) == (nobodys.status_code, nobodys.data)
            assert mine.status_code in (404, 405)
    assert len(ben.feed()) == 1


@pytest.mark.parametrize("below", ["/new/progress", "/meeting/moon", f"/{UUID(int=7)}"])
def test_what_there_is_not_is_not_here(ada, ben, below):
    ada.opens(place(ben) + below, 404)


def test_beas_goal_is_not_here_on_bens_page(ada, ben, bea):
    hers = goal("only Bea's")
    bea.syncs(hers)
    assert "only Bea" not in sees(ada, ben)
    ada.opens(place(ben, hers["entry"]), 404)


BAD = [
    ("goal", {**GOAL, "state": "agreed"}),
    ("goal", {**GOAL, "words": "x" * 2001}),
    ("task", {**GOAL, "goal": "none"}),
    ("goal", {key: GOAL[key] for key in ("words", "state", "goal")}),
    ("agreement", {"of": str(uuid4()), "answer": "perhaps", "words": ""}),
    ("agreement", {"of": None, "answer": "agree", "words": ""}),
    ("progress", {"of": str(uuid4()), "value": 11, "fits": None, "words": ""}),
    ("progress", {"of": str(uuid4()), "value": 3.5, "fits": None, "words": ""}),
    ("progress", {"of": str(uuid4()), "value": 3, "fits": "no", "words": ""}),
    ("arrangement", {**WALK, "setting": "moon"}),
    ("arrangement", {**WALK, "fields": {"meet": "x" * 2001}}),
    ("arrangement", {**WALK, "fields": {f"part{n}": "x" for n in range(41)}}),
    ("arrangement", {**WALK, "fields": {"meet": None}}),
]


def test_what_is_none_of_these_is_refused_and_the_others_get_through(ben):
    bad = [entry(json.dumps(body), kind=kind) for kind, body in BAD]
    *refused, last = ben.syncs(*bad, goal())["results"]
    assert [result.get("code") for result in refused] == ["bad_body"] * len(BAD)
    assert last["status"] == "stored"


def test_how_it_is_going_only_a_client_can_say():
    assert KINDS["progress"].writers == {"client"}
