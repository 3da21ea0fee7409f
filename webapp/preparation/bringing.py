"""What clients want to bring, as far as they share it with their therapist."""

from webapp.appointments import planned
from webapp.appointments.hours import Hours
from webapp.extensions import now
from webapp.journal import records
from webapp.journal.models import Journal

TAKES_PLACE = ("booked", "attended")  # which may be noted while it goes on


def brought(client):
    """What a client shares for the sessions that are to come or go on just now, as (Hours,
    Revision), the next one first.

    This is the one door to it: what is private does not come through.
    """
    journal = Journal.of(client)
    shared = _shared(journal.id) if journal else {}
    coming = planned.coming(client, now()) if shared else []
    return [
        (Hours(session), shared[session.record])
        for session in coming
        if session.state in TAKES_PLACE and session.record in shared
    ]


def _shared(journal_id):
    known = records.of_kind(journal_id, "preparation")
    return {each.said.appointment: each.current for each in known
            if each.is_shared and each.said.bring}  # fmt: skip
