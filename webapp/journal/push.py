"""Taking entries in: each at most once, each numbered, one bad one harming nobody.

`take` runs in one transaction that begins by locking the journal, so numbers become visible in
order and without gaps. What it returns is true only after COMMIT.
"""

from webapp.extensions import now
from webapp.journal import revisions
from webapp.journal.kinds import KINDS, fits
from webapp.journal.revisions import Revision
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

    `author` has an `id` and a `role`. Returns a Result for each item, in order. The caller
    commits, and only then answers.
    """
    push = Push(journal_id, author, items)
    results = [push.result(item) for item in items]
    push.store()
    return results


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
            known = self.known.get(item.entry)
            if known:
                return self._repeated(known, item)
            self._check(item)
        except Rejected as no:
            return Result(item.entry, "rejected", code=no.code, message=no.message)
        return Result(item.entry, "stored", seq=self._added(item))

    def store(self):
        """Write what is new, and bring the read models up to date."""
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

    def _check(self, item):
        kind = KINDS.get(item.kind)
        if kind is None or item.schema not in kind.schemas:
            raise Rejected("unknown_kind")
        if self.author.role not in kind.writers or not self._may_follow(item):
            raise Rejected("not_yours")
        if item.op == "delete":
            _check_deletion(item)
        else:
            _check_body(item)

    def _may_follow(self, item):
        """A record has one author and one kind, from its first entry on."""
        begun = self.records[item.record]
        return all(r.author_id == self.author.id and r.kind == item.kind for r in begun)

    def _added(self, item):
        self.seq += 1
        revision = Revision(
            self.journal_id, self.seq, item.entry, item.record, item.base, item.resolves,
            item.kind, item.schema, item.op, self.author.id, item.written_at.isoformat(),
            item.zone, self.received_at, sealed=None, text=item.body,
        )  # fmt: skip
        self.known[item.entry] = revision
        self.records[item.record].append(revision)
        self.new.append(revision)
        return self.seq


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
