"""Reading a journal: whatever lies behind a phone's cursor, in order."""

from webapp.journal import revisions
from webapp.journal.schema import Change, Cursor, digest, mark


def fits(journal_id, cursor):
    """Whether this database is the one that a phone's cursor speaks of."""
    if cursor is None:
        return True
    found = revisions.id_at(journal_id, cursor.seq)
    return found is not None and mark(found) == cursor.mark


def after(journal_id, cursor, limit):
    """Up to `limit` changes behind the cursor, the cursor behind them, and whether more follow."""
    found = revisions.after(journal_id, cursor.seq if cursor else 0, limit + 1)
    page = found[:limit]
    end = Cursor.at(page[-1].seq, page[-1].id) if page else cursor
    return [_change(revision) for revision in page], end, len(found) > limit


def _change(r):
    return Change(
        seq=r.seq, entry=r.id, record=r.record, base=r.base, resolves=r.resolves, kind=r.kind,
        schema=r.schema, op=r.op, body=r.body, sha256=r.body and digest(r.body),
        author=r.author_id, written_at=r.written_at, zone=r.zone, received_at=r.received_at,
    )  # fmt: skip
