"""Appointments as a therapist's page shows them, and what is worth a sentence about each."""

from itertools import groupby

from webapp import content
from webapp.appointments.changes import SHORT_NOTICE
from webapp.appointments.hours import Hours
from webapp.appointments.recurrence import comes_twice, instant, is_left_out

STATES = {"booked": "", "cancelled": "Cancelled", "attended": "Took place", "missed": "Missed"}


class AppointmentLine:
    """One appointment, its client, and the series that it belongs to, if any."""

    def __init__(self, appointment, client, series=None):
        self.appointment, self.client, self.series = appointment, client, series
        self.hours = Hours(appointment)
        self.meanwhile = []

    @property
    def state(self):
        """What became of it, in words; nothing while it is booked."""
        return STATES[self.appointment.state]

    @property
    def spot(self):
        """The first line of the place."""
        return self.appointment.said.place.partition("\n")[0]

    @property
    def clock(self):
        """What the clocks do to it, in a sentence; nothing on nearly every day."""
        day, at, zone = self.hours.own.date(), self.hours.own.time(), self.appointment.zone
        if comes_twice(day, at, zone):
            return f"The clocks go back, so {at:%H:%M} comes twice. This is the first."
        if self.series and self._is_put_forward(day, self.series.at, zone):
            return f"The clocks go forward over {self.series.at:%H:%M}, so this is at {at:%H:%M}."
        return ""

    def _is_put_forward(self, day, at, zone):
        """Whether it is where the clocks put it, and nobody moved it by hand."""
        is_there = instant(day, at, zone) == self.appointment.starts_at
        return is_there and is_left_out(day, at, zone)

    def is_near(self, now):
        """Whether another setting would be one at short notice."""
        return self.appointment.starts_at < now + SHORT_NOTICE

    def has_begun(self, now):
        """Whether it can be said what became of it."""
        return self.appointment.starts_at <= now


class Lines:
    """Makes lines, each with the others that it overlaps with among all that a therapist has."""

    def __init__(self, clients, series, others):
        self._clients, self._series = {c.id: c for c in clients}, {s.id: s for s in series}
        self._others = [each for each in others if each.client_id in self._clients]

    def of(self, appointments):
        """A line for each of these."""
        return [self._line(each) for each in appointments]

    def _line(self, appointment):
        line = self._bare(appointment)
        line.meanwhile = [self._bare(o) for o in self._others if appointment.overlaps(o)]
        return line

    def _bare(self, each):
        return AppointmentLine(
            each, self._clients[each.client_id], self._series.get(each.series_id)
        )


def by_day(lines):
    """Lines in order, as (day, lines of the day)."""
    days = groupby(lines, lambda line: line.hours.starts.date())
    return [(day, list(each)) for day, each in days]


def settings():
    """The settings by key, with what each is called."""
    return {setting.key: setting for setting in content.check_in().settings}
