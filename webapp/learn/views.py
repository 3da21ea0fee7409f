"""One page with every piece: without a fragment it is the list, with one it is that piece."""

from flask import Blueprint, render_template

from webapp import content
from webapp.security.access import anyone

bp = Blueprint("learn", __name__)


@bp.get("/learn")
@anyone
def learn():
    """All there is to read, the same for everybody."""
    return render_template("learn/learn.html", learn=content.learn())
