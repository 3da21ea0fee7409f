"""The therapist's pages for appointments: the next two weeks, and those of one client."""

from datetime import timedelta

from flask import Blueprint, render_template, request
from flask_login import current_user
from sqlalchemy import select

from webapp.appointments import planned
from webapp.appointments.hours import ZONE, clock
from webapp.appointments.lines import Lines, by_day, settings
from webapp.appointments.recurrence import on_the_wall
from webapp.appointments.series import Series
from webapp.extensions import db, now
from webapp.people.forms import AgainForm
from webapp.security.access import therapist, therapist_of_client

bp = Blueprint("appointments", __name__, url_prefix="/practice")
TWO_WEEKS = timedelta(days=14)
PAST = 10  # on a page, unless more are asked for
MOST = 1000


@bp.get("/sessions")
@therapist
def two_weeks():
    """The next two weeks at a glance, and what is still to be noted of the last two."""
    moment = now()
    today = on_the_wall(moment, ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    found = planned.of_clients_of(current_user.id, moment - TWO_WEEKS, today + TWO_WEEKS)
    lines = _lines(found).of(found)
    return render_template(
        "appointments/two_weeks.html",
        to_note=[line for line in lines if _is_to_note(line, moment)],
        days=by_day([line for line in lines if line.hours.ends >= today]),
        **_for_a_page(moment),
    )


def _is_to_note(line, moment):
    return line.appointment.state == "booked" and line.appointment.ends_at <= moment


@bp.get("/clients/<uuid:client_id>/sessions")
@therapist_of_client
def of_client(client):
    """One client's: those ahead, the series, and those behind."""
    moment = now()
    most = min(max(request.args.get("past", PAST, type=int), 1), MOST)
    ahead, behind = planned.coming(client, moment), planned.past(client, moment, most + 1)
    lines, begun = _lines([*ahead, *behind]), Series.begun_with(client, current_user.id)
    return render_template(
        "appointments/of_client.html",
        client=client,
        ahead=lines.of(ahead),
        behind=lines.of(behind[:most]),
        more=most + PAST if len(behind) > most else None,
        series=[series for series in begun if series.goes_on(moment.date())],
        **_for_a_page(moment),
    )


def _lines(appointments):
    """Lines of these, held against everything else that this therapist has in that time."""
    start = min((each.starts_at for each in appointments), default=now())
    end = max((each.ends_at for each in appointments), default=now())
    series = {each.series_id for each in appointments} - {None}
    return Lines(
        current_user.person.clients(),
        db.session.scalars(select(Series).where(Series.id.in_(series))),
        planned.of_clients_of(current_user.id, start, end),
    )


def _for_a_page(moment):
    return {"now": moment, "form": AgainForm(), "clock": clock, "settings": settings()}
