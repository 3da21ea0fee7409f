"""How the server is doing, for a therapist who cannot look at it: mostly they run it themselves."""

from datetime import timedelta

from flask import Blueprint, current_app, render_template

from webapp import clock
from webapp.audit import log
from webapp.backup import last
from webapp.extensions import now
from webapp.security.access import therapist

bp = Blueprint("running", __name__, url_prefix="/practice/running")
LONG_AGO = timedelta(days=7)


@bp.get("")
@therapist
def running():
    """When it was backed up last, whether the list of what was read is whole, what it can send."""
    backed_up = last.made_at()
    count, broken = log.state()
    return render_template(
        "practice/running.html", backed_up=backed_up, count=count, broken=broken,
        is_long_ago=backed_up is None or backed_up < now() - LONG_AGO,
        has_mail=current_app.config["MAIL_SERVER"] is not None,
        now=now(), doubted_until=clock.doubted_until(), version=current_app.config["VERSION"],
    )  # fmt: skip
