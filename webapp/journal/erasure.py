"""Erasing for good: a record at once, and what was deleted once it has stayed so for 30 days.

An erasure is an entry like any other, so every phone hears of it. From then on the record takes
nothing more; ids stay, so that nothing of it can come back.
"""

import logging
from collections import defaultdict
from contextlib import closing
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import aliased

from webapp import ledger
from webapp.extensions import db, now
from webapp.journal import revisions
from webapp.journal.kinds import KINDS
from webapp.journal.models import Entry
from webapp.journal.revisions import Revision, heads, is_erased
from webapp.rows import in_pieces, run_among

SECOND_THOUGHTS = timedelta(days=30)
EMPTY = "UPDATE entry SET body_sealed = NULL WHERE journal_id = ? AND id IN"
log = logging.getLogger(__name__)


def erase(journal_id, record):
    """Erase a record: every body of it is gone with the caller's COMMIT.

    Once erased, and again, is the same. Raises LookupError when the journal does not have it.
    """
    seq = revisions.lock(journal_id)
    known = revisions.of_records(journal_id, [record])[record]
    if not known:
        raise LookupError(record)
    if is_erased(known):
        return
    _empty(journal_id, known)
    _add(known, _following(known, heads(known), "erase", seq + 1))
    ledger.note("record", journal_id, record)


def empty_again(journal_id, record, entries):
    """Empty these entries of a record, which had been deleted for long, though a deletion may be
    missing now: then it is made. Another text of it stands. Returns whether they had words."""
    seq = revisions.lock(journal_id)
    known = revisions.of_records(journal_id, [record])[record]
    emptied = [each for each in known if each.id in entries and each.sealed is not None]
    _empty(journal_id, emptied)
    standing = [head for head in heads(known) if head in emptied]
    if standing:
        _add(known, _following(known, standing, "delete", seq + 1))
    return bool(emptied)


def erase_due():
    """Empty what deletions cover that have stood for 30 days, each journal apart from the others,
    and a large one in several transactions. Returns how many records that were."""
    emptied = sum(
        _empty_if_possible(journal_id, piece)
        for journal_id, records in _long_deleted().items()
        for piece in in_pieces(records)
    )
    if emptied:
        leave_no_copy()
    return emptied


def leave_no_copy():
    """After COMMIT: SQLite's log still holds the pages as they were, so have it written over.

    PostgreSQL does the like by itself, in its own time (autovacuum).
    """
    if db.engine.dialect.name != "sqlite":
        return
    with closing(db.engine.raw_connection()) as pooled:
        pooled.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _following(known, standing, op, seq):
    """It follows what stood. Its author is the record's, because a record has one; that the server
    made an erasure is said by its `op`, which no phone can send."""
    first, moment = known[0], now()
    base, *resolves = [head.id for head in standing] or [None]
    return Revision(
        first.journal_id, seq, uuid4(), first.record, base, resolves, first.kind, first.schema,
        op, first.author_id, moment.isoformat(), "UTC", moment, sealed=None,
    )  # fmt: skip


def _add(known, last):
    revisions.add(last.journal_id, [last])
    project = KINDS[last.kind].project
    if project:
        project(last.journal_id, {last.record: [*known, last]})


def _long_deleted():
    """Records with a deletion that is old enough and a body that is still there, by journal."""
    other = aliased(Entry)
    words = select(other.number).where(
        other.journal_id == Entry.journal_id,
        other.record == Entry.record,
        other.body_sealed.is_not(None),
    )
    old = select(Entry.journal_id, Entry.record).where(
        Entry.op == "delete", Entry.received_at <= now() - SECOND_THOUGHTS, words.exists()
    )
    found = defaultdict(set)
    for journal_id, record in db.session.execute(old):
        found[journal_id].add(record)
    db.session.commit()
    return found


def _empty_if_possible(journal_id, records):
    """Whatever is wrong in one journal, nobody else's words stay longer for it."""
    try:
        return _empty_deleted(journal_id, records)
    except Exception as error:
        db.session.rollback()
        log.error("a journal was not emptied this time: %s", type(error).__name__)
        return 0


def _empty_deleted(journal_id, records):
    """Asked once more with the journal locked: a text may have come back meanwhile."""
    revisions.lock(journal_id)
    known = revisions.of_records(journal_id, records)
    gone = {record: all_of_it for record, all_of_it in known.items() if _is_long_deleted(all_of_it)}
    for record, all_of_it in gone.items():
        with_words = [each for each in all_of_it if each.sealed is not None]
        _empty(journal_id, with_words)
        ledger.note("emptied", journal_id, record, *[each.id for each in with_words])
    db.session.commit()
    return len(gone)


def _is_long_deleted(known):
    """Text beats deletion: a deletion stands only where every head is one."""
    standing, end = heads(known), now() - SECOND_THOUGHTS
    return bool(standing) and all(r.op == "delete" and r.received_at <= end for r in standing)


def _empty(journal_id, entries):
    run_among(EMPTY, journal_id, [each.id for each in entries])
