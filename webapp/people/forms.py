"""What a therapist may type about a client."""

import re

from flask import session
from flask_wtf import FlaskForm
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Regexp, ValidationError

from webapp.people.models import SETTINGS
from webapp.people.practice import YEARS_KEPT

MAX_NAME = 80
MAX_LINE = 200
MAX_TEXT = 2000
# One word with an @ and a dot behind it: more than that only a letter to it can tell.
EMAIL = r"^$|^[^\s@]+@[^\s@]+\.[^\s@]+\Z"
WEB = r"^$|^https://[^\s/]+\.[^\s]+\Z"
PHONE = r"^$|^\+?[0-9][0-9 ()-]{2,}\Z"


def plain(form, field):
    """Refuse what cannot be kept or shown in one line."""
    if any(_is_odd(letter) for letter in field.data or ""):
        raise ValidationError("Please use letters on one line only.")


def _is_odd(letter):
    return ord(letter) < 32 or 0xD800 <= ord(letter) <= 0xDFFF


def stripped(text):
    """Without blanks around it and what no page can show, and with one kind of line break; None
    when nothing is left."""
    lines = re.sub(r"\r\n?", "\n", text or "")
    shown = (letter for letter in lines if letter in "\n\t" or not _is_odd(letter))
    return "".join(shown).strip() or None


def with_scheme(address):
    """A web address as a link needs it; people write it without."""
    return f"https://{address}" if address and "://" not in address else address


def line(label, *validators, most=MAX_LINE, filters=(stripped,)):
    """A field for one line of text."""
    too_long = Length(max=most, message=f"Please use at most {most} letters here.")
    return StringField(label, [*validators, too_long, plain], filters=filters)


def text(label, *validators, most=MAX_TEXT):
    """A field for a text of several lines."""
    too_long = Length(max=most, message=f"Please use at most {most:,} letters here.")
    return TextAreaField(label, [*validators, too_long], filters=[stripped])


class LastingForm(FlaskForm):
    """A form that can still be sent after the browser was closed, as long as the login is good."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session.permanent = True


class OneOfManyForm(LastingForm):
    """A form of which a page may hold several, so that its fields have no ids."""

    class Meta(LastingForm.Meta):
        def render_field(self, field, render_kw):
            """The field, for a template."""
            return super().render_field(field, {"id": False, **render_kw})


class InviteForm(LastingForm):
    """A new client: what you call them, and where you usually meet."""

    name = line(
        "What do you call them?",
        DataRequired("Please write a name, or a first name only."),
        most=MAX_NAME,
    )
    usual_setting = RadioField(
        "Where do you usually meet?",
        [DataRequired("Please choose where you usually meet.")],
        choices=SETTINGS,
    )


class PracticeForm(LastingForm):
    """What the practice is called, and what it tells its clients of itself."""

    name = line(
        "What is your practice called?",
        DataRequired("Please write what your practice is called."),
        most=MAX_NAME,
    )
    about = text("Who you are")
    phone = line("Phone", Regexp(PHONE, message="Please write the phone number in figures."))
    email = line("E-mail", Regexp(EMAIL, message="Please look at the e-mail address again."))
    web = line(
        "Web page",
        Regexp(WEB, message="Please write the web address as it begins: https://"),
        filters=(stripped, with_scheme),
    )
    cancellation = text("If a session has to be cancelled")
    professional_body = line("Your professional body")
    complaints = text("Where a complaint goes")


class RetentionForm(LastingForm):
    """How many years what is of a client is kept after the last time; "" is until they leave."""

    years = RadioField(
        "After the last session or visit, keep it", choices=["", *map(str, YEARS_KEPT)]
    )


class AgainForm(OneOfManyForm):
    """Only proof that the request comes from our own page."""
