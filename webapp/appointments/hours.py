"""When things are, in words: for a therapist by the practice’s clock, on every page.

Where an appointment keeps its time by a clock elsewhere, that is said beside it.
"""

from webapp.appointments.recurrence import on_the_wall
from webapp.extensions import now

ZONE = "Europe/London"


def here(moment):
    """A moment by the practice’s clock: soon after midnight it is another day there than in UTC."""
    return on_the_wall(moment, ZONE)


def day(of):
    """The day of a date, or of a moment by some clock, in words."""
    return f"{of:%-d %B %Y}"


def day_and_hour(of):
    """The same, and at what time."""
    return f"{day(of)}, {of:%H:%M}"


class Hours:
    """When an appointment starts and ends by the practice’s clock, and when by its `own`."""

    def __init__(self, appointment):
        self._zone = appointment.zone
        self.own = on_the_wall(appointment.starts_at, self._zone)
        self.starts, self.ends = here(appointment.starts_at), here(appointment.ends_at)

    @property
    def in_words(self):
        """When it starts, on which day; in which year, where that is not this one."""
        year = "" if self.starts.year == here(now()).year else " %Y"
        words = f"{self.starts:%A, %-d %B{year}, %H:%M}"
        return f"{words} ({self.elsewhere})" if self.elsewhere else words

    @property
    def elsewhere(self):
        """When it starts by its own clock, in words; nothing where that is the practice’s."""
        return "" if self._zone == ZONE else f"{self.own:%A}, {clock(self.own, self._zone)}"


def clock(at, zone):
    """A time on the clock in a zone, which is named unless it is the practice’s."""
    where = "" if zone == ZONE else f" in {zone.replace('_', ' ')}"
    return f"{at:%H:%M}{where}"
