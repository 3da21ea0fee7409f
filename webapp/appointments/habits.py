"""What is usual with a client, so that booking takes few taps: as the last time, where it was."""

from datetime import timedelta

from msgspec.structs import replace

from webapp.appointments import planned
from webapp.appointments.forms import USUAL_MINUTES, as_typed
from webapp.appointments.hours import ZONE
from webapp.extensions import now

WEEK = timedelta(weeks=1)
FAR = 2 * WEEK  # ahead, behind which a series goes on


def suggested(client, therapist):
    """As the last one with this therapist, a week later or on that weekday soon; at first with what
    is usual for all.

    Behind a series that is written out far ahead, the day is left open.
    """
    last = planned.last_of(client, therapist.id)
    usual = {"repeats": "once", "every_weeks": 1, "zone": ZONE, "minutes": USUAL_MINUTES}
    if last is None:
        return usual | {"setting": client.usual_setting}
    typed = filled_in(last, last.said)
    ahead = last.starts_at - now()
    later = WEEK * max(1, -(ahead // WEEK))
    return usual | typed | {"day": typed["day"] + later if ahead < FAR else None}


def filled_in(appointment, said):
    """A body for an appointment as a form shows it. The link of the usual call waits there until a
    call is chosen."""
    call = None if said.setting == "online" else planned.usual(appointment, "online")
    return as_typed(said) | ({"link": call.link} if call else {})


def wished(appointment, setting):
    """The body of an appointment, in another setting where one is wished for."""
    if setting is None:
        return appointment.said
    usual = planned.usual(appointment, setting)
    bare = replace(appointment.said, setting=setting, place="", link="")
    return in_setting_of(usual, appointment.said) if usual else bare


def in_setting_of(usual, said):
    """A body as it is, but in the setting of another one, and where that was."""
    return replace(said, setting=usual.setting, place=usual.place, link=usual.link)
