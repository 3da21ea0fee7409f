"""What every form of ours is: sent by whom it was made for, also after the browser was closed."""

from flask import after_this_request, request, session
from flask_wtf import FlaskForm

from webapp.security.form_token import OwnToken


class LastingForm(FlaskForm):
    """A form that can still be sent after the browser was closed, by whom it was made for."""

    class Meta(FlaskForm.Meta):
        csrf_class = OwnToken

        def wrap_formdata(self, form, formdata):
            """Words alone: none of our forms asks for a file, and what a program sends as one, or
            as JSON, is none of the texts that fields expect."""
            return request.form if formdata is not None and form.is_submitted() else None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session.permanent = True

    def validate_on_submit(self, extra_validators=None):
        """Whether it was sent and holds. If it does not, the page that shows it is a refusal."""
        holds = super().validate_on_submit(extra_validators)
        if self.is_submitted() and not holds:
            after_this_request(_refused)
        return holds


def _refused(response):
    if response.status_code == 200:  # the view knew of no better reason
        response.status_code = 400
    return response


class OneOfManyForm(LastingForm):
    """A form of which a page may hold several, so that its fields have no ids."""

    class Meta(LastingForm.Meta):
        def render_field(self, field, render_kw):
            """The field, for a template."""
            return super().render_field(field, {"id": False, **render_kw})


class AgainForm(OneOfManyForm):
    """Only proof that the request comes from our own page."""
