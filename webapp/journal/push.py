"""Taking entries in: each at most once, each numbered, one bad one harming nobody.

`take` runs in one transaction that begins by locking the journal, so numbers become visible in
order and without gaps. What it returns is true only after COMMIT.
"""

from sqlalchemy import select

from webapp.extensions import db
from webapp.journal.kinds import KINDS, fits
from webapp.journal.models import Entry, Journal, entries_of
from webapp.journal.schema import MAX_BODY_CHARACTERS, Result, digest

SENTENCES = {
    "too_big": "This is longer than the server keeps.",
    "bad_digest": "This was damaged on the way.",
    "not_yours": "This belongs to somebody else.",
    "id_reused": "Something else is already kept under this id.",
    "unknown_kind": "The server does not know this kind of entry.",
}


class Rejected(Exception):
    """An item that is not stored, with its code and a sentence."""

    def __init__(self, code, message=None):
        super().__init__(code)
        self.code, self.message = code, message or SENTENCES[code]


def take(journal_id, author, items):
    """Store what is new of `items` in a journal, in the caller's transaction.

    Returns a Result for each item, in order. The caller commits, and only then answers.
    """
    journal = Journal.locked(journal_id)
    return [_one(journal, author, item) for item in items]


def _one(journal, author, item):
    try:
        with db.session.begin_nested():
            return _stored(journal, author, item)
    except Rejected as no:
        return Result(item.entry, "rejected", code=no.code, message=no.message)


def _stored(journal, author, item):
    known = db.session.scalar(
        select(Entry).where(Entry.journal_id == journal.id, Entry.id == item.entry)
    )
    if known is not None:
        return _repeated(known, author, item)
    _check(author, item)
    siblings = entries_of(journal.id, item.record)
    if any(e.author_id != author.id or e.kind != item.kind for e in siblings):
        raise Rejected("not_yours")
    entry = _entry(journal, author, item)
    db.session.add(entry)
    db.session.flush()
    _project(journal, entry, siblings)
    return Result(item.entry, "stored", seq=entry.seq)


def _repeated(known, author, item):
    if known.author_id != author.id:
        raise Rejected("not_yours")
    if not known.is_same_as(item):
        raise Rejected("id_reused")
    return Result(item.entry, "known", seq=known.seq)


def _check(author, item):
    kind = KINDS.get(item.kind)
    if kind is None or item.schema not in kind.schemas:
        raise Rejected("unknown_kind")
    if author.role not in kind.writers:
        raise Rejected("not_yours")
    if item.op == "delete":
        _check_deletion(item)
    else:
        _check_body(item)


def _check_deletion(item):
    if item.body is not None or item.sha256 is not None:
        raise Rejected("bad_body", "A deletion has no body.")


def _check_body(item):
    if item.body is None or item.sha256 is None:
        raise Rejected("bad_body", "The body or its digest is missing.")
    if len(item.body) > MAX_BODY_CHARACTERS:
        raise Rejected("too_big")
    if digest(item.body) != item.sha256:
        raise Rejected("bad_digest")
    why_not = fits(item.kind, item.schema, item.body)
    if why_not:
        raise Rejected("bad_body", why_not)


def _entry(journal, author, item):
    journal.seq += 1
    entry = Entry(
        journal_id=journal.id,
        seq=journal.seq,
        id=item.entry,
        record=item.record,
        base=item.base,
        resolves=[str(other) for other in item.resolves],
        kind=item.kind,
        schema=item.schema,
        op=item.op,
        author_id=author.id,
        written_at=item.written_at.isoformat(),
        zone=item.zone,
    )
    entry.body = item.body
    return entry


def _project(journal, entry, siblings):
    project = KINDS[entry.kind].project
    if project:
        project(journal, entry.record, [*siblings, entry])
