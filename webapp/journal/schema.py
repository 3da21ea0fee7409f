"""The shapes of POST /sync, as in the public contract."""

import hashlib
from typing import Annotated, Literal
from uuid import UUID, uuid4

import msgspec
from msgspec import Meta, Struct

from webapp.journal.shapes import Zone
from webapp.security.problems import Limits
from webapp.security.strict_json import Instant

PROTOCOL = 1
MAX_ITEMS = 50
MAX_BYTES = 262_144
# 2,000 emoji, each escaped as a pair, are 24,000; what fits its kind may be longer, in many texts.
MANY_CHARACTERS = 32_768
MAX_CHANGES = 500
LIMITS = Limits(items=MAX_ITEMS, bytes=MAX_BYTES)

Seq = Annotated[int, Meta(ge=0, le=2**53)]


def digest(body):
    """The hex SHA-256 of a body, given as its UTF-8 bytes."""
    return hashlib.sha256(body).hexdigest()


class Cursor(Struct, forbid_unknown_fields=True):
    """How far a phone has read: a number, and the first 16 hex digits of the entry there."""

    seq: Seq
    mark: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")]


def mark(entry_id):
    """The first 16 hex digits of an entry's id."""
    return entry_id.hex[:16]


class Item(Struct, forbid_unknown_fields=True):
    """One entry that a phone hands over."""

    entry: UUID
    record: UUID
    base: UUID | None
    resolves: list[UUID]
    kind: str
    schema: int
    op: Literal["put", "delete"]
    body: str | None
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")] | None
    written_at: Instant
    zone: Zone

    @classmethod
    def following(cls, heads, record, kind, said, written_at, zone="UTC"):
        """An entry that follows these ones of a record; without them, the first of a new record.
        `said` is the body as a Struct, or None to delete."""
        body = None if said is None else msgspec.json.encode(said)
        base, *resolves = heads or [None]
        return cls(
            entry=uuid4(), record=record or uuid4(), base=base, resolves=resolves, kind=kind,
            schema=1, op="delete" if body is None else "put", body=body and body.decode(),
            sha256=body and digest(body), written_at=written_at, zone=zone,
        )  # fmt: skip


class Sync(Struct, forbid_unknown_fields=True):
    """What a phone says when it syncs."""

    protocol: Literal[1]
    account: UUID
    device: UUID
    now: Instant
    cursor: Cursor | None
    push: list[Item]
    waiting: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Meta(ge=1)] = 200


Code = Literal[
    "too_big", "bad_digest", "not_yours", "erased", "id_reused", "unknown_kind", "bad_body"
]


class Result(Struct, omit_defaults=True):
    """What became of one item."""

    entry: UUID
    status: Literal["stored", "known", "rejected"]
    seq: int | None = None
    code: Code | None = None
    message: str | None = None


Id = Annotated[str, Meta(extra_json_schema={"format": "uuid"})]
IsoMoment = Annotated[str, Meta(extra_json_schema={"format": "date-time"})]


class Change(Struct):
    """One entry of the feed."""

    seq: int
    entry: UUID
    record: UUID
    base: UUID | None
    resolves: list[Id]
    kind: str
    schema: int
    op: Literal["put", "delete", "erase"]
    body: str | None
    sha256: str | None
    author: UUID
    written_at: IsoMoment
    zone: str
    received_at: IsoMoment


class Synced(Struct, kw_only=True):
    """The answer: what became of each item, and what is new."""

    results: list[Result]
    changes: list[Change]
    cursor: Cursor | None
    more: bool
    server_time: Instant
    protocol: int = PROTOCOL
    limits: Limits = LIMITS


class Resync(Struct, kw_only=True):
    """The answer when the cursor is of another database: read again from the start."""

    results: list[Result]
    server_time: Instant
    resync: bool = True
    protocol: int = PROTOCOL
    limits: Limits = LIMITS


class Reported(Struct):
    """How many entries one phone had waiting when it last said so."""

    device: Id
    waiting: int
    reported_at: IsoMoment


class Devices(Struct):
    """The phones of one person that had something waiting."""

    devices: list[Reported]
