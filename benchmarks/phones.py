"""What phones send, as bytes that are made before anything is measured."""

from datetime import UTC, datetime
from uuid import uuid4

import msgspec

from benchmarks.load import request
from webapp.checkins.schema import CheckInBody
from webapp.journal.schema import Cursor, Item, Sync, mark

SAID = CheckInBody(
    appointment=None, setting="walk_and_talk", ratings={"safety": 3, "goals": 2, "tasks": 4},
    felt_off=False, words="The wind was loud by the reservoir. " * 16, shared=True,
    happened_at=datetime.now(UTC),
)  # fmt: skip


def pushes(person, entries, count):
    """Requests that hand over `entries` new check-ins each and read nothing else."""
    return [sync(person, [item() for _ in range(entries)], limit=1) for _ in range(count)]


def pulls(person, count, seq=None, entry=None):
    """Requests that read 20 entries: the first ones, or those behind the entry with this number."""
    cursor = Cursor(seq, mark(entry)) if seq else None
    return [sync(person, [], limit=20, cursor=cursor)] * count


def sync(person, items, limit, cursor=None):
    """The bytes of one POST /sync."""
    said = Sync(
        protocol=1, account=person.id, device=uuid4(), now=datetime.now(UTC), cursor=cursor,
        push=items, limit=limit,
    )  # fmt: skip
    return request("/sync", msgspec.json.encode(said), person.cookie)


def item():
    """One check-in, as a phone sends it: some 850 bytes of JSON."""
    return Item.following([], None, "check_in", SAID, datetime.now(UTC), "Europe/London")
