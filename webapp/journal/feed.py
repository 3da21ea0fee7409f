"""Reading a journal: whatever lies behind a phone's cursor, in order.

A phone reads thousands of entries at once, so a row becomes a change with nothing in between.
"""

from webapp.journal import revisions, withholding
from webapp.journal.schema import Change, Cursor, digest, mark
from webapp.rows import dashed, hexed, iso


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
    page, opens = rows[:limit], revisions.opening(journal_id)
    hidden = withholding.hidden(journal_id, page, withheld_to)
    changes = [
        withholding.stand_in(row) if row[1] in hidden else _change(opens, row) for row in page
    ]
    return changes, _end(changes) if page else cursor, len(rows) > limit


def _end(changes):
    return Cursor(changes[-1].seq, changes[-1].entry.replace("-", "")[:16])


def _change(opens, row):
    _, seq, id, record, base, others, kind, schema, op, author, written, zone, at, body = row
    said = body and opens(hexed(id), body)
    return Change(
        seq, dashed(id), dashed(record), dashed(base), revisions.listed(others), kind, schema, op,
        said and said.decode(), said and digest(said), dashed(author), written, zone, iso(at),
    )  # fmt: skip
