"""Line 24: a real server that is told to stop finishes what is in flight."""

import json
import os
import signal
import socket
from contextlib import closing
from functools import partial

from tests.browser.server import PATIENCE_S
from tests.entries import check_in
from tests.sync.wire import Wire, client_of


def request(wire, entry):
    """The head and the body of a push, as they go over the wire."""
    about = {"protocol": 1, "account": wire.account, "device": wire.device, "cursor": None}
    body = json.dumps({**about, "now": "2026-11-23T18:05:00Z", "limit": 1, "push": [entry]})
    lines = [f"{name}: {value}" for name, value in wire.headers.items()]
    lines += [f"Content-Length: {len(body)}", "Expect: 100-continue", "Connection: close"]
    return "\r\n".join(["POST /sync HTTP/1.1", *lines, "", ""]).encode(), body.encode()


def answered(connection):
    """The status and the object of a whole answer; nothing of it may be missing."""
    whole = b"".join(iter(partial(connection.recv, 65_536), b""))
    head, _, body = whole.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


def no_more_comes_in(server):
    """Wait until the server listens no longer, so it has heard that it is to stop."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", server.port)).close()
        except OSError:
            return


def entries_of(server, bea):
    with closing(Wire(server, bea)) as wire:
        return [change["entry"] for change in wire.syncs()["changes"]]


def test_what_is_in_flight_when_the_server_is_told_to_stop_is_finished(server):
    bea, entry = client_of(server), check_in()
    with closing(Wire(server, bea)) as wire:
        head, body = request(wire, entry)
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE_S) as half_way:
        half_way.sendall(head)
        assert half_way.recv(100).startswith(b"HTTP/1.1 100")  # the view reads already
        os.killpg(server.process.pid, signal.SIGTERM)
        no_more_comes_in(server)
        half_way.sendall(body)
        status, told = answered(half_way)
    assert (status, told["results"][0]["status"]) == (200, "stored")
    assert server.process.wait(PATIENCE_S) == 0
    server.start()
    assert entries_of(server, bea) == [entry["entry"]]
