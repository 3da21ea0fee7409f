"""The token in a form: that the form is from a page of ours, and for whom that page was made.

Two therapists may share a browser, and a form stay open while one goes and the other comes. What
one has typed is never sent as the other.
"""

from flask import request
from flask_login import current_user
from flask_wtf import FlaskForm
from wtforms.validators import ValidationError

FIELD, MARK = "csrf_token", ":"
NOT_OURS = "This page no longer fitted your browser. Nothing was done: please send it once more."


class OwnToken(FlaskForm.Meta.csrf_class):
    """Flask-WTF's token, with the id of whoever the page is for in front of it."""

    def generate_csrf_token(self, field):
        """What stands in the form."""
        token = super().generate_csrf_token(field)
        return f"{getattr(current_user, 'id', '')}{MARK}{token}"

    def validate_csrf_token(self, form, field):
        """Raises ValidationError. For whom it is, the guard of a page has asked before."""
        field.data = (field.data or "").rpartition(MARK)[2]
        try:
            super().validate_csrf_token(form, field)
        except ValidationError:  # in words for programmers
            raise ValidationError(NOT_OURS) from None


def whose():
    """The id of whoever the form that was sent was made for; None where it does not say."""
    return request.form.get(FIELD, "").rpartition(MARK)[0] or None
