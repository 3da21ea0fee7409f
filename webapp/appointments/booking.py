"""Booking appointments, changing them, and noting what became of them: a therapist's forms."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user
from msgspec.structs import replace

from webapp.appointments import planned
from webapp.appointments.changes import as_noted
from webapp.appointments.diary import Diary
from webapp.appointments.forms import BookForm, ChangeForm
from webapp.appointments.habits import filled_in, in_setting_of, suggested, wished
from webapp.appointments.hours import Hours
from webapp.appointments.lines import STATES, AppointmentLine, settings
from webapp.appointments.pages import as_it_stands
from webapp.appointments.series import Series
from webapp.appointments.taps import MarkForm, SwitchForm
from webapp.extensions import db, now
from webapp.security.access import therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import MEANWHILE, not_here

bp = Blueprint("booking", __name__, url_prefix="/practice")


@bp.route("/clients/<uuid:client_id>/sessions/new", methods=["GET", "POST"])
@therapist_of_client
def book(client):
    """Book one, or a series of them. The form is filled in as for the last one."""
    form = BookForm(data=suggested(client, current_user))
    if not form.validate_on_submit():
        return render_template("appointments/book.html", form=form, client=client)
    record = _booked(Diary.of(current_user, client), form)
    db.session.commit()
    return _to_sessions_of(client, record)


def _booked(diary, form):
    """The record of the one that is booked; None for a series, which stands first on its page."""
    if form.is_series:
        return diary.begin(Series.of(diary, form.said, form.rhythm, form.at.data))
    return diary.book(form.said)


@bp.route("/clients/<uuid:client_id>/sessions/<uuid:record>", methods=["GET", "POST"])
@therapist_of_client
def change(client, record):
    """Move or change one, or also those that follow; with `setting`, that one is chosen."""
    appointment = _own(client, record)
    shown = filled_in(appointment, wished(appointment, _setting_asked()))
    form = ChangeForm(data=shown | {"reach": "one"})
    if not form.validate_on_submit():
        return _change_page(form, client, appointment)
    diary, appointment = Diary.of(current_user, client), _own(client, record)
    said = as_noted(form.said, appointment.said, now())
    if _is_outdated(appointment) and said != appointment.said:
        return _change_page(form, client, appointment)
    if form.reach.data == "following" and appointment.has_followers:
        diary.change_following(appointment, said)
    else:
        diary.change(appointment, said)
    db.session.commit()
    return _to_sessions_of(client, record)


@bp.post("/clients/<uuid:client_id>/sessions/<uuid:record>/setting")
@therapist_of_client
def switch(client, record):
    """Another setting at short notice, where this client usually meets in it."""
    form, appointment = SwitchForm(), _own(client, record)
    if not form.validate_on_submit():
        raise not_here()
    diary, appointment = Diary.of(current_user, client), _own(client, record)
    if _is_outdated(appointment) or appointment.state != "booked":
        is_so = (appointment.state, appointment.setting) == ("booked", form.setting.data)
        return _too_late(client, appointment, is_so)
    usual = planned.usual(appointment, form.setting.data)
    if usual is None:
        page = {"client_id": client.id, "record": record, "setting": form.setting.data}
        return redirect(url_for(".change", **page))
    diary.change(appointment, in_setting_of(usual, appointment.said))
    db.session.commit()
    return _back_to_where_it_was(client, record)


@bp.post("/clients/<uuid:client_id>/sessions/<uuid:record>/state")
@therapist_of_client
def mark(client, record):
    """Note what became of it: cancelled, also with those that follow; attended; missed; or none."""
    form, appointment = MarkForm(), _own(client, record)
    if not form.validate_on_submit():
        raise not_here()
    diary, appointment = Diary.of(current_user, client), _own(client, record)
    if _is_outdated(appointment) or not _may_become(appointment, form.state.data):
        return _too_late(client, appointment, _is_noted(appointment, form))
    if form.cancels_following and appointment.has_followers:
        diary.cancel_following(appointment)
    else:
        diary.change(appointment, replace(appointment.said, state=form.state.data))
    db.session.commit()
    return _back_to_where_it_was(client, record)


@bp.post("/clients/<uuid:client_id>/series/<uuid:series_id>/end")
@therapist_of_client
def end(client, series_id):
    """Book no more of a series. What is booked stays booked."""
    begun = Series.begun_with(client, current_user.id)
    found = next((series for series in begun if series.id == series_id), None)
    if found is None or not AgainForm().validate_on_submit():
        raise not_here()
    Diary.of(current_user, client).end(found)
    db.session.commit()
    return _to_sessions_of(client)


def _change_page(form, client, appointment):
    """The form to change one; with what stands, where that changed before the form came."""
    is_meanwhile = form.is_submitted() and _is_outdated(appointment)
    page = render_template(
        "appointments/change.html", form=form, client=client, appointment=appointment,
        states=STATES, stands=is_meanwhile and AppointmentLine(appointment, client),
        following=[Hours(each) for each in planned.following(appointment)],
        settings=settings(), wished=_setting_asked(),
    )  # fmt: skip
    return page, MEANWHILE if is_meanwhile else 200


def _is_outdated(appointment):
    """Whether the page that sent this showed another version of it."""
    return request.form.get("version") != str(appointment.version)


def _setting_asked():
    asked = request.args.get("setting")
    return asked if asked in settings() else None


def _too_late(client, appointment, is_so):
    """The answer to a tap that nothing came of: what was tapped `is_so` by now, as after two taps
    in a row, or it had changed before."""
    if is_so:
        return _back_to_where_it_was(client, appointment.record)
    return as_it_stands(client, appointment)


def _is_noted(appointment, form):
    """Whether all of what a MarkForm asks for stands."""
    are_left = form.cancels_following and planned.following(appointment)
    return appointment.state == form.state.data and not are_left


def _may_become(appointment, state):
    """What has not begun cannot have taken place."""
    return state in ("booked", "cancelled") or appointment.starts_at <= now()


def _own(client, record):
    """An appointment of this client that this therapist has written."""
    found = planned.one(client, record)
    if found is None or found.author_id != current_user.id:
        raise not_here()
    return found


def _to_sessions_of(client, record=None):
    line = record and f"s-{record}"
    return redirect(url_for("appointments.of_client", client_id=client.id, _anchor=line))


def _back_to_where_it_was(client, record):
    """To its line, so that whoever uses the keyboard goes on from there."""
    if request.form.get("back") == "sessions":
        return redirect(url_for("appointments.two_weeks", _anchor=f"s-{record}"))
    return _to_sessions_of(client, record)
