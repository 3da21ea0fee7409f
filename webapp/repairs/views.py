"""Talking points: the client's page, filled by the phone, and the therapist's."""

from flask import Blueprint, redirect, render_template, url_for

from webapp import content
from webapp.audit.log import note
from webapp.checkins.acknowledging import acknowledge
from webapp.checkins.models import CheckIn
from webapp.journal.authoring import hold
from webapp.people.handover import Handover
from webapp.repairs import models  # noqa: F401 - registers the kind
from webapp.repairs.reading import readable, readable_one
from webapp.security.access import anyone, therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here

bp = Blueprint("repairs", __name__)


@bp.get("/talking-points")
@anyone
def talking_points():
    """What to talk about, and the story of each; the same for everybody."""
    return render_template("repairs/talking_points.html", phrases=content.phrases())


@bp.get("/say-it")
@anyone
def say_it():
    """Help to say that something felt off, one question a screen; also where one is changed."""
    return render_template("repairs/say_it.html", phrases=content.phrases())


@bp.get("/practice/clients/<uuid:client_id>/talking-points")
@therapist_of_client
def shared(client):
    """What a client wants to talk about, beside what helps to put it right."""
    points = readable(client)
    note(client, [point.version for point in points])
    dips = {p.said.check_in: CheckIn.readable_one(client, p.said.check_in) for p in points}
    pages = {record: CheckIn.page_with(client, record) for record, dip in dips.items() if dip}
    return render_template(
        "repairs/shared.html", client=client, points=points, dips=dips, pages=pages,
        repair=content.repair(), form=AgainForm(), other_at=Handover.former_at(client),
    )  # fmt: skip


@bp.post("/practice/clients/<uuid:client_id>/talking-points/<uuid:record>/read")
@therapist_of_client
def read(client, record):
    """Tell a client that their words were read."""
    journal_id, point = hold(client), readable_one(client, record)
    if point is None or not AgainForm().validate_on_submit():
        raise not_here()
    acknowledge(journal_id, point)
    return redirect(url_for(".shared", client_id=client.id, _anchor=f"t-{record}"))
