"""The therapist's pages: who their clients are, and what each one shares."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from webapp import content
from webapp.audit.log import note, written_by
from webapp.checkins.acknowledging import acknowledge
from webapp.checkins.models import ON_A_PAGE, CheckIn
from webapp.extensions import db, now
from webapp.goals.models import agreed_goals
from webapp.journal.authoring import hold
from webapp.passkeys.models import Passkey
from webapp.people.forms import PracticeForm, RetentionForm
from webapp.people.handover import Handover
from webapp.people.parting import Parting
from webapp.people.practice import Practice
from webapp.practice.caseload import JUST, page_of
from webapp.practice.overview import Overview
from webapp.practice.pictures import tenth
from webapp.preparation.bringing import brought
from webapp.privacy.retention import going_soon
from webapp.reminders.stopping import has_stopped
from webapp.security.access import is_stepped_up, therapist, therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here

bp = Blueprint("practice", __name__, url_prefix="/practice")
bp.add_app_template_filter(tenth)
ON_PAPER = 6


@bp.get("")
@therapist
def clients():
    """The therapist's clients, one line each, what is worth attention first."""
    asked = max(1, request.args.get("page", 1, type=int))
    lines, number, pages = page_of(current_user, asked)
    return render_template(
        "practice/clients.html", lines=lines, number=number, pages=pages,
        practice=Practice.ours(), words=content.check_in(), reasons=content.reasons(),
        going=going_soon(current_user), has_one_passkey=Passkey.is_all_there_is(current_user),
        answered=Handover.answered(current_user, now() - JUST), me=current_user.id,
        partings=Parting.of(current_user),
    )  # fmt: skip


@bp.get("/clients/<uuid:client_id>")
@therapist_of_client
def client(client):
    """One client: what they share now; with `before`, what they shared before that record."""
    before = request.args.get("before", type=UUID)
    overview = Overview(client)
    found = CheckIn.readable(client, ON_A_PAGE + 1, before) if before else overview.check_ins
    bring, goals = ([], []) if before else (brought(client), agreed_goals(client))
    _note(client, found[:ON_A_PAGE], [*goals, *(entry for _, entry in bring)])
    return render_template(
        "practice/client.html",
        client=client,
        overview=overview,
        check_ins=found[:ON_A_PAGE],
        are_older=len(found) > ON_A_PAGE,
        goals=goals,
        has_stopped=has_stopped(client),
        before=before,
        brought=bring,
        words=content.check_in(),
        reasons=content.reasons(),
        form=AgainForm(),
        other_at=Handover.former_at(client),
    )


@bp.get("/clients/<uuid:client_id>/on-paper")
@therapist_of_client
def on_paper(client):
    """What there is to bring to supervision, without names."""
    overview = Overview(client)
    latest = overview.check_ins[:ON_PAPER]
    _note(client, [*latest, *overview.points])
    return render_template(
        "practice/on_paper.html", overview=overview, latest=latest,
        words=content.check_in(), reasons=content.reasons(),
    )  # fmt: skip


@bp.post("/clients/<uuid:client_id>/read/<uuid:record>")
@therapist_of_client
def read(client, record):
    """Tell a client that a check-in was read."""
    journal_id, check_in = hold(client), CheckIn.readable_one(client, record)
    if check_in is None or not AgainForm().validate_on_submit():
        raise not_here()
    acknowledge(journal_id, check_in)
    page = {"client_id": client.id, "before": request.form.get("before", type=UUID)}
    return redirect(url_for(".client", **page, _anchor=f"c-{record}"))


@bp.route("/settings", methods=["GET", "POST"])
@therapist
def settings():
    """What the practice tells its clients of itself."""
    practice = Practice.hold() if request.method == "POST" else Practice.ours() or Practice()
    form = PracticeForm(practice)
    if form.validate_on_submit():
        form.populate_obj(practice)
        db.session.add(practice)
        db.session.commit()
        return redirect(url_for(".settings", saved="yes"))
    return render_template("practice/settings.html", form=form)


@bp.route("/settings/keeping", methods=["GET", "POST"])
@therapist
def keeping():
    """How long what is of a client is kept after the last time."""
    practice = Practice.ours()
    if practice is None:
        raise not_here()
    form = RetentionForm(years=str(practice.years_kept or ""))
    if not (form.validate_on_submit() and is_stepped_up("retention")):
        return render_template("practice/keeping.html", form=form)
    practice.keep_for(int(form.years.data or 0) or None)
    db.session.commit()
    return redirect(url_for(".keeping", saved="yes"))


def _note(client, shared, both=()):
    """What is on the page goes into the list that the client can read: what they shared, and what
    of the words of both is theirs."""
    note(client, [*(each.version for each in shared), *written_by(client, both)])
