"""The page of the five questions, filled by the phone."""

from flask import Blueprint, render_template

from webapp import content
from webapp.reflections import models  # noqa: F401 - registers the kind
from webapp.security.access import anyone

bp = Blueprint("reflections", __name__)


@bp.get("/reflect")
@anyone
def reflect():
    """The questions, and what was written to them earlier."""
    return render_template("reflections/reflect.html", reflection=content.reflection())
