"""Reading a journal: whatever lies behind a phone's cursor, in order.

A phone reads thousands of entries at once, so a row becomes a change with nothing in between.
"""

from webapp.journal import revisions
from webapp.journal.schema import Change, Cursor, digest, mark
from webapp.rows import dashed, hexed, iso


def fits(journal_id, cursor):
    """Whether this database is the one that a phone's cursor speaks of."""
    if cursor is None:
        return True
    found = revisions.id_at(journal_id, cursor.seq)
    return found is not None and mark(found) == cursor.mark


def after(journal_id, cursor, limit):
    """Up to `limit` changes behind the cursor, the cursor behind them, and whether more follow."""
    rows = revisions.rows_after(journal_id, cursor.seq if cursor else 0, limit + 1)
    page, opens = rows[:limit], revisions.opening(journal_id)
    changes = [_change(opens, row) for row in page]
    end = Cursor(changes[-1].seq, hexed(page[-1][2])[:16]) if page else cursor
    return changes, end, len(rows) > limit


def _change(opens, row):
    _, seq, id, record, base, others, kind, schema, op, author, written, zone, at, body = row
    said = body and opens(hexed(id), body)
    return Change(
        seq, dashed(id), dashed(record), dashed(base), revisions.listed(others), kind, schema, op,
        said and said.decode(), said and digest(said), dashed(author), written, zone, iso(at),
    )  # fmt: skip
