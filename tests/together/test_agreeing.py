"""Ada and Ben agree what they work towards, and how: on her page, and in his journal."""

import json
from uuid import UUID, uuid4

import pytest

from tests.entries import entry, said
from tests.pages import A_PERSON
from webapp.journal.kinds import KINDS

GOAL = {"words": "calmer evenings", "state": "proposed", "goal": None, "replaces": None}
WALK = {"setting": "walk_and_talk", "fields": {"meet": "the lower gate"}, "replaces": None}


def goal(words=GOAL["words"], kind="goal", **otherwise):
    """A goal as a phone hands it over; `otherwise` bends the entry."""
    return entry(json.dumps({**GOAL, "words": words}), kind=kind, **otherwise)


def answer(to, answer="agree", words=""):
    """An answer to an entry."""
    body = {"of": to["entry"], "answer": answer, "words": words}
    return entry(json.dumps(body), kind="agreement")


def place(client, *below):
    """The address of the page on which Ada and a client agree, or of something below it."""
    return "/".join(["/practice/clients", client.id, "together", *below])


def sees(ada, client):
    """The words on Ada's page."""
    return ada.opens(place(client)).get_text(" ", strip=True)


def newest(client, kind):
    """The last entry of a kind in a client's journal."""
    return [change for change in client.feed() if change["kind"] == kind][-1]


def answers(ada, ben, what, status=200, **fields):
    """Ada presses a button below Ben's words, on the page that is open."""
    ada.sends(place(ben, what["entry"], "answer"), status, **fields)


def proposes(ada, ben, words, kind="goal", **fields):
    ada.opens(place(ben, "new", kind))
    ada.sends(place(ben, "new", kind), words=words, **fields)
    return newest(ben, kind)


def test_ben_proposes_a_goal_ada_agrees_and_ben_hears_of_it(ada, ben):
    his = goal()
    ben.syncs(his)
    assert "Ben proposes: calmer evenings" in sees(ada, ben)
    answers(ada, ben, his, answer="agree")
    assert "Both of you agreed on" in ada.page.get_text()
    told = newest(ben, "agreement")
    assert (told["author"], said(told)) == (
        ada.id,
        {"of": his["entry"], "answer": "agree", "words": ""},
    )


def test_agreed_goals_stand_on_bens_page_and_others_do_not(ada, ben):
    his, other = goal(), goal("say no at work")
    ben.syncs(his, other)
    sees(ada, ben)
    answers(ada, ben, his, answer="agree")
    page = ada.opens(f"/practice/clients/{ben.id}").get_text()
    assert "calmer evenings" in page and "say no at work" not in page


def test_ada_proposes_a_goal_and_it_waits_for_ben(ada, ben):
    hers = proposes(ada, ben, "two calm evenings\r\na week")
    assert said(hers) == {**GOAL, "words": "two calm evenings\na week"}
    assert "It waits for Ben’s answer." in ada.page.get_text()
    ben.syncs(answer(hers))
    assert "Both of you agreed on" in sees(ada, ben)


def test_pressing_twice_proposes_once(ada, ben):
    ada.opens(place(ben, "new", "goal"))
    form = ada.page
    for _ in range(2):
        ada.page = form
        ada.sends(place(ben, "new", "goal"), words="calmer evenings")
    assert [change["kind"] for change in ben.feed()] == ["goal"]


def test_agreeing_to_what_ben_has_changed_meanwhile_agrees_to_nothing(ada, ben):
    first = goal()
    ben.syncs(first)
    sees(ada, ben)
    ben.syncs(goal("calmer mornings", record=first["record"], base=first["entry"]))
    answers(ada, ben, first, 409, answer="agree")
    assert "This had changed before your answer came." in ada.page.get_text()
    assert "Ben proposes: calmer mornings" in ada.page.get_text(" ", strip=True)
    assert [change["kind"] for change in ben.feed()] == ["goal", "goal"]


def test_what_was_agreed_goes_on_standing_until_the_change_is_agreed(ada, ben):
    hers = proposes(ada, ben, "calmer evenings")
    ben.syncs(answer(hers))
    sees(ada, ben)
    change = place(ben, hers["entry"])
    ada.opens(change)
    ada.sends(change, words="two calm evenings a week")
    assert said(newest(ben, "goal"))["words"] == "two calm evenings a week"
    assert newest(ben, "goal")["record"] == hers["record"]
    page = ada.page.get_text(" ", strip=True)
    assert "Both of you agreed" in page and "You suggest a change: two calm evenings" in page


def test_ada_suggests_a_change_of_bens_goal_in_a_record_of_her_own(ada, ben):
    his = goal()
    ben.syncs(his)
    ada.opens(place(ben, his["entry"]))
    ada.sends(place(ben, his["entry"]), words="two calm evenings a week")
    hers = newest(ben, "goal")
    assert hers["record"] != his["record"] and said(hers)["replaces"] == his["entry"]
    ben.syncs(answer(hers, "not_for_me", "Too many for now."))
    page = sees(ada, ben)
    assert "Ben said: not for me. Too many for now." in page and "Ben suggests a change" in page


def test_not_for_me_comes_with_adas_words(ada, ben):
    his = goal("a list each morning", "task")
    ben.syncs(his)
    sees(ada, ben)
    answers(ada, ben, his, answer="not_for_me", words="It may get one more chore.")
    assert said(newest(ben, "agreement"))["words"] == "It may get one more chore."
    assert "You said: not for me." in ada.page.get_text()
    answers(ada, ben, his, answer="agree")
    assert "Both of you agreed on" in ada.page.get_text()


def test_ada_puts_a_goal_aside_and_takes_it_up_again(ada, ben):
    hers = proposes(ada, ben, "calmer evenings")
    ben.syncs(answer(hers))
    sees(ada, ben)
    ada.sends(place(ben, hers["entry"], "aside"))
    aside = newest(ben, "goal")
    assert said(aside)["state"] == "set_aside" and "put aside by you" in ada.page.get_text()
    ada.sends(place(ben, aside["entry"], "again"))
    assert "Both of you agreed on" in ada.page.get_text()


def test_what_ben_put_aside_stands_with_neither(ada, ben):
    first = goal()
    aside = {**GOAL, "state": "set_aside"}
    ben.syncs(
        first, entry(json.dumps(aside), kind="goal", record=first["record"], base=first["entry"])
    )
    assert "put aside by Ben" in sees(ada, ben)
    assert "calmer evenings" not in ada.opens(f"/practice/clients/{ben.id}").get_text()


def test_a_way_of_working_is_for_a_goal(ada, ben):
    his = goal()
    ben.syncs(his)
    way = proposes(ada, ben, "a list each morning", "task", goal=his["record"])
    assert said(way)["goal"] == his["record"]
    assert "For the goal “calmer evenings”" in ada.page.get_text()


def test_ada_reads_how_it_is_going_and_that_a_way_is_not_for_ben(ada, ben):
    way = proposes(ada, ben, "a list each morning", "task")
    for_it = {"of": way["record"], "value": 4, "fits": "not_for_me", "words": "I lose the list."}
    later = {**for_it, "value": None, "fits": None, "words": "I found it."}
    ben.syncs(answer(way), *[entry(json.dumps(b), kind="progress") for b in (for_it, later)])
    page = sees(ada, ben)
    assert page.index("I found it.") < page.index("4 of 10") < page.index("is not for me")


def test_bea_proposes_a_card_for_walks_and_ada_suggests_a_change(ada, bea):
    hers = entry(json.dumps(WALK), kind="arrangement")
    bea.syncs(hers)
    assert "Where we meet the lower gate" in sees(ada, bea)
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    assert ada.page.find(id="meet").get_text(strip=True) == "the lower gate"
    ada.sends(meeting, meet="the lower gate", dogs="None with us.")
    assert said(newest(bea, "arrangement")) == {
        "setting": "walk_and_talk", "replaces": hers["entry"],
        "fields": {"meet": "the lower gate", "dogs": "None with us."},
    }  # fmt: skip
    assert "Dogs (changed)" in ada.page.get_text()
    assert "the lower gate" not in ada.page.get_text() and "The rest stays" in ada.page.get_text()
    bea.syncs(answer(newest(bea, "arrangement")))
    assert "Both of you agreed on" in sees(ada, bea)


def test_a_part_of_a_card_that_ada_does_not_know_is_kept_and_shown(ada, bea):
    fields = {"meet": "the lower gate", "picnic_spot": "by the oak"}
    bea.syncs(entry(json.dumps({**WALK, "fields": fields}), kind="arrangement"))
    assert "picnic spot by the oak" in sees(ada, bea)
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    ada.sends(meeting, meet="the upper gate")
    assert said(newest(bea, "arrangement"))["fields"] == {**fields, "meet": "the upper gate"}


def test_ada_loses_no_word_when_bea_changes_the_card_meanwhile(ada, bea):
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    bea.syncs(entry(json.dumps(WALK), kind="arrangement"))
    ada.sends(meeting, 409, meet="the car park")
    assert ada.page.find(id="meet").get_text(strip=True) == "the car park"
    assert "This had changed before your words came." in ada.page.get_text()
    ada.sends(meeting, meet="the car park")
    assert said(newest(bea, "arrangement"))["fields"] == {"meet": "the car park"}


def test_ada_loses_no_word_when_ben_changes_his_goal_meanwhile(ada, ben):
    first = goal()
    ben.syncs(first)
    ada.opens(place(ben, first["entry"]))
    second = goal("calmer mornings", record=first["record"], base=first["entry"])
    ben.syncs(second)
    ada.sends(place(ben, first["entry"]), 409, words="two calm evenings")
    assert ada.page.find(id="words").get_text(strip=True) == "two calm evenings"
    ada.sends(place(ben, second["entry"]), words="two calm mornings")
    assert said(newest(ben, "goal"))["replaces"] == second["entry"]


@pytest.mark.parametrize("words", ["", " \r\n ", "x" * 2001])
def test_what_cannot_be_proposed_is_told_in_a_sentence(ada, ben, words):
    ada.opens(place(ben, "new", "goal"))
    ada.sends(place(ben, "new", "goal"), 422, words=words)
    assert "Please " in ada.page.find(role="alert").get_text()
    assert ben.feed() == []


@pytest.mark.parametrize("fields", [{}, {"answer": "maybe"}, {"answer": "agree", "csrf_token": ""}])
def test_an_answer_that_is_none_is_asked_for_again(ada, ben, fields):
    his = goal()
    ben.syncs(his)
    sees(ada, ben)
    answers(ada, ben, his, 422, **fields)
    assert "Please choose once more." in ada.page.get_text()
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
