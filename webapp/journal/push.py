"""Taking entries in: each at most once, each numbered, one bad one harming nobody.

`take` runs in one transaction that begins by locking the journal, so numbers become visible in
order and without gaps. What it returns is true only after COMMIT.
"""

from webapp.extensions import now
from webapp.journal import revisions
from webapp.journal.kinds import KINDS, strictly
from webapp.journal.revisions import Revision
from webapp.journal.schema import MAX_BODY_CHARACTERS, Result, digest
from webapp.security.problems import Problem
from webapp.writing import UNSTORABLE, savepoint

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


def take(journal_id, author, items):
    """Store what is new of `items` in a journal, in the caller's transaction.

    `author` has an `id` and a `role`. Returns a Result for each item, in order. The caller
    commits, and only then answers.
    """
    push = Push(journal_id, author, items)
    results = [push.result(item) for item in items]
    push.store()
    return results


def take_singly(journal_id, author, items):
    """As `take`, for items of which the database itself will not have one: the others get through.

    It knows no names for what is wrong then, so that one is rejected as `bad_body`.
    """
    return [_alone(journal_id, author, item) for item in items]


def _alone(journal_id, author, item):
    try:
        with savepoint():
            return take(journal_id, author, [item])[0]
    except UNSTORABLE:
        return _rejected(item, Rejected("bad_body"))


def _rejected(item, no):
    return Result(item.entry, "rejected", code=no.code, message=no.message)


class Push:
    """One push, against what the journal held when it was locked."""

    def __init__(self, journal_id, author, items):
        self.journal_id, self.author, self.received_at = journal_id, author, now()
        self.seq = revisions.lock(journal_id)
        self.known = revisions.with_ids(journal_id, [item.entry for item in items])
        self.records = revisions.of_records(journal_id, list({item.record for item in items}))
        self.new = []

    def result(self, item):
        """What becomes of one item. A new one is numbered, and stored with the others."""
        try:
            if revisions.is_erased(self.records[item.record]):
                raise Rejected("erased")
            known = self.known.get(item.entry)
            if known:
                return self._repeated(known, item)
            return Result(item.entry, "stored", seq=self._added(item, self._checked(item)))
        except Rejected as no:
            return _rejected(item, no)

    def store(self):
        """Write what is new, and bring the read models up to date."""
        if self.new:
            revisions.add(self.journal_id, self.new)
        for kind in {revision.kind for revision in self.new}:
            if KINDS[kind].project:
                touched = {r.record: self.records[r.record] for r in self.new if r.kind == kind}
                KINDS[kind].project(self.journal_id, touched)

    def _repeated(self, known, item):
        if known.author_id != self.author.id:
            raise Rejected("not_yours")
        if not known.is_same_as(item):
            raise Rejected("id_reused")
        return Result(item.entry, "known", seq=known.seq)

    def _checked(self, item):
        """The body by its schema; None for a deletion. Raises Rejected."""
        kind = KINDS.get(item.kind)
        if kind is None or item.schema not in kind.schemas:
            raise Rejected("unknown_kind")
        if self.author.role not in kind.writers or not self._may_follow(item):
            raise Rejected("not_yours")
        return _no_body(item) if item.op == "delete" else _body(item)

    def _may_follow(self, item):
        """A record has one author and one kind, from its first entry on."""
        begun = self.records[item.record]
        return all(r.author_id == self.author.id and r.kind == item.kind for r in begun)

    def _added(self, item, said):
        self.seq += 1
        revision = Revision(
            self.journal_id, self.seq, item.entry, item.record, item.base, item.resolves,
            item.kind, item.schema, item.op, self.author.id, item.written_at.isoformat(),
            item.zone, self.received_at, text=item.body, opened=said,
        )  # fmt: skip
        self.known[item.entry] = revision
        self.records[item.record].append(revision)
        self.new.append(revision)
        return self.seq


def _no_body(item):
    if item.body is not None or item.sha256 is not None:
        raise Rejected("bad_body", "A deletion has no body.")


def _body(item):
    if item.body is None or item.sha256 is None:
        raise Rejected("bad_body", "The body or its digest is missing.")
    if len(item.body) > MAX_BODY_CHARACTERS:
        raise Rejected("too_big")
    if digest(item.body.encode()) != item.sha256:
        raise Rejected("bad_digest")
    try:
        return strictly(item.kind, item.schema, item.body)
    except Problem as problem:
        raise Rejected("bad_body", problem.detail) from problem
