"""The pages on which a client checks in and looks back, filled by the phone."""

from flask import Blueprint, render_template

from webapp import content
from webapp.security.access import anyone

bp = Blueprint("checkins", __name__)


@bp.get("/check-in")
@anyone
def new():
    """The check-in, one question a screen; also where one is changed."""
    return render_template("checkins/new.html", words=content.check_in(), reasons=content.reasons())


@bp.get("/check-ins")
@anyone
def all_of_them():
    """Every check-in of the person whose phone this is."""
    return render_template("checkins/all.html", words=content.check_in())


@bp.get("/develop")
@anyone
def develop():
    """How it develops: the stool and the path, drawn by the phone."""
    return render_template(
        "checkins/develop.html", words=content.check_in(), reasons=content.reasons()
    )
