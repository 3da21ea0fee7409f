"""Bea stops all check-ins: Ada is told, in one line."""

import json

from tests.entries import entry

TOLD = "Bea has stopped all check-ins."


def choice(check_ins, **head):
    """What Bea's phone hands over."""
    body = {"check_ins": check_ins, "reminders": {}}
    return entry(json.dumps(body), kind="preference", **head)


def page_of(ada, bea):
    return ada.opens(f"/practice/clients/{bea.id}").get_text(" ", strip=True)


def test_ada_is_told_until_bea_starts_again(ada, bea):
    stopped = choice(check_ins=False)
    assert TOLD not in page_of(ada, bea)
    bea.syncs(stopped)
    assert TOLD in page_of(ada, bea)
    bea.syncs(choice(check_ins=True, record=stopped["record"], base=stopped["entry"]))
    assert TOLD not in page_of(ada, bea)
