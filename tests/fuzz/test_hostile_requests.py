"""Whatever anybody sends, to whichever address: never an error of ours, and nothing is stored."""

import json
import logging
from collections import Counter
from datetime import UTC, datetime

import pytest
import time_machine

from tests import dump
from tests.fuzz import amount
from tests.fuzz.hostile import OURS, Hostile
from tests.fuzz.people import everybody
from tests.fuzz.wsgi import Request, ask

REQUESTS = amount.of(3_000, 100_000)
SEED = 20261123


@pytest.fixture
def hostile(app, cast):
    people, real = everybody(app, cast)
    return Hostile(app, people, real, SEED)


def told(app, requests):
    """How often each status was the answer. Fails at the first error of ours."""
    statuses = Counter()
    for request in requests:
        answer = ask(app, request)
        assert answer.status < 500, request
        assert answer.headers["Content-Security-Policy"], request
        statuses[answer.status] += 1
    return statuses


def test_hostile_requests_get_no_error_of_ours_and_store_nothing(app, hostile, caplog):
    before = dump.rows(app)
    with time_machine.travel(datetime.now(UTC), tick=False), caplog.at_level(logging.ERROR):
        statuses = told(app, (hostile.request() for _ in range(REQUESTS)))
    print(f"{app.config['SQLALCHEMY_DATABASE_URI'][:6]}: {sum(statuses.values()):,} {statuses}")
    assert {**dump.rows(app), "tries": []} == before
    # What the browser of another test says of itself comes from asyncio, which our server has not.
    assert not [record for record in caplog.records if record.name != "asyncio"]
    assert set(statuses) >= {200, 400, 401, 403, 404, 405, 410, 413, 415}


@pytest.mark.parametrize("view", ["journal.sync", "practice.client", "static"])
def test_an_error_of_ours_would_be_noticed(app, hostile, monkeypatch, view):
    def breaks(**_):
        raise ZeroDivisionError

    monkeypatch.setitem(app.view_functions, view, breaks)
    with pytest.raises(AssertionError):
        told(app, (hostile.request() for _ in range(2_000)))


def test_something_stored_would_be_noticed(app, hostile):
    bea = next(who for who in hostile.everybody if who.name == "Bea")
    before = dump.rows(app)
    good = json.dumps(bea.bodies["/sync"]()).encode()
    told(app, [Request("POST", "/sync", {**OURS, "Cookie": bea.cookies}, good)])
    assert dump.rows(app) != before
