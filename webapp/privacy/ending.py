"""A therapist closes a client's account: with notice, so that nobody loses a word unasked."""

from flask import Blueprint, redirect, render_template, url_for

from webapp.extensions import db, now
from webapp.privacy.closing import erase_at_once
from webapp.privacy.retention import NOTICE_OF_CLOSING
from webapp.security.access import is_stepped_up, still_theirs, therapist_of_client
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here

bp = Blueprint("ending", __name__, url_prefix="/practice/clients/<uuid:client_id>/close")


@bp.route("", methods=["GET", "POST"])
@therapist_of_client
def close(client):
    """Close an account in a month, of which its client is told. Of who never came in nothing is
    kept but the name, which goes at once."""
    form = AgainForm()
    if not (form.validate_on_submit() and is_stepped_up("close_client")):
        return render_template(
            "privacy/close_client.html", client=client, form=form, closes=now() + NOTICE_OF_CLOSING
        )
    still_theirs(client)
    if client.joined_at:
        client.closes_at = client.closes_at or now() + NOTICE_OF_CLOSING
        db.session.commit()
        return redirect(url_for(".close", client_id=client.id))
    erase_at_once(client)
    return redirect(url_for("practice.clients"))


@bp.post("/take-back")
@therapist_of_client
def take_back(client):
    """Let the account be, as long as it is there."""
    if not AgainForm().validate_on_submit():
        raise not_here()
    still_theirs(client)
    client.closes_at = None
    db.session.commit()
    return redirect(url_for(".close", client_id=client.id))
