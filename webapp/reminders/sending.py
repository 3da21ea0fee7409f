"""One reminder, sent once: claimed, handed over on the ways that its person chose, and marked.

A reminder is claimed by one atomic UPDATE, so of many workers one sends it. Whoever is killed
between handing it over and marking it leaves it claimed; when the claim has run out it is sent
again, under the same topic, tag and Message-ID. So: never twice while a claim is good, and none
lost.
"""

import logging
from datetime import timedelta

from flask import current_app
from sqlalchemy import and_, or_, update

from webapp.extensions import db, now
from webapp.reminders import asking, planning, when
from webapp.reminders.browsers import PushSubscription
from webapp.reminders.mail import mail
from webapp.reminders.models import Reminder
from webapp.reminders.off import address_of
from webapp.reminders.outcome import Later, Outcome
from webapp.reminders.preferences import Preference
from webapp.reminders.push import push
from webapp.reminders.sender import sender, topic_of
from webapp.reminders.words import words

CLAIM = timedelta(minutes=5)  # longer than all browsers and the mail server of one person can take
FIRST_WAIT_S = 60
LONGEST_WAIT_S = 3600
PATIENT_TRIES = 3  # then an e-mail goes instead, if one was chosen too
log = logging.getLogger(__name__)


def waiting(moment):
    """The ids of the reminders that somebody should send now, the longest due first."""
    return db.session.scalars(
        db.select(Reminder.id).where(*_is_free(moment)).order_by(Reminder.due_at)
    ).all()


def can_reach(person_id):
    """Whether a person has chosen a way by which something can come to them just now."""
    chosen = db.session.get(Preference, person_id)
    return chosen is not None and bool(_browsers(chosen) or _can_mail(chosen))


def send(reminder_id):
    """Send a reminder, unless somebody else does: then None. Returns the state it ends in, unless
    it is put off: raises Later with the seconds to wait."""
    reminder = _claimed(reminder_id)
    if reminder is None:
        return None
    try:
        state = _sent(reminder)
    except Later as later:
        return _put_off(reminder, later)
    _mark(reminder, state=state)
    return state


def _is_free(moment):
    lost = and_(Reminder.state == "sending", Reminder.claimed_at < moment - CLAIM)
    return or_(Reminder.state == "planned", lost), Reminder.due_at <= moment


def _claimed(reminder_id):
    moment = now()
    claim = update(Reminder).where(Reminder.id == reminder_id, *_is_free(moment))
    fresh = {"state": "sending", "claimed_at": moment, "tries": Reminder.tries + 1}
    claimed = db.session.execute(claim.values(fresh)).rowcount == 1
    db.session.commit()
    return db.session.get(Reminder, reminder_id, populate_existing=True) if claimed else None


def _mark(reminder, **values):
    db.session.execute(update(Reminder).where(Reminder.id == reminder.id).values(values))
    db.session.commit()


def _put_off(reminder, later):
    """Planned again for later, or given up when it makes no sense any more by then."""
    wait_s = later.wait_s or min(FIRST_WAIT_S * 2 ** (reminder.tries - 1), LONGEST_WAIT_S)
    due_at = now() + timedelta(seconds=wait_s)
    if due_at >= reminder.until:
        _mark(reminder, state="failed")
        return "failed"
    _mark(reminder, state="planned", due_at=due_at)
    raise Later(wait_s) from None


def _sent(reminder):
    """The state in which it ends. Nothing is open in the database while somebody is waited for."""
    chosen = db.session.get(Preference, reminder.person_id)
    if chosen is None:
        return "gone"
    browsers, wish, moment = _browsers(chosen), planning.wish_of(chosen), now()
    goes_at = asking.goes_at(reminder, wish, moment)
    db.session.commit()
    if goes_at is None:
        return "failed"
    if goes_at > moment:
        raise Later((goes_at - moment).total_seconds())
    return _handed_over(reminder, chosen, wish, browsers)


def _handed_over(reminder, chosen, wish, browsers):
    told = words(reminder.what, reminder.starts_at, wish.zone, chosen.with_time, now())
    try:
        if _pushed(reminder, browsers, told, wish):
            return "sent"
    except Later:
        if reminder.tries < PATIENT_TRIES or not _can_mail(chosen):
            raise
    return _mailed(reminder, chosen, told) if _can_mail(chosen) else "gone"


def _pushed(reminder, browsers, told, wish):
    """Whether any browser of this person took it. If none did and one may later, raises Later."""
    until = when.lasts_until(reminder.what, reminder.until, wish, now())
    topic, lasts = topic_of(reminder), (until - now()).total_seconds()
    ends = [_handed_to(browser, told, topic, lasts) for browser in browsers]
    if Outcome.ACCEPTED in ends:
        return True
    put_off = [end for end in ends if isinstance(end, Later)]
    if put_off:
        raise put_off[0]
    return False


def _handed_to(browser, told, topic, lasts):
    """What is gone is forgotten; a key that is refused is kept, because that is our mistake."""
    subscription = browser.subscription
    try:
        end = push(subscription, told, topic, lasts, sender())
    except Later as later:
        return later
    if end is Outcome.GONE:
        PushSubscription.forget(subscription.endpoint)
        db.session.commit()
    return end


def _browsers(chosen):
    return PushSubscription.of(chosen.person_id) if chosen.push else []


def _can_mail(chosen):
    return current_app.config["MAIL_SERVER"] and chosen.email and chosen.address


def _mailed(reminder, chosen, told):
    how = sender().origin, address_of(chosen), reminder.id, current_app.config["MAIL_SERVER"]
    end = mail(chosen.address, told, *how)
    return "sent" if end is Outcome.ACCEPTED else "failed"
