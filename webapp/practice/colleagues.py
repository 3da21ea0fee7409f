"""Who works in the practice, and inviting somebody who will."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import current_user

from webapp.extensions import db
from webapp.people.colleagues import colleagues_of, expected_beside
from webapp.people.forms import InviteColleagueForm
from webapp.people.invitation import Invitation
from webapp.people.links import shown_once
from webapp.people.models import Person
from webapp.privacy.closing import erase_at_once
from webapp.security.access import is_stepped_up, therapist
from webapp.security.lasting_form import AgainForm
from webapp.security.problems import not_here

bp = Blueprint("colleagues", __name__, url_prefix="/practice/colleagues")


@bp.route("", methods=["GET", "POST"])
@therapist
def everybody():
    """Who works here. Somebody new gets an invitation."""
    form = InviteColleagueForm()
    if not (form.validate_on_submit() and is_stepped_up("invite")):
        return _page(form)
    colleague, secret = Person.invite_therapist(form.name.data)
    db.session.commit()
    return shown_once(colleague, secret)


@bp.post("/<uuid:colleague_id>/invitation")
@therapist
def invitation(colleague_id):
    """A new link for somebody who has not come in yet. It ends the old one."""
    colleague = _expected(colleague_id)
    if not is_stepped_up("invite"):
        return _page(InviteColleagueForm(formdata=None))
    secret = Invitation.to(colleague)
    db.session.commit()
    return shown_once(colleague, secret)


@bp.post("/<uuid:colleague_id>/take-back")
@therapist
def take_back(colleague_id):
    """Expect somebody no longer. Nothing is kept of them."""
    erase_at_once(_expected(colleague_id))
    return redirect(url_for(".everybody"))


def _expected(colleague_id):
    """Whoever comes in at this moment waits, or is here already."""
    colleague = Person.hold(colleague_id)
    is_expected = colleague in expected_beside(current_user)
    if not (is_expected and AgainForm().validate_on_submit()):
        raise not_here()
    return colleague


def _page(form):
    me = current_user.person
    return render_template(
        "practice/colleagues.html", form=form, again=AgainForm(formdata=None), me=me,
        here=colleagues_of(me), expected=expected_beside(me),
    )  # fmt: skip
