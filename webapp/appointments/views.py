"""The therapist's pages for appointments: the next two weeks, and those of one client."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user
from msgspec.structs import replace
from sqlalchemy import select

from webapp import content
from webapp.appointments import planned
from webapp.appointments.diary import Diary
from webapp.appointments.forms import (
    ZONE,
    BookForm,
    ChangeForm,
    MarkForm,
    SwitchForm,
    as_typed,
)
from webapp.appointments.habits import in_setting_of, suggested, wished
from webapp.appointments.lines import STATES, Lines, by_day
from webapp.appointments.recurrence import on_the_wall
from webapp.appointments.series import Series
from webapp.extensions import db, now
from webapp.journal.models import Journal
from webapp.people.forms import AgainForm
from webapp.security.access import therapist, therapist_of_client
from webapp.security.problems import not_here

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
        days=by_day([line for line in lines if line.ends >= today]),
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
    lines = _lines([*ahead, *behind])
    return render_template(
        "appointments/of_client.html",
        client=client,
        ahead=lines.of(ahead),
        behind=lines.of(behind[:most]),
        more=most + PAST if len(behind) > most else None,
        series=[series for series in _series_of(client) if series.goes_on(moment.date())],
        **_for_a_page(moment),
    )


@bp.route("/clients/<uuid:client_id>/sessions/new", methods=["GET", "POST"])
@therapist_of_client
def book(client):
    """Book one, or a series of them. The form is filled in as for the last one."""
    form = BookForm(data=suggested(client))
    if not form.validate_on_submit():
        return _form("appointments/book.html", form, client)
    diary = _diary_of(client)
    if form.is_series:
        diary.begin(Series.of(diary, form.said, form.rhythm, form.at.data))
    else:
        diary.book(form.said)
    db.session.commit()
    return redirect(url_for(".of_client", client_id=client.id))


@bp.route("/clients/<uuid:client_id>/sessions/<uuid:record>", methods=["GET", "POST"])
@therapist_of_client
def change(client, record):
    """Move or change one, or also those that follow; with `setting`, that one is chosen."""
    appointment = _own(client, record)
    form = ChangeForm(data=as_typed(wished(appointment, _setting_asked())) | {"reach": "one"})
    if not form.validate_on_submit():
        return _form(
            "appointments/change.html", form, client, appointment=appointment, states=STATES
        )
    diary, appointment = _diary_of(client), _own(client, record)
    said = replace(form.said, state=appointment.state)
    if form.reach.data == "following" and appointment.has_followers:
        diary.change_following(appointment, said)
    else:
        diary.change(appointment, said)
    db.session.commit()
    return redirect(url_for(".of_client", client_id=client.id))


@bp.post("/clients/<uuid:client_id>/sessions/<uuid:record>/setting")
@therapist_of_client
def switch(client, record):
    """Another setting at short notice, where this client usually meets in it."""
    form, appointment = SwitchForm(), _own(client, record)
    if not form.validate_on_submit() or appointment.state != "booked":
        raise not_here()
    usual = planned.usual(appointment.journal_id, form.setting.data)
    if usual is None:
        page = {"client_id": client.id, "record": record, "setting": form.setting.data}
        return redirect(url_for(".change", **page))
    diary, appointment = _diary_of(client), _own(client, record)
    diary.change(appointment, in_setting_of(usual, appointment.said))
    db.session.commit()
    return _back_to_where_it_was(client)


@bp.post("/clients/<uuid:client_id>/sessions/<uuid:record>/state")
@therapist_of_client
def mark(client, record):
    """Note what became of it: cancelled, also with those that follow; attended; missed; or none."""
    form, appointment = MarkForm(), _own(client, record)
    if not form.validate_on_submit() or not _may_become(appointment, form.state.data):
        raise not_here()
    diary, appointment = _diary_of(client), _own(client, record)
    if form.cancels_following and appointment.has_followers:
        diary.cancel_following(appointment)
    else:
        diary.change(appointment, replace(appointment.said, state=form.state.data))
    db.session.commit()
    return _back_to_where_it_was(client)


@bp.post("/clients/<uuid:client_id>/series/<uuid:series_id>/end")
@therapist_of_client
def end(client, series_id):
    """Book no more of a series. What is booked stays booked."""
    found = next((each for each in _series_of(client) if each.id == series_id), None)
    if found is None or not AgainForm().validate_on_submit():
        raise not_here()
    _diary_of(client).end(found)
    db.session.commit()
    return redirect(url_for(".of_client", client_id=client.id))


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
    return {"now": moment, "form": AgainForm(), "zone": ZONE, "settings": _settings()}


def _settings():
    return {setting.key: setting for setting in content.check_in().settings}


def _form(template, form, client, **more):
    page = render_template(
        template, form=form, client=client, settings=_settings(), wished=_setting_asked(), **more
    )
    return page, 400 if form.is_submitted() else 200


def _setting_asked():
    asked = request.args.get("setting")
    return asked if asked in _settings() else None


def _may_become(appointment, state):
    """What has not begun cannot have taken place."""
    return state in ("booked", "cancelled") or appointment.starts_at <= now()


def _own(client, record):
    """An appointment of this client that this therapist has written."""
    found = planned.one(client, record)
    if found is None or found.author_id != current_user.id:
        raise not_here()
    return found


def _series_of(client):
    journal = Journal.of(client)
    own = select(Series).where(Series.journal_id == (journal and journal.id))
    return db.session.scalars(own.where(Series.author_id == current_user.id)).all()


def _diary_of(client):
    return Diary.of(current_user, client)


def _back_to_where_it_was(client):
    if request.form.get("back") == "sessions":
        return redirect(url_for(".two_weeks"))
    return redirect(url_for(".of_client", client_id=client.id))
