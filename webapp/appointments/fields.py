"""Fields for days, times and numbers, whose refusals are sentences of ours."""

from wtforms import DateField, IntegerField, TimeField
from wtforms.validators import StopValidation, ValidationError


class Typed:
    """A field whose text is no value of its kind says so in our own words."""

    def process_formdata(self, valuelist):
        """As the field itself would, but for the words. Nothing is nothing, and no mistake."""
        if not "".join(valuelist).strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except (ValueError, OverflowError) as wrong:
            self.data = None
            raise ValueError(self.not_one) from wrong

    def pre_validate(self, form):
        """One sentence is enough."""
        if self.process_errors:
            raise StopValidation


class Day(Typed, DateField):
    """A day of the calendar."""

    not_one = "Please give the day as a date, such as 2026-12-03."


class Clock(Typed, TimeField):
    """A time on the wall."""

    not_one = "Please give the time as hours and minutes, such as 14:00."


class Number(Typed, IntegerField):
    """A whole number."""

    not_one = "Please give a whole number in figures."


def only_where(asked):
    """A field that is seen only where this is so of its form; else what was left in it does not
    count."""

    def check(form, field):
        if not getattr(form, asked):
            raise StopValidation

    return check


def given(words):
    """Something must be there; blanks are nothing."""

    def check(form, field):
        if field.data is None:
            raise StopValidation(words)

    return check


def between(least, most, words):
    """A range, with the sentence for what lies outside."""

    def check(form, field):
        if field.data is None or not least <= field.data <= most:
            raise ValidationError(words)

    return check
