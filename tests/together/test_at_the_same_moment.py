"""Ada taps twice at the very same moment, and Ben is told once."""

from functools import partial

from tests.agreeing import answer, answers, goal, place, proposes, sees
from webapp.together import moves


def kinds(client):
    """What is in a client's journal, in order."""
    return [change["kind"] for change in client.feed()]


def twice(ada, right_after, tap):
    """Ada's second tap comes when the first has looked what stands, and is not stored yet."""
    second = right_after(moves, "matters_of", partial(tap, ada.copied()))
    tap(ada)
    second.join()


def hidden(ada, path):
    """What the form that goes to `path` sends unasked."""
    form = ada.page.find("form", action=path)
    return {i["name"]: i.get("value", "") for i in form.find_all("input", type="hidden")}


def test_a_doubled_tap_proposes_a_goal_once(ada, ben, right_after):
    new = place(ben, "new", "goal")
    ada.opens(new)
    twice(ada, right_after, lambda she: she.sends(new, words="calmer evenings"))
    assert kinds(ben) == ["goal"]


def test_a_doubled_tap_proposes_a_card_once(ada, ben, right_after):
    card = place(ben, "meeting", "walk_and_talk")
    ada.opens(card)
    words = {**hidden(ada, card), "meet": "the lower gate"}
    twice(ada, right_after, lambda she: she.asks("POST", card, data=words))
    assert kinds(ben) == ["arrangement"]


def test_a_doubled_tap_agrees_once(ada, ben, right_after):
    his = goal()
    ben.syncs(his)
    sees(ada, ben)
    twice(ada, right_after, lambda she: answers(she, ben, his, answer="agree"))
    assert kinds(ben) == ["goal", "agreement"]


def test_a_doubled_tap_puts_a_goal_aside_once(ada, ben, right_after):
    hers = proposes(ada, ben, "calmer evenings")
    ben.syncs(answer(hers))
    sees(ada, ben)
    aside = place(ben, hers["entry"], "aside")
    twice(ada, right_after, lambda she: she.asks("POST", aside, data=hidden(she, aside)))
    assert kinds(ben) == ["goal", "agreement", "goal"]
