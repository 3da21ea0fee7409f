"""Line 24: a real server that has too many says so, and goes on when there are fewer."""

import socket
from contextlib import closing
from http.client import HTTPConnection

import pytest

from tests.browser.server import Server
from tests.entries import check_in
from tests.sync.half_way import HalfWay
from tests.sync.wire import Wire, client_of
from webapp.security.door import MOST_HEARD

AT_ONCE_S = 5
NO_SETTINGS = bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])


@pytest.fixture
def small(tmp_path):
    """A server with two places, and Bea, who has joined."""
    server = Server(tmp_path, THREADS="2", WORKERS="1")
    server.start()
    yield server, client_of(server)
    server.stop()


@pytest.fixture
def silent(small):
    """So many phones have begun to say something, and fell silent: silent(5)."""
    phones = []

    def fall_silent(number):
        phones.extend(HalfWay(*small, check_in()) for _ in range(number))
        return phones

    yield fall_silent
    for phone in phones:
        phone.hangs_up()


def told(server, method, path):
    """The status of an answer to a request without a body, which the answer could overtake."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=AT_ONCE_S)) as connection:
        connection.request(method, path)
        return connection.getresponse().status


def test_phones_that_fall_silent_half_way_hold_up_nobody(small, silent):
    silent(MOST_HEARD - 1)
    assert told(small[0], "GET", "/me") == 200
    with closing(Wire(*small)) as wire:
        assert wire.syncs(entry := check_in())["changes"][0]["entry"] == entry["entry"]


def test_one_too_many_is_told_so_and_gets_in_when_there_is_room(small, silent):
    server, entry = small[0], check_in()
    phones = silent(MOST_HEARD)
    assert told(server, "POST", "/logout") == 503
    assert told(server, "GET", "/me") == told(server, "GET", "/readyz") == 200
    assert {phones[0].goes_on()[0], phones[1].goes_on()[0]} == {200}
    with closing(Wire(*small)) as wire:
        assert wire.syncs(entry)["results"][0]["status"] == "stored"
        assert entry["entry"] in [change["entry"] for change in wire.syncs()["changes"]]


def test_a_connection_carries_one_request_at_a_time(small):
    """By HTTP/2, a single one would take the room of hundreds."""
    with socket.create_connection(("127.0.0.1", small[0].port), AT_ONCE_S) as connection:
        connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + NO_SETTINGS)
        assert connection.recv(100) == b""
