"""Line 24: a real server that has too many says so, and goes on when there are fewer."""

from contextlib import closing
from http.client import HTTPConnection

import pytest

from tests.browser.server import PATIENCE_S, Server
from tests.entries import check_in
from tests.sync.half_way import HalfWay
from tests.sync.wire import Wire, client_of
from webapp.security.door import MOST_WAITING

PLACES = 2


@pytest.fixture
def small(tmp_path):
    """A server with two places, and Bea, who has joined."""
    server = Server(tmp_path, THREADS=str(PLACES), WORKERS="1")
    server.start()
    yield server, client_of(server)
    server.stop()


@pytest.fixture
def full(small):
    """As many phones have begun to say something as find room; they fell silent."""
    phones = [HalfWay(*small, check_in()) for _ in range(PLACES + MOST_WAITING)]
    yield phones
    for phone in phones:
        phone.hangs_up()


def told(server, path):
    """The status of an answer to a GET, which has no body that the answer could overtake."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def test_phones_that_fall_silent_half_way_hold_up_nobody(small):
    phones = [HalfWay(*small, check_in()) for _ in range(PLACES + MOST_WAITING - 1)]
    with closing(Wire(*small)) as wire:
        assert wire.syncs(entry := check_in())["changes"][0]["entry"] == entry["entry"]
    for phone in phones:
        phone.hangs_up()


def test_one_too_many_is_told_so_and_gets_in_when_there_is_room(small, full):
    server, entry = small[0], check_in()
    assert told(server, "/me") == 503
    assert told(server, "/healthz") == told(server, "/readyz") == 200
    assert {full[0].goes_on()[0], full[1].goes_on()[0]} == {200}
    with closing(Wire(*small)) as wire:
        assert wire.syncs(entry)["results"][0]["status"] == "stored"
        assert entry["entry"] in [change["entry"] for change in wire.syncs()["changes"]]
