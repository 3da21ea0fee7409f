"""Letting somebody in again who lost every passkey: the therapist's page, the operator's way."""

from flask import Blueprint, render_template

from webapp.appointments.schema import NoticeBody
from webapp.extensions import db
from webapp.journal.authoring import hold, write
from webapp.journal.models import Journal
from webapp.people.invitation import Invitation
from webapp.people.links import shown_once
from webapp.security.access import is_stepped_up, therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here

bp = Blueprint("letting_in", __name__, url_prefix="/practice")


@bp.route("/clients/<uuid:client_id>/again", methods=["GET", "POST"])
@therapist_of_client
def again(client):
    """What a new way in ends, and then its link, shown once."""
    if not client.joined_at:
        raise not_here()
    form = AgainForm()
    if not (form.validate_on_submit() and is_stepped_up("recover")):
        return render_template("practice/again.html", client=client, form=form)
    hold(client)
    secret = let_in_again(client)
    db.session.commit()
    return shown_once(client, secret)


def let_in_again(person):
    """Invite somebody who has come in before. Their phones are told. Returns the secret.

    Who never came in gets an invitation like the first.
    """
    if not person.joined_at:
        return Invitation.to(person)
    journal = Journal.of(person)
    if journal and person.therapist:
        write(journal.id, person.therapist, "notice", NoticeBody(about="recovery", of=None))
    return Invitation.to(person, is_again=True)
