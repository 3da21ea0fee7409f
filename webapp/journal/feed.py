"""Reading a journal: whatever lies behind a phone's cursor, in order.

A phone reads thousands of entries at once, so a row becomes a change with little in between.
"""

from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct

from webapp.journal import revisions, withholding
from webapp.journal.bodies import opening
from webapp.journal.schema import Change, Cursor, digest, mark
from webapp.rows import iso


class Row(Struct, array_like=True, gc=False):
    """An entry as either database has it, its columns in the order of revisions.COLUMNS."""

    journal: UUID
    seq: int
    id: UUID
    record: UUID
    base: UUID | None
    resolves: str | list[str]
    kind: str
    schema: int
    op: str
    author: UUID
    written_at: str
    zone: str
    received_at: Any
    sealed: bytes | None


def fits(journal_id, cursor, withheld_to=None):
    """Whether this database is the one that a phone's cursor speaks of."""
    if cursor is None:
        return True
    if withheld_to is not None:
        found, _, _ = after(journal_id, Cursor(cursor.seq - 1, ""), 1, withheld_to)
        return bool(found) and _end(found) == cursor
    found = revisions.id_at(journal_id, cursor.seq)
    return found is not None and mark(found) == cursor.mark


def after(journal_id, cursor, limit, withheld_to=None):
    """Up to `limit` changes behind the cursor, the cursor behind them, and whether more follow.
    Of what was withheld (see there) it gives stand-ins."""
    rows = revisions.rows_after(journal_id, cursor.seq if cursor else 0, limit + 1)
    page, opens = rows[:limit], opening(journal_id)
    hidden = withholding.hidden(journal_id, page, withheld_to)
    changes = [
        withholding.stand_in(row) if row.seq in hidden else _change(opens, row)
        for row in msgspec.convert(page, list[Row])
    ]
    if withheld_to is not None:
        withholding.rename(journal_id, changes, withheld_to)
    return changes, _end(changes) if page else cursor, len(rows) > limit


def _end(changes):
    return Cursor(changes[-1].seq, mark(changes[-1].entry))


def _change(opens, row):
    said = row.sealed and opens(row.id.hex, row.sealed)
    return Change(
        row.seq, row.id, row.record, row.base, revisions.listed(row.resolves), row.kind,
        row.schema, row.op, said and said.decode(), said and digest(said), row.author,
        row.written_at, row.zone, iso(row.received_at),
    )  # fmt: skip
