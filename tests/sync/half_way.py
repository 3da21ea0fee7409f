"""A push of which the server has read the head, and waits for the rest."""

import json
import socket
from contextlib import closing
from functools import partial

from tests.browser.server import PATIENCE_S
from tests.sync.wire import Wire


class HalfWay:
    """Bea's phone, which has begun to hand over `entry` to `server`."""

    def __init__(self, server, bea, entry):
        with closing(Wire(server, bea)) as wire:
            head, self._body = _push(wire, entry)
        self._connection = socket.create_connection(("127.0.0.1", server.port), PATIENCE_S)
        self._connection.sendall(head)
        # Nothing says so before somebody reads.
        assert self._connection.recv(100).startswith(b"HTTP/1.1 100")

    def goes_on(self):
        """Say the rest. Returns the status and the object of a whole answer."""
        with self._connection as connection:
            connection.sendall(self._body)
            whole = b"".join(iter(partial(connection.recv, 65_536), b""))
        head, _, body = whole.partition(b"\r\n\r\n")
        return int(head.split()[1]), json.loads(body)

    def hangs_up(self):
        """Lose the signal."""
        self._connection.close()


def _push(wire, entry):
    about = {"protocol": 1, "account": wire.account, "device": wire.device, "cursor": None}
    body = json.dumps({**about, "now": "2026-11-23T18:05:00Z", "limit": 1, "push": [entry]})
    lines = [f"{name}: {value}" for name, value in wire.headers.items()]
    lines += [f"Content-Length: {len(body)}", "Expect: 100-continue", "Connection: close"]
    return "\r\n".join(["POST /sync HTTP/1.1", *lines, "", ""]).encode(), body.encode()
