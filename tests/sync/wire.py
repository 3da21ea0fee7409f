"""A browser's connection to a real server: what it posts goes over a socket, and may break off."""

import json
from http.client import HTTPConnection, HTTPException
from time import monotonic, sleep

from tests.cast import invited
from tests.pages import OURS, Visitor
from tests.sync.rounds import NOTHING, Answer
from webapp import create_app
from webapp.extensions import db

PATIENCE_S = 300


class Wire:
    """`server` is where it leads, `visitor` whose cookie it brings."""

    def __init__(self, server, visitor):
        cookie = f"{visitor.name_of('login')}={visitor.cookie('login').value}"
        self.port, self.account, self.device = server.port, visitor.id, visitor.device
        self.headers = {**OURS, "Cookie": cookie, "Content-Type": "application/json"}
        self.headers["Host"] = server.origin.removeprefix("http://")
        self._connect()

    def post(self, body):
        """Post a sync. Returns an Answer; nothing when the connection breaks off."""
        try:
            self.connection.request("POST", "/sync", json.dumps(body), self.headers)
            response = self.connection.getresponse()
            return Answer(response.status, json.loads(response.read()))
        except (OSError, HTTPException):
            self.close()
            self._connect()
            return NOTHING

    def syncs(self, *entries, cursor=None, limit=500):
        """Hand over entries, and hear what is new; by a server that is well. Returns the answer."""
        about = {"protocol": 1, "account": self.account, "device": self.device, "cursor": cursor}
        body = {**about, "now": "2026-11-23T18:05:00Z", "limit": limit, "push": entries}
        return self._patiently(body)

    def _patiently(self, body):
        """A server that is busy is asked again, as a phone does."""
        end = monotonic() + PATIENCE_S
        while (answer := self.post(body)).status == 503 and monotonic() < end:
            sleep(0.05)
        assert answer.status == 200, answer
        return answer.json

    def close(self):
        """Hang up."""
        self.connection.close()

    def _connect(self):
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)


def client_of(server):
    """Bea, who has joined, at a server that runs. Returns her as a Visitor."""
    app = create_app(server.environment())
    bea = Visitor(app).joins(invited(app)["Bea"])
    with app.app_context():
        db.engine.dispose()
    return bea
