"""The pages on which a client is asked: the therapist's, and the client's, filled by the phone."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import current_user

from webapp.extensions import db
from webapp.handovers.forms import ColleagueForm
from webapp.handovers.moving import hand_over
from webapp.handovers.schema import Answered
from webapp.journal.authoring import hold
from webapp.people.colleagues import colleagues_of
from webapp.people.handover import Handover
from webapp.people.models import Person
from webapp.security.access import (
    anyone,
    client_self,
    known_well,
    stepped_up,
    still_theirs,
    therapist_of_client,
)
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here
from webapp.security.strict_json import gives, takes

bp = Blueprint("handovers", __name__)


@bp.route("/practice/clients/<uuid:client_id>/hand-over", methods=["GET", "POST"])
@therapist_of_client
def ask(client):
    """Ask a client whether a colleague may go on with them; or what became of having asked."""
    form = ColleagueForm(colleagues_of(current_user))
    if not form.validate_on_submit() or not client.joined_at:
        return render_template(
            "handovers/ask.html", client=client, form=form, asked=Handover.open_of(client),
            last=Handover.last_of(client), again=AgainForm(formdata=None),
        )  # fmt: skip
    still_theirs(client)
    Handover.ask(client, form.chosen)
    db.session.commit()
    return redirect(url_for(".ask", client_id=client.id))


@bp.post("/practice/clients/<uuid:client_id>/hand-over/take-back")
@therapist_of_client
def take_back(client):
    """Take the question back. After the client's yes there is nothing to take back any more."""
    if not AgainForm().validate_on_submit():
        raise not_here()
    Person.hold(client.id)
    asked = Handover.open_of(client)
    if asked:
        asked.end()
        db.session.commit()
    return redirect(url_for(".ask", client_id=client.id))


@bp.get("/another-therapist")
@anyone
def another_therapist():
    """What a client is asked, and what a yes would change, on the phone of whoever this is."""
    return render_template("handovers/another_therapist.html")


@bp.post("/another-therapist/answer")
@client_self
@takes(Answered)
@gives(None, (403, "step_up_required"), (404, "not_found"), (409, "recovering"), status=204)
def answer(asked):
    """Answer what one's therapist asks. A yes needs the passkey, and counts at once."""
    known_well()
    if asked.answer == "yes":
        stepped_up("another_therapist")
    handover = _held()
    if handover is None or handover.id != asked.handover:
        raise not_here()
    if asked.answer == "yes":
        hand_over(handover)
    else:
        handover.end("no")
    db.session.commit()
    return "", 204


def _held():
    """What this client is asked. The journal first, as everywhere; then whoever takes it back, or
    asks anew, waits, and so does who closes the account of the one who would go on."""
    hold(current_user.person)
    asked = Handover.open_of(Person.hold(current_user.id))
    return asked if asked and not Person.hold(asked.to_id).erased_at else None
