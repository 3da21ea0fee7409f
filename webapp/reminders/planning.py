"""Whom and when, asked of the database: what is due is written down, once, and sent by others."""

from datetime import time, timedelta

from webapp.appointments import planned
from webapp.extensions import db, zone
from webapp.reminders import changes, when
from webapp.reminders.models import Reminder
from webapp.reminders.preferences import Preference
from webapp.repairs.telling import to_tell
from webapp.rows import moment, run

AHEAD = timedelta(days=2)
TEST_LASTS, DAY = timedelta(minutes=10), timedelta(days=1)
MOST_TESTS = 10
FORGOTTEN = timedelta(days=30)
# Where the word of one start was given up because it moved, that of the other one is still to come.
TOLD = """
    SELECT what, starts_at FROM reminder WHERE person_id = ? AND about = ? AND state <> 'failed'"""


def plan(now):
    """Write down what is due, in a transaction of its own. What was there stays as it is.

    In quiet hours too: it is put off when it is to go, and whatever is chosen meanwhile, it waits.
    """
    wishes = _wishes()
    for appointment in _near(now):
        if appointment.client_id in wishes:
            _plan_for(appointment, wishes[appointment.client_id], now)
    changes.plan(wishes, now)
    for told in to_tell():
        Reminder.word(told.therapist, told.record, now)
    db.session.execute(db.delete(Reminder).where(Reminder.until < now - FORGOTTEN))
    db.session.commit()


def test(person_id, now):
    """Have a person sent a test on the ways that they chose: one a minute, however often asked.

    An address could be anybody's, so ten a day are enough: then it returns the moment from which
    they may again, else None.
    """
    today = Reminder.person_id == person_id, Reminder.what == "test", Reminder.until > now - DAY
    ends = db.select(Reminder.until).where(*today).order_by(Reminder.until)
    found = db.session.scalars(ends).all()
    if len(found) >= MOST_TESTS:
        return found[-MOST_TESTS] + DAY
    minute = now.replace(second=0, microsecond=0)
    Reminder.plan(person_id, person_id, "test", minute, now, now + TEST_LASTS)
    return None


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
