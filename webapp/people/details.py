"""What a therapist noted of a client when they invited them, and may change."""

from flask import Blueprint, redirect, render_template, url_for

from webapp.extensions import db
from webapp.people.forms import InviteForm
from webapp.security.access import still_theirs, therapist_of_client

bp = Blueprint("details", __name__)


@bp.route("/practice/clients/<uuid:client_id>/about", methods=["GET", "POST"])
@therapist_of_client
def about(client):
    """What you call them and where you usually meet; and the way to all that is seldom done."""
    form = InviteForm(obj=client)
    if not form.validate_on_submit():
        return render_template("people/about_client.html", client=client, form=form)
    still_theirs(client)
    form.populate_obj(client)
    db.session.commit()
    return redirect(url_for(".about", client_id=client.id, saved="yes"))
