"""Goals, ways of working and cards as a phone hands them over, and what Ada does with them."""

import json

from tests.entries import entry

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


def put_aside(his):
    aside = {**GOAL, "state": "set_aside"}
    return entry(json.dumps(aside), kind="goal", record=his["record"], base=his["entry"])
