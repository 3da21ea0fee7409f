"""The preparation page: every tip is in it, the phone shows those of one setting."""

from flask import Blueprint, render_template

from webapp import content
from webapp.security.access import anyone

bp = Blueprint("preparation", __name__)


@bp.get("/prepare")
@anyone
def prepare():
    """Tips by setting, those for every session, and what there is to read about it."""
    return render_template(
        "preparation/prepare.html",
        tips=content.tips(),
        settings=content.check_in().settings,
        pieces=content.learn().pieces,
    )
