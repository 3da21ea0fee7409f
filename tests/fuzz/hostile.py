"""Hostile requests without end: to every address, in every way, as anybody."""

import json
from random import Random

from tests.fuzz import bodies, items, odds
from tests.fuzz.wsgi import Request
from tests.security.routes import routes
from webapp.journal.schema import MAX_ITEMS

OURS = {"Sec-Fetch-Site": "same-origin"}


class Hostile:
    """Makes hostile requests, the same ones each time for one seed."""

    def __init__(self, app, everybody, real, seed):
        self.chance, self.everybody = Random(seed), everybody
        self.addresses = [path for _, path, _ in routes(app)] + real * 3

    def request(self):
        """The next one."""
        self.who = self.chance.choice(self.everybody)
        ways = (
            self._bad_body, self._bad_items, self._bad_way, self._cut, self._bad_question,
            self._bad_address,
        )  # fmt: skip
        return self._oddly(self.chance.choice(ways)())

    def _bad_body(self):
        """A good address, and a body that is not."""
        path, body = self._good()
        return Request("POST", path, {**OURS}, bodies.broken(self.chance, body()))

    def _bad_items(self):
        """A sync that is well made, and whose entries are not; or one that asks for too much."""
        most = self.chance.choice([1, 2, 5, MAX_ITEMS, MAX_ITEMS + 1])
        push = [items.refused(self.chance) for _ in range(self.chance.randint(0, most))]
        here = {"seq": self.chance.choice([0, 1, 2, 2**53]), "mark": self.chance.choice("0f") * 16}
        more = {"cursor": self.chance.choice([None, here]), "limit": self.chance.choice([1, 2**53])}
        sync = {**self.who.bodies["/sync"](), "push": push, **more}
        return Request("POST", "/sync", {**OURS}, json.dumps(sync).encode())

    def _bad_way(self):
        """A good body, brought in a way in which nothing is taken."""
        path, body = self._good()
        request = Request("POST", path, {**OURS}, json.dumps(body()).encode())
        what = self.chance.randrange(3)
        if what == 0:
            request.headers["Sec-Fetch-Site"] = self.chance.choice(odds.FOREIGN)
        elif what == 1:
            request.headers["Content-Type"] = self.chance.choice(odds.KINDS)
        else:
            request.method = self.chance.choice([m for m in odds.METHODS if m != "POST"])
        return request

    def _cut(self):
        """A good body, of which less arrives than was meant, or is said to."""
        path, body = self._good()
        raw = json.dumps(body()).encode()
        if self.chance.random() < 0.5:
            return Request("POST", path, {**OURS}, raw, self.chance.choice(odds.LENGTHS))
        return Request(
            "POST", path, {**OURS}, raw[: self.chance.randrange(len(raw))], str(len(raw))
        )

    def _bad_question(self):
        """An address there is, and behind it what nobody asks."""
        path = self.chance.choice(self.addresses) + self.chance.choice(odds.QUESTIONS)
        return Request("GET", path, {**OURS})

    def _bad_address(self):
        """Any method, at an address that is, or nearly."""
        path = self.chance.choice(self.addresses)
        if self.chance.random() < 0.7:
            path = self.chance.choice(odds.PATHS).replace("{}", path)
        request = Request(self.chance.choice(odds.METHODS), path, {**OURS})
        request.body = self.chance.choice(odds.FORMS)
        request.headers["Content-Type"] = self.chance.choice(odds.KINDS)
        return request

    def _oddly(self, request):
        """With the cookies of whoever asks, and sometimes with headers that nobody sends."""
        request.headers["Cookie"] = self.who.cookies
        for _ in range(self.chance.choice([0, 0, 0, 1, 3])):
            name, value = self.chance.choice(odds.NAMES), self.chance.choice(odds.VALUES)
            before = f"{request.headers['Cookie']}; " if name == "Cookie" else ""
            request.headers[name] = before + value
        return request

    def _good(self):
        return self.chance.choice(list(self.who.bodies.items()))
