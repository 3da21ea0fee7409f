"""Line 24: a real server that is told to stop finishes what is in flight."""

import os
import signal
import socket
from contextlib import closing

from tests.browser.server import PATIENCE_S
from tests.entries import check_in
from tests.sync.half_way import HalfWay
from tests.sync.wire import Wire, client_of


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
    half_way = HalfWay(server, bea, entry)
    os.killpg(server.process.pid, signal.SIGTERM)
    no_more_comes_in(server)
    status, told = half_way.goes_on()
    assert (status, told["results"][0]["status"]) == (200, "stored")
    assert server.process.wait(PATIENCE_S) == 0
    server.start()
    assert entries_of(server, bea) == [entry["entry"]]
