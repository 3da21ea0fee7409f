"""Reading a journal: whatever lies behind a phone's cursor, in order."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.journal.models import Entry
from webapp.journal.schema import Change, Cursor, mark


def fits(journal_id, cursor):
    """Whether this database is the one that a phone's cursor speaks of."""
    if cursor is None:
        return True
    at = select(Entry.id).where(Entry.journal_id == journal_id, Entry.seq == cursor.seq)
    found = db.session.scalar(at)
    return found is not None and mark(found) == cursor.mark


def after(journal_id, cursor, limit):
    """Up to `limit` changes behind the cursor, the cursor behind them, and whether more follow."""
    begin = cursor.seq if cursor else 0
    found = db.session.scalars(
        select(Entry)
        .where(Entry.journal_id == journal_id, Entry.seq > begin)
        .order_by(Entry.seq)
        .limit(limit + 1)
    ).all()
    page = found[:limit]
    end = Cursor.at(page[-1].seq, page[-1].id) if page else cursor
    return [_change(entry) for entry in page], end, len(found) > limit


def _change(entry):
    return Change(
        seq=entry.seq,
        entry=entry.id,
        record=entry.record,
        base=entry.base,
        resolves=entry.resolves,
        kind=entry.kind,
        schema=entry.schema,
        op=entry.op,
        body=entry.body,
        sha256=entry.sha256,
        author=entry.author_id,
        written_at=entry.written_at,
        zone=entry.zone,
        received_at=entry.received_at,
    )
