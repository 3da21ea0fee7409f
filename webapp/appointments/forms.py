"""What a therapist may type about appointments."""

import re
from datetime import timedelta

from wtforms import SelectField
from wtforms.validators import Optional

from webapp.appointments.fields import Clock, Day, Number, between, given, only_where
from webapp.appointments.hours import day
from webapp.appointments.recurrence import Rhythm, instant, is_left_out, on_the_wall, zones
from webapp.appointments.schema import AppointmentBody
from webapp.extensions import now
from webapp.people.fields import IN_SETTINGS, choice, line, stripped, text, with_scheme
from webapp.security.lasting_form import LastingForm

LINK = re.compile(r"https://[^\s/]+(/\S*)?")
USUAL_MINUTES = 50
MOST_MINUTES = 480
MOST_SESSIONS = 104
LEFT_OUT = 4  # days that a series may leave out; more are cancelled one by one
BACK, AHEAD = timedelta(days=366), timedelta(days=731)
REPEATS = {"once": "Once", "weekly": "Every week, or every few weeks"}
REACHES = {"one": "Only this session", "following": "This and all that follow"}
online, weekly = only_where("is_call"), only_where("is_series")


class AppointmentForm(LastingForm):
    """One appointment: when, how long, in which setting, and where."""

    day = Day("Day", [given("Please choose the day.")])
    at = Clock("Time", [given("Please choose the time.")])
    minutes = Number(
        "Length in minutes",
        [
            given("Please say how long it is."),
            between(5, MOST_MINUTES, f"Please give a length of 5 to {MOST_MINUTES} minutes."),
        ],
    )
    setting = choice("How do you meet?", IN_SETTINGS, "Please choose how you meet.")
    place = text("Where you meet")
    link = line("Link to the call", online, most=2000, filters=(stripped, with_scheme))
    zone = SelectField(
        "Time zone",
        choices=zones(),
        invalid_choice_message="Please choose a time zone from the list.",
    )

    def validate(self, extra_validators=None):
        """Each field for itself and where they meet, and then all of it together."""
        is_right = super().validate(extra_validators)
        is_right = self._holds(*self._says_where()) and is_right
        return is_right and self._is_near() and all([*self._rules()])

    def _is_near(self):
        """No clock and no calendar has to be asked about the year 1."""
        today = now().date()
        near = today - BACK <= self.day.data <= today + AHEAD
        return self._holds(self.day, near, "Please choose a day of the last year or the next two.")

    def _rules(self):
        """Whether each of the rules for several fields holds."""
        if self.is_call:
            yield self._holds(self.link, *self._link_is_safe())
        yield self._holds(self.at, self._is_on_the_clock(), self._left_out())

    @property
    def is_call(self):
        """Whether they meet on a call. Only then is its link shown, and meant."""
        return self.setting.data == "online"

    @property
    def said(self):
        """It as the body of an appointment that is booked."""
        link = self.link.data if self.is_call else None
        return AppointmentBody(
            starts_at=instant(self.day.data, self.at.data, self.zone.data), zone=self.zone.data,
            minutes=self.minutes.data, setting=self.setting.data, place=self.place.data or "",
            link=link or "", state="booked",
        )  # fmt: skip

    def _holds(self, field, is_right, words):
        if not is_right:
            field.errors = [*field.errors, words]
        return is_right

    def _link_is_safe(self):
        link = self.link.data
        words = "Please give a link that begins with https:// and has no blanks in it."
        return not link or bool(LINK.fullmatch(link)), words

    def _says_where(self):
        if self.is_call:
            words = "Please give the link to the call, or say below how you reach each other."
            return self.link, bool(self.link.data or self.place.data), words
        return self.place, bool(self.place.data), "Please say where you meet."

    def _is_on_the_clock(self):
        return not is_left_out(self.day.data, self.at.data, self.zone.data)

    def _left_out(self):
        on, at = day(self.day.data), self.at.data.strftime("%H:%M")
        return f"The clocks go forward on {on}, and there is no {at}. Please choose another time."


class BookForm(AppointmentForm):
    """A new appointment, or a series of them."""

    repeats = choice("How often?", REPEATS, "Please say whether it repeats.")
    every_weeks = Number(
        "Every how many weeks?", [weekly, Optional(), between(1, 12, "Please give 1 to 12 weeks.")]
    )
    until = Day("Until", [weekly, Optional()])
    number = Number(
        "Or how many sessions?",
        [
            weekly,
            Optional(),
            between(1, MOST_SESSIONS, f"Please give 1 to {MOST_SESSIONS} sessions."),
        ],
    )
    without_1, without_2, without_3, without_4 = (
        Day("Not on", [weekly, Optional()]) for _ in range(4)
    )

    @property
    def is_series(self):
        """Whether it repeats."""
        return self.repeats.data == "weekly"

    @property
    def rhythm(self):
        """Its days. A number of sessions counts those that take place."""
        days = sorted({field.data for field in self.without if field.data})
        rhythm = Rhythm(self.day.data, self.every_weeks.data or 1, self.until.data, tuple(days))
        if self.number.data:
            return Rhythm(
                rhythm.first_on, rhythm.every_weeks, rhythm.first(self.number.data)[-1],
                rhythm.without,
            )  # fmt: skip
        return rhythm

    @property
    def without(self):
        """The fields for days that are left out."""
        return [self[f"without_{n}"] for n in range(1, LEFT_OUT + 1)]

    def _rules(self):
        """The rules for one appointment, and those for a series."""
        yield from super()._rules()
        if self.is_series:
            yield all([self._leaves_out_near_days(field) for field in self.without])
            yield self._has_one_end() and self._ends_later() and self._has_days()

    def _has_one_end(self):
        words = "Please give a last day or a number of sessions, not both."
        return self._holds(self.until, not (self.until.data and self.number.data), words)

    def _ends_later(self):
        end, first_on = self.until.data, self.day.data
        words = "Please choose a last day within two years of the first."
        return self._holds(self.until, not end or first_on <= end <= first_on + AHEAD, words)

    def _leaves_out_near_days(self, field):
        first_on, words = self.day.data, "Please choose days within two years of the first."
        is_near = not field.data or first_on - BACK <= field.data <= first_on + AHEAD
        return self._holds(field, is_near, words)

    def _has_days(self):
        rhythm, before = self.rhythm, self.day.data - timedelta(days=1)
        is_left = not rhythm.until or bool(rhythm.days(before, rhythm.until))
        return self._holds(self.without_1, is_left, "No session is left of these.")

    def _is_on_the_clock(self):
        """A series may run over such a night; its page says what happens then."""
        return self.is_series or super()._is_on_the_clock()


class ChangeForm(AppointmentForm):
    """Another time, place or setting for one appointment, or also for those that follow."""

    reach = choice("What do you change?", REACHES, "Please say which sessions you change.")


def as_typed(said):
    """A body as the fields of a form have it."""
    wall = on_the_wall(said.starts_at, said.zone)
    return {
        "day": wall.date(), "at": wall.time(), "minutes": said.minutes, "setting": said.setting,
        "place": said.place, "link": said.link, "zone": said.zone,
    }  # fmt: skip
