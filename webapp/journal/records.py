"""What stands of each record, for the kinds of which a client has few: all but check-ins.

The same rule as on the phone (static/js/standing.js): text beats deletion, and of several heads
the newest counts for pictures.
"""

from dataclasses import dataclass
from uuid import UUID

from webapp.journal import revisions
from webapp.journal.revisions import Revision, heads, is_erased


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it stands. `heads` are texts, the newest first; none when it was deleted."""

    id: UUID
    author_id: UUID
    first_seq: int
    heads: list[Revision]

    @property
    def current(self):
        """The head that counts."""
        return self.heads[0]

    @property
    def said(self):
        """What it says now, as its kind's Struct."""
        return self.current.said

    @property
    def is_shared(self):
        """Whether its author shares it: only if every head is shared."""
        return all(head.said.shared for head in self.heads)


def of_kind(journal_id, kind):
    """The records of one kind that stand, in the order in which they began."""
    return _standing(revisions.of_kind(journal_id, kind))


def one(journal_id, kind, record):
    """One record of this kind that stands, or None."""
    known = revisions.of_records(journal_id, [record])[record]
    return next(iter(_standing([each for each in known if each.kind == kind])), None)


def _standing(found):
    records = {}
    for revision in found:
        records.setdefault(revision.record, []).append(revision)
    stood = [_record(id, known) for id, known in records.items() if not is_erased(known)]
    return [record for record in stood if record.heads]


def _record(id, known):
    texts = [head for head in heads(known) if head.op == "put" and not head.was_emptied]
    return Record(id, known[0].author_id, min(r.seq for r in known), texts[::-1])
