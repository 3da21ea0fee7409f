"""A therapist's own passkeys and recovery codes, and the page that takes such a code."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import current_user

from webapp.extensions import db
from webapp.people.codes import RecoveryCode
from webapp.security.access import anyone, is_stepped_up, therapist
from webapp.security.lasting_form import AgainForm

bp = Blueprint("own_passkeys", __name__)


@bp.get("/practice/passkeys")
@therapist
def own_passkeys():
    """What signs this therapist in, where they are signed in, and how many codes they have left."""
    return _own(AgainForm())


@bp.post("/practice/passkeys/codes")
@therapist
def new_codes():
    """Ten new recovery codes, shown once; they end the old ones."""
    form = AgainForm()
    if not form.validate_on_submit():
        return redirect(url_for(".own_passkeys"))
    if not is_stepped_up("recovery_codes"):
        return _own(form)
    codes = RecoveryCode.ten_for(current_user.person)
    db.session.commit()
    return render_template("passkeys/codes.html", codes=codes)


@bp.get("/with-a-code")
@anyone
def with_a_code():
    """Where a therapist who lost every passkey comes back in."""
    return render_template("passkeys/with_a_code.html")


def _own(form):
    left = RecoveryCode.left(current_user.id)
    return render_template("passkeys/own.html", left=left, form=form)
