"""Entries that a sync may bring, in a request that is well made, and that nobody may take."""

import json

from tests.entries import check_in, entry
from tests.fuzz.bodies import broken


def refused(chance):
    """One entry with something wrong that only the journal can see."""
    return chance.choice(WAYS)(chance)


def _body(chance):
    """A body that is no check-in, whole and with the right digest."""
    raw = broken(chance, json.loads(check_in()["body"]))
    return entry(raw.decode("utf-8", "replace"))


WAYS = (
    _body,
    _body,
    _body,
    lambda chance: check_in(sha256=f"{chance.getrandbits(256):064x}"),
    lambda chance: check_in(schema=chance.randrange(2, 1001)),
    lambda chance: check_in(kind=chance.choice(["goal", "check_in ", "Check_in", "\u202e", "?"])),
    lambda _: check_in(kind="acknowledgement"),
    lambda _: check_in(op="delete"),
    lambda _: entry(None),
    lambda _: check_in(sha256=None),
    lambda _: check_in("x" * 40_000),
    lambda _: check_in("x" * 2_001),
)
