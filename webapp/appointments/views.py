"""Where a therapist finds appointments: the next two weeks, and those of one client."""

from flask import Blueprint

from webapp.appointments import pages
from webapp.appointments.hours import day, day_and_hour, here
from webapp.security.access import therapist, therapist_of_client

bp = Blueprint("appointments", __name__, url_prefix="/practice")
bp.add_app_template_filter(here)
bp.add_app_template_filter(day)
bp.add_app_template_filter(day_and_hour)


@bp.get("/sessions")
@therapist
def two_weeks():
    """The next two weeks at a glance, and what is still to be noted of the last two."""
    return pages.of_two_weeks()


@bp.get("/clients/<uuid:client_id>/sessions")
@therapist_of_client
def of_client(client):
    """One client's: those ahead, the series, and those behind."""
    return pages.of_one(client)
