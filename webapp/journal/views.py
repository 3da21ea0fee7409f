"""POST /sync: one round trip both ways."""

from flask import Blueprint
from flask_login import current_user
from werkzeug.exceptions import RequestEntityTooLarge

from webapp.driver import lean
from webapp.extensions import now
from webapp.journal import feed, push, waiting, withholding
from webapp.journal.offers import offers
from webapp.journal.schema import (
    LIMITS,
    MAX_CHANGES,
    MAX_ITEMS,
    PROTOCOL,
    Devices,
    Resync,
    Sync,
    Synced,
)
from webapp.security.access import client_self, only_for
from webapp.security.problems import Problem
from webapp.security.strict_json import fit, gives, json_object
from webapp.writing import UNSTORABLE, in_transaction

bp = Blueprint("journal", __name__)
REFUSALS = ((426, "update_needed"), (429, "too_many"))


@bp.post("/sync")
@lean
@client_self
@gives(Synced | Resync, *REFUSALS, takes=Sync)
def sync():
    """Take what the phone hands over, COMMIT, then say what became of it and what is new."""
    person = current_user._get_current_object()
    asked = _asked(person)
    results = _pushed(person, asked.push) if asked.push else []
    waiting.report(person.journal_id, asked.device, _still_waiting(asked, results))
    return _answered(person, asked, results)


@bp.get("/my-devices")
@lean
@client_self
@gives(Devices)
def my_devices():
    """Which of this person's phones had something waiting when they last spoke."""
    return Devices(waiting.reports(current_user.journal_id))


def _pushed(person, items):
    """What became of each, told after COMMIT."""
    journal_id = person.journal_id
    taking = journal_id, person, offers(journal_id, person, items)
    try:
        return in_transaction(push.take, *taking)
    except UNSTORABLE:
        return in_transaction(push.take_singly, *taking)


def _still_waiting(asked, results):
    """A phone counts what it hands over in the same breath. What was erased it lets go of."""
    taken = sum(result.status != "rejected" or result.code == "erased" for result in results)
    return max(0, asked.waiting - taken)


def _asked(person):
    try:
        found = json_object()
    except RequestEntityTooLarge as wrong:
        raise _too_large() from wrong
    if found.get("protocol") != PROTOCOL:
        raise Problem(426, "update_needed", "Open the newest version of Footing.")
    asked = fit(found, Sync)
    only_for(asked.account)
    if len(asked.push) > MAX_ITEMS:
        raise _too_large()
    return asked


def _answered(person, asked, results):
    what = person.journal_id, asked.cursor
    if _knows_less(person, asked) or not feed.fits(*what, person.withheld_to):
        return Resync(results=results, server_time=now())
    limit = min(asked.limit, MAX_CHANGES)
    changes, cursor, more = feed.after(*what, limit, person.withheld_to)
    return Synced(results=results, changes=changes, cursor=cursor, more=more, server_time=now())


def _knows_less(person, asked):
    """Only where somebody was let in again is there anything to look up."""
    was_let_in_again = person.opens_at is not None
    return was_let_in_again and withholding.must_read_again(person, asked.device, asked.cursor)


def _too_large():
    """The refusal says the limits, so that the phone can halve what it sends."""
    return Problem(413, "too_large", "Send less at once.", limits=LIMITS)
