"""What is handed over, judged and sealed as far as that needs no look into the journal.

All of this comes before the journal is locked, because others wait for the lock.
"""

from dataclasses import dataclass

from msgspec import Struct

from webapp.journal.bodies import sealing
from webapp.journal.kinds import KINDS, strictly
from webapp.journal.schema import MANY_CHARACTERS, Item, Result, digest
from webapp.security.problems import Problem

SENTENCES = {
    "too_big": "This is longer than the server keeps.",
    "bad_digest": "This was damaged on the way.",
    "not_yours": "This belongs to somebody else.",
    "erased": "This was erased for good, and nothing is added to it.",
    "id_reused": "Something else is already kept under this id.",
    "unknown_kind": "The server does not know this kind of entry.",
    "bad_body": "The server cannot keep this.",
}


class Rejected(Exception):
    """An item that is not stored, with its code and a sentence."""

    def __init__(self, code, message=None):
        super().__init__(code)
        self.code, self.message = code, message or SENTENCES[code]

    def result(self, item):
        """This, as an answer tells it."""
        return Result(item.entry, "rejected", code=self.code, message=self.message)


@dataclass(slots=True)
class Offer:
    """One item with its body, read and sealed; or with the reason why it cannot be stored."""

    item: Item
    said: Struct | None = None
    sealed: bytes | None = None
    fault: Rejected | None = None

    @property
    def is_damaged(self):
        """Whether what came is not what was sent, so that nothing else can be said of it."""
        return self.fault is not None and self.fault.code == "bad_digest"


def offers(journal_id, author, items):
    """Judge items by themselves, for this journal and author. Returns an Offer for each."""
    seal = sealing(journal_id)
    return [_offer(seal, author, item) for item in items]


def _offer(seal, author, item):
    try:
        said = _said(author, item)
    except Rejected as no:
        return Offer(item, fault=no)
    return Offer(item, said, said and seal(item.entry, item.body))


def _said(author, item):
    """The body by its schema; None for a deletion. Raises Rejected."""
    kind = KINDS.get(item.kind)
    if kind is None or item.schema not in kind.schemas:
        raise Rejected("unknown_kind")
    if author.role not in kind.writers:
        raise Rejected("not_yours")
    return _no_body(item) if item.op == "delete" else _body(item)


def _no_body(item):
    if item.body is not None or item.sha256 is not None:
        raise Rejected("bad_body", "A deletion has no body.")


def _body(item):
    if item.body is None or item.sha256 is None:
        raise Rejected("bad_body", "The body or its digest is missing.")
    if digest(item.body.encode()) != item.sha256:
        raise Rejected("bad_digest")
    try:
        return strictly(item.kind, item.schema, item.body)
    except Problem as problem:
        if len(item.body) > MANY_CHARACTERS:
            raise Rejected("too_big") from problem
        raise Rejected("bad_body", problem.detail) from problem
