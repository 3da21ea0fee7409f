"""The therapist's pages of sessions, also as the answer to a tap on what had changed before."""

from datetime import timedelta

from flask import render_template, request
from flask_login import current_user
from sqlalchemy import select

from webapp.appointments import planned
from webapp.appointments.hours import clock, here
from webapp.appointments.lines import AppointmentLine, Lines, by_day, settings
from webapp.appointments.series import Series
from webapp.extensions import db, now
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import MEANWHILE

TWO_WEEKS = timedelta(days=14)
PAST = 10  # on a page, unless more are asked for
MOST = 1000


def of_two_weeks(meanwhile=None):
    """The next two weeks, and what is still to be noted of the last two. `meanwhile` is an
    AppointmentLine of what had changed before it was tapped."""
    moment = now()
    today = here(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    found = planned.of_clients_of(current_user.id, moment - TWO_WEEKS, today + TWO_WEEKS)
    lines = _lines(found).of(found)
    return _page(
        "appointments/two_weeks.html",
        moment,
        meanwhile,
        to_note=[line for line in lines if _is_to_note(line, moment)],
        days=by_day([line for line in lines if line.hours.ends >= today]),
    )


def of_one(client, meanwhile=None):
    """One client's: those ahead, the series, and those behind."""
    moment = now()
    most = min(max(request.args.get("past", PAST, type=int), 1), MOST)
    ahead, behind = planned.coming(client, moment), planned.past(client, moment, most + 1)
    lines, begun = _lines([*ahead, *behind]), Series.begun_with(client, current_user.id)
    return _page(
        "appointments/of_client.html",
        moment,
        meanwhile,
        client=client,
        ahead=lines.of(ahead),
        behind=lines.of(behind[:most]),
        more=most + PAST if len(behind) > most else None,
        series=[series for series in begun if series.goes_on(moment.date())],
    )


def as_it_stands(client, appointment):
    """The page on which an appointment was tapped, which says what has become of that."""
    line = AppointmentLine(appointment, client)
    is_of_all = request.form.get("back") == "sessions"
    return of_two_weeks(line) if is_of_all else of_one(client, line)


def _is_to_note(line, moment):
    """By whoever booked it: of a client who came from a colleague there may be others."""
    is_mine = line.appointment.author_id == current_user.id
    return is_mine and line.appointment.state == "booked" and line.appointment.ends_at <= moment


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


def _page(template, moment, meanwhile, **shown):
    page = render_template(
        template, now=moment, meanwhile=meanwhile, form=AgainForm(), clock=clock,
        settings=settings(), me=current_user.id, **shown,
    )  # fmt: skip
    return page, MEANWHILE if meanwhile else 200
