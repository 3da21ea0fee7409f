"""What a client may ask of their data: all of it to take away, and all of it gone."""

from uuid import UUID

from flask import Blueprint, render_template
from flask_login import current_user
from msgspec import Struct

from webapp import content
from webapp.privacy.closing import erase_at_once
from webapp.privacy.export import Export, export
from webapp.privacy.notice import known
from webapp.privacy.readings import Readings, readings
from webapp.security.access import anyone, client_self, known_well, only_for, stepped_up
from webapp.security.strict_json import Nothing, gives, takes

bp = Blueprint("privacy", __name__)


class Closing(Struct, forbid_unknown_fields=True):
    """Whose account is meant: there is no way back."""

    account: UUID


@bp.get("/my-data")
@anyone
def my_data():
    """Who sees what, where one is signed in, taking everything away, and leaving."""
    return render_template("privacy/my_data.html", words=content.check_in(), **content.in_full())


@bp.get("/my-readings")
@client_self
@gives(Readings)
def my_readings():
    """Which words of this client their therapist has read, and when."""
    return readings(current_user, current_user.journal_id, current_user.withheld_to)


@bp.get("/privacy")
@anyone
def notice():
    """What is kept of a client, who reads it and how long; the same for everybody."""
    return render_template("privacy/notice.html", notice=content.notice(), known=known())


@bp.post("/export")
@client_self
@takes(Nothing)
@gives(Export, (403, "step_up_required"))
def everything(asked):
    """Everything that is kept of this client, at once."""
    stepped_up("export")
    return export(current_user.person, current_user.journal_id, current_user.withheld_to)


@bp.post("/account/close")
@client_self
@takes(Closing)
@gives(None, (403, "step_up_required"), (409, "recovering"), status=204)
def close(asked):
    """Close this account: its words and passkeys are gone at once, and its phones forget all."""
    only_for(asked.account)
    known_well()
    stepped_up("close_account")
    erase_at_once(current_user.person)
    return "", 204
