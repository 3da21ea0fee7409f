"""What stands of each record, and whether it is shared; all records of a kind that has few.

The same rule as on the phone (static/js/standing.js): text beats deletion, and of several heads
the newest counts for pictures. A deletion beside a text still hides it from everybody else, until
their author has joined the two.
"""

from dataclasses import dataclass
from uuid import UUID

from webapp.journal import revisions
from webapp.journal.revisions import Revision, heads, is_erased


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it stands. `heads` are texts, the newest first; none when it was deleted.
    `is_shared` is whether its author shares it."""

    id: UUID
    author_id: UUID
    first_seq: int
    heads: list[Revision]
    is_shared: bool

    @property
    def current(self):
        """The head that counts."""
        return self.heads[0]

    @property
    def said(self):
        """What it says now, as its kind's Struct."""
        return self.current.said


def texts(revisions):
    """Those that say something. One without its body was emptied."""
    return [each for each in revisions if each.op == "put" and not each.was_emptied]


def by_record(revisions):
    """The same by record, in the order in which the records come first."""
    records = {}
    for revision in revisions:
        records.setdefault(revision.record, []).append(revision)
    return records


def is_shared(standing):
    """Whether a record with these heads is shared: only if every one is a text that is."""
    found = texts(standing)
    is_whole = bool(found) and len(found) == len(standing)
    return is_whole and all(getattr(each.said, "shared", False) for each in found)


def of_kind(journal_id, kind):
    """The records of one kind that stand, in the order in which they began."""
    return _standing(revisions.of_kind(journal_id, kind))


def one(journal_id, kind, record):
    """One record of this kind that stands, or None."""
    known = revisions.of_records(journal_id, [record])[record]
    return next(iter(_standing([each for each in known if each.kind == kind])), None)


def _standing(found):
    every = by_record(found).items()
    stood = [_record(id, known) for id, known in every if not is_erased(known)]
    return [record for record in stood if record.heads]


def _record(id, known):
    standing, first = heads(known), min(r.seq for r in known)
    return Record(id, known[0].author_id, first, texts(standing)[::-1], is_shared(standing))
