"""Whom and when, asked of the database: what is due is written down, once, and sent by others."""

from datetime import time, timedelta

from webapp.appointments import planned
from webapp.extensions import db, zone
from webapp.journal.revisions import COLUMNS, stored
from webapp.reminders import when
from webapp.reminders.models import Preference, Reminder
from webapp.repairs.telling import to_tell
from webapp.rows import moment, run, uuid

AHEAD = timedelta(days=2)
NOTICED = timedelta(days=14)
TEST_LASTS, DAY = timedelta(minutes=10), timedelta(days=1)
MOST_TESTS = 10
FORGOTTEN = timedelta(days=30)
CHANGES = frozenset({"moved", "setting_changed", "cancelled"})
TOLD = "SELECT what, starts_at FROM reminder WHERE person_id = ? AND about = ?"
NOTICES = f"""
    SELECT p.person_id, {", ".join(f"e.{name}" for name in COLUMNS.split(", "))}
    FROM preference p JOIN journal j ON j.person_id = p.person_id
    JOIN entry e ON e.journal_id = j.id AND e.kind <> 'check_in' AND e.kind = 'notice'
    WHERE p.changes AND e.op = 'put' AND e.received_at > ?"""  # noqa: S608
OF_CLIENT = "FROM {} JOIN journal j ON j.id = journal_id AND j.person_id = ? WHERE "
STANDS = f"SELECT starts_at, state {OF_CLIENT.format('appointment')} record = ?"
CHECKED_IN = f"""
    SELECT 1 {OF_CLIENT.format("entry")} kind = 'check_in' AND received_at >= ? LIMIT 1"""  # noqa: S608


def plan(now):
    """Write down what is due, in a transaction of its own. What was there stays as it is."""
    wishes = _wishes()
    for appointment in _near(now):
        if appointment.client_id in wishes:
            _plan_for(appointment, wishes[appointment.client_id], now)
    for person_id, notice in _notices(now):
        if person_id in wishes:
            _plan_change(person_id, notice, wishes[person_id], now)
    for told in to_tell():
        Reminder.word(told.therapist, told.record, now)
    db.session.execute(db.delete(Reminder).where(Reminder.until < now - FORGOTTEN))
    db.session.commit()


def test(person_id, now):
    """Have a person sent a test on the ways that they chose: one a minute, however often asked.

    Says whether they may: an address could be anybody's, so ten a day are enough.
    """
    today = Reminder.person_id == person_id, Reminder.what == "test", Reminder.until > now - DAY
    if len(db.session.scalars(db.select(Reminder.id).where(*today)).all()) >= MOST_TESTS:
        return False
    minute = now.replace(second=0, microsecond=0)
    Reminder.plan(person_id, person_id, "test", minute, now, now + TEST_LASTS)
    return True


def still_stands(reminder):
    """Whether what a reminder is about is still as it was when that was planned, and not done."""
    if reminder.what not in ("evening", "hour", "after"):
        return True
    if reminder.what == "after" and run(CHECKED_IN, reminder.person_id, reminder.starts_at):
        return False
    found = run(STANDS, reminder.person_id, reminder.about)
    known = [(moment(start), state) for start, state in found]
    return any(start == reminder.starts_at and state in when.HAPPENS for start, state in known)


def _wishes():
    """What everybody chose whom a reminder can reach, by their id."""
    reached = db.select(Preference).where(Preference.push | Preference.email)
    return {row.person_id: wish_of(row) for row in db.session.scalars(reached)}


def wish_of(row):
    """What one person chose, as the pure part takes it."""
    quiet = row.quiet_from and (
        time.fromisoformat(row.quiet_from),
        time.fromisoformat(row.quiet_until),
    )
    return when.Wish(
        since=row.chosen_at, zone=zone(row.zone), check_ins=row.check_ins, evening=row.evening,
        hour=row.hour, after=row.after, changes=row.changes, quiet=quiet,
    )  # fmt: skip


def _near(now):
    """Everybody's appointments that could have a reminder due."""
    return [
        *planned.starting(now, now + AHEAD),
        *planned.ending(now - when.OPEN_FOR, now),
    ]


def _plan_for(appointment, wish, now):
    if not when.due(appointment, wish, now):
        return
    told = run(TOLD, appointment.client_id, appointment.record)
    had = frozenset((what, moment(start)) for what, start in told)
    for each in when.due(appointment, wish, now, had):
        about = appointment.client_id, appointment.record, each.what, appointment.starts_at
        Reminder.plan(*about, each.since, each.until)


def _notices(now):
    """What clients should hear of at once, those of the last two weeks."""
    for person_id, *columns in run(NOTICES, now - NOTICED):
        notice = stored(columns)
        if not notice.was_emptied and notice.said.about in CHANGES:
            yield uuid(person_id), notice


def _plan_change(person_id, notice, wish, now):
    """Two notices of one change are one reminder: it is written down by the minute."""
    at = notice.received_at
    for start, _ in run(STANDS, person_id, notice.said.of):
        begins = moment(start)
        if at >= wish.since - when.GRACE and when.is_told_now(begins, wish, now):
            minute = at.replace(second=0, microsecond=0)
            Reminder.plan(person_id, notice.said.of, "changed", minute, at, begins)
