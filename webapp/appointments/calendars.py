"""A client's own calendar: making its address, ending it, and reading it."""

from flask import Blueprint, Response, current_app
from flask_login import current_user

from webapp.appointments import planned
from webapp.appointments.feed import KEPT, CalendarFeed, calendar
from webapp.appointments.schema import CalendarAddress
from webapp.extensions import db, now
from webapp.journal import revisions
from webapp.security.access import anyone, client_self
from webapp.security.problems import not_here
from webapp.security.strict_json import Nothing, gives, takes

bp = Blueprint("calendars", __name__)


@bp.post("/calendar-feed")
@client_self
@takes(Nothing)
@gives(CalendarAddress)
def open_feed(asked):
    """A new address for this client's calendar, which ends the last one."""
    revisions.lock(current_user.journal_id)  # or one that is just being erased would get an address
    secret = CalendarFeed.open_for(current_user.journal_id)
    db.session.commit()
    return CalendarAddress(f"{current_app.config['PUBLIC_ORIGIN']}/calendar/{secret}.ics")


@bp.post("/calendar-feed/end")
@client_self
@takes(Nothing)
@gives(None, status=204)
def end_feed(asked):
    """End the address of this client's calendar."""
    CalendarFeed.end(current_user.journal_id)
    db.session.commit()
    return Response(status=204)


@bp.get("/calendar/<secret>.ics")
@anyone
def feed(secret):
    """The calendar behind an address; whoever has the address may read it."""
    journal_id = CalendarFeed.journal_with(secret)
    if journal_id is None:
        raise not_here()
    made = calendar(planned.since(journal_id, now() - KEPT))
    told = Response(made, content_type="text/calendar; charset=utf-8")
    told.headers["Cache-Control"] = "private, no-cache"
    return told
