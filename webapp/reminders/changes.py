"""That an appointment has changed: of which notices a client is told, and from when on."""

from datetime import timedelta
from operator import attrgetter

from webapp.journal.records import texts
from webapp.journal.revisions import OF_E, of_records, stored
from webapp.reminders import when
from webapp.reminders.models import Reminder
from webapp.rows import run, uuid

NOTICED = timedelta(days=14)
MINUTE = timedelta(minutes=1)
CHANGES = frozenset({"moved", "setting_changed", "cancelled"})
# Whoever was told that something has changed finds all of it, however many notices there were.
NOTICES = f"""
    SELECT p.person_id, {OF_E}
    FROM preference p JOIN journal j ON j.person_id = p.person_id
    JOIN entry e ON e.journal_id = j.id AND e.kind <> 'check_in' AND e.kind = 'notice'
    WHERE p.changes AND e.op = 'put' AND e.received_at > ? AND NOT EXISTS (
        SELECT 1 FROM reminder r WHERE r.person_id = p.person_id AND r.what = 'changed'
        AND r.state <> 'failed' AND r.claimed_at >= e.received_at)
    ORDER BY e.seq"""  # noqa: S608
IS_TOLD_BY_THEN = """
    SELECT 1 FROM reminder WHERE person_id = ? AND what = 'changed' AND state = 'planned'
    AND claimed_at IS NULL AND due_at <= ?"""


def plan(wishes, now):
    """Write down of which changes clients are to be told, in the caller's transaction. `wishes` is
    what each of them chose, by their id."""
    for person_id, notice in _notices(now):
        if person_id in wishes:
            _plan(person_id, notice, wishes[person_id], now)


def due(journal_id, record, at, wish, now):
    """The reminder that an appointment was changed at that moment, or None."""
    starts = _starts(journal_id, record, at - MINUTE)  # what changed it came just before
    return when.due_change(starts, wish, now) if starts else None


def _notices(now):
    """What clients should hear of at once, those of the last two weeks."""
    for person_id, *columns in run(NOTICES, now - NOTICED):
        notice = stored(columns)
        if not notice.was_emptied and notice.said.about in CHANGES:
            yield uuid(person_id), notice


def _plan(person_id, notice, wish, now):
    at, record = notice.received_at, notice.said.of
    minute = at.replace(second=0, microsecond=0)
    change = due(notice.journal_id, record, minute, wish, now)
    if not change or at < wish.since - when.GRACE or run(IS_TOLD_BY_THEN, person_id, change.since):
        return
    Reminder.plan(person_id, record, "changed", minute, change.since, change.until)


def _starts(journal_id, record, since):
    """When an appointment was to begin at that moment, and after each change since."""
    said = sorted(texts(of_records(journal_id, [record])[record]), key=attrgetter("seq"))
    before = [each for each in said if each.received_at < since]
    return [each.said.starts_at for each in (*before[-1:], *said[len(before) :])]
