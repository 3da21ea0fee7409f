"""What a therapist may type about a client."""

from flask import session
from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from webapp.people.models import SETTINGS

MAX_NAME = 80


def plain(form, field):
    """Refuse what cannot be kept or shown in one line."""
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) <= 0xDFFF for letter in field.data or ""):
        raise ValidationError("Please use letters on one line only.")


class LastingForm(FlaskForm):
    """A form that can still be sent after the browser was closed, as long as the login is good."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session.permanent = True


class InviteForm(LastingForm):
    """A new client: what you call them, and where you usually meet."""

    name = StringField(
        "What do you call them?",
        [DataRequired("Please write a name, or a first name only."), Length(max=MAX_NAME), plain],
        filters=[lambda name: name and name.strip()],
    )
    usual_setting = RadioField(
        "Where do you usually meet?",
        [DataRequired("Please choose where you usually meet.")],
        choices=SETTINGS,
    )


class AgainForm(LastingForm):
    """Only proof that the request comes from our own page."""

    class Meta(LastingForm.Meta):
        def render_field(self, field, render_kw):
            """Without an id: a page may hold several of these."""
            return super().render_field(field, {"id": False, **render_kw})
