"""The entries of a journal as the hot path reads and writes them: light, and many at once."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from uuid import UUID

import msgspec
from msgspec import Struct

from webapp.journal.bodies import opening
from webapp.journal.kinds import kept
from webapp.journal.models import IS_OF_FEW
from webapp.rows import among, is_postgresql, moment, run, run_among, run_many, uuid
from webapp.security.problems import account_erased, busy

COLUMNS = (
    "journal_id, seq, id, record, base, resolves, kind, schema, op, author_id, written_at, zone, "
    "received_at, body_sealed"
)
OF_E = ", ".join(f"e.{name}" for name in COLUMNS.split(", "))  # where a join calls the entry e
CONTENT = ("record", "base", "resolves", "kind", "schema", "op")
INSERT = f"INSERT INTO entry ({COLUMNS}) VALUES (?{', ?' * 13})"  # noqa: S608
MEND = "UPDATE entry SET body_sealed = ? WHERE journal_id = ? AND id = ?"
SELECT = f"SELECT {COLUMNS} FROM entry WHERE journal_id = ? AND "  # noqa: S608


@dataclass(slots=True)
class Revision:
    """One immutable entry. Its body stays sealed until somebody asks."""

    journal_id: UUID
    seq: int
    id: UUID
    record: UUID
    base: UUID | None
    resolves: list[UUID]
    kind: str
    schema: int
    op: str
    author_id: UUID
    written_at: str
    zone: str
    received_at: datetime
    sealed: bytes | None = None
    text: str | None = None
    opened: Struct | None = None

    @property
    def body(self):
        """The JSON text, opened; None for a deletion, and for what was damaged."""
        if self.text is None and self.sealed is not None:
            said = opening(self.journal_id)(self.id.hex, self.sealed)
            self.text = said and said.decode()
        return self.text

    @property
    def said(self):
        """The body as its kind's Struct."""
        if self.opened is None:
            self.opened = kept(self.kind, self.schema, self.body)
        return self.opened

    @property
    def was_emptied(self):
        """Whether it had a body, which is gone: erased, deleted long ago, or damaged."""
        return self.op == "put" and self.body is None

    @property
    def is_damaged(self):
        """Whether its body is there, and cannot be opened any more."""
        return self.sealed is not None and self.body is None

    def is_same_as(self, item):
        """Whether a push repeats this entry, rather than using its id again for something else."""
        same = all(getattr(self, name) == getattr(item, name) for name in CONTENT)
        return same and (self.was_emptied or self.body == item.body)


def lock(journal_id, author=None):
    """Have this journal alone until COMMIT. Returns the number of its newest entry.

    Where `author` is the client, nobody may have been let in again as them since they were let in:
    what they still wrote for themselves would count as written by whoever came in.

    It must be the first statement of its transaction. SQLite has locked the whole file by then,
    with BEGIN IMMEDIATE.
    """
    row_too = " FOR UPDATE" if is_postgresql() else ""
    found = run(f"SELECT seq, opens_at FROM journal WHERE id = ?{row_too}", journal_id)  # noqa: S608
    if not found:  # the account was erased since this person was let in
        raise account_erased()
    seq, opens_at = found[0]
    if getattr(author, "journal_id", None) == journal_id and author.opens_at != moment(opens_at):
        raise busy()
    return seq


def with_ids(journal_id, ids):
    """Those of these entries that the journal has, by id."""
    return {revision.id: revision for revision in map(stored, rows_with_ids(journal_id, ids))}


def rows_with_ids(journal_id, ids):
    """As `with_ids`: the rows themselves, with COLUMNS."""
    return run_among(SELECT + "id IN", journal_id, ids)


def concerning(journal_id, ids, records):
    """Every revision that has one of these ids, or is of one of these records."""
    # The journal is named twice, or SQLite would look through all of it (see the test of plans).
    either = f"id IN ({among(ids)}) OR journal_id = ? AND record IN ({among(records)})"
    wanted = [*ids, journal_id, *records]
    return _read(journal_id, either, *(each.hex for each in wanted))


def of_records(journal_id, records):
    """Every revision of each of these records, by record."""
    found = {record: [] for record in records}
    for revision in map(stored, run_among(SELECT + "record IN", journal_id, found)):
        found[revision.record].append(revision)
    return found


def of_kind(journal_id, *kinds):
    """Every revision of some kinds in order; not for check-ins, of which there are many."""
    return _read(journal_id, f"kind IN ({among(kinds)}) AND {IS_OF_FEW} ORDER BY seq", *kinds)


def written_by(journal_id, author_id, after):
    """What somebody wrote behind a number."""
    return _read(journal_id, "seq > ? AND author_id = ?", after, author_id)


def rows_after(journal_id, seq, most):
    """The entries behind a number, in order: the rows themselves, with COLUMNS."""
    return run(SELECT + "seq > ? ORDER BY seq LIMIT ?", journal_id, seq, most)


def id_at(journal_id, seq):
    """The id of the entry with this number, or None."""
    found = run("SELECT id FROM entry WHERE journal_id = ? AND seq = ?", journal_id, seq)
    return uuid(found[0][0]) if found else None


def received_at(journal_id, seq):
    """When the entry with this number came, or None."""
    found = run("SELECT received_at FROM entry WHERE journal_id = ? AND seq = ?", journal_id, seq)
    return moment(found[0][0]) if found else None


def add(journal_id, revisions):
    """Store new revisions, which carry on the journal's numbers."""
    run_many(INSERT, list(map(_row, revisions)))
    run("UPDATE journal SET seq = ? WHERE id = ?", revisions[-1].seq, journal_id)


def mend(damaged, sealed):
    """Put the words of an entry back where they were damaged, sealed once more."""
    run(MEND, sealed, damaged.journal_id, damaged.id)
    damaged.sealed = sealed


def heads(revisions):
    """The revisions of one record that no other one names in `base` or `resolves`, by seq."""
    named = {id for r in revisions for id in (r.base, *r.resolves) if id != r.id}
    found = [r for r in revisions if r.id not in named]
    return sorted(found, key=attrgetter("seq"))


def is_erased(revisions):
    """Whether a record was erased: then it takes nothing more."""
    return any(r.op == "erase" for r in revisions)


def _read(journal_id, condition, *values):
    return [stored(row) for row in run(SELECT + condition, journal_id, *values)]


def stored(row):
    """A revision from its columns, as the table has them in the order of COLUMNS."""
    journal, seq, id, record, base, others, kind, schema, op, author, written, zone, at, body = row
    resolves = [UUID(other) for other in listed(others)]
    return Revision(
        uuid(journal), seq, uuid(id), uuid(record), uuid(base), resolves, kind, schema, op,
        uuid(author), written, zone, moment(at), body,
    )  # fmt: skip


def listed(stored):
    """A list of ids, as JSON, as it was stored; nearly always empty."""
    return msgspec.json.decode(stored) if isinstance(stored, str) else stored


def _row(r):
    return (
        r.journal_id.hex, r.seq, r.id.hex, r.record.hex, r.base and r.base.hex,
        msgspec.json.encode(r.resolves).decode(), r.kind, r.schema, r.op, r.author_id.hex,
        r.written_at, r.zone, r.received_at, r.sealed,
    )  # fmt: skip
