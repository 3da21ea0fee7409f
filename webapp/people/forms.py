"""What a therapist may type about a client."""

import re
from hashlib import sha256
from textwrap import shorten

from flask import request, session
from flask_wtf import FlaskForm
from wtforms import Form, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Regexp, ValidationError

from webapp.journal.shapes import SETTINGS
from webapp.people.practice import YEARS_KEPT
from webapp.security.form_token import OwnToken

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


def mark(said):
    """A few letters that are other ones when something else is said."""
    return sha256((said or "").encode(errors="replace")).hexdigest()[:12]


def at_most(letters):
    """A field that is no longer. The browser is not told: it would cut what is pasted, unsaid."""

    def check(form, field):
        if len(field.data or "") > letters:
            raise ValidationError(f"Please use at most {letters:,} letters here.")

    return check


def line(label, *validators, most=MAX_LINE, filters=(stripped,)):
    """A field for one line of text."""
    return StringField(label, [*validators, at_most(most), plain], filters=filters)


def text(label, *validators, most=MAX_TEXT):
    """A field for a text of several lines."""
    return TextAreaField(label, [*validators, at_most(most)], filters=[stripped])


def choice(label, keys, words):
    """One of a few; the words are for whoever chose none, or what is not offered any more."""
    return RadioField(label, choices=list(keys), invalid_choice_message=words)


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


class OneOfManyForm(LastingForm):
    """A form of which a page may hold several, so that its fields have no ids."""

    class Meta(LastingForm.Meta):
        def render_field(self, field, render_kw):
            """The field, for a template."""
            return super().render_field(field, {"id": False, **render_kw})


class NameForm(Form):
    """What somebody is called, also where no page asks for it."""

    name = line(
        "What do you call them?",
        DataRequired("Please write a name, or a first name only."),
        most=MAX_NAME,
    )


class InviteForm(LastingForm):
    """A new client: what you call them, and where you usually meet."""

    name = NameForm.name
    usual_setting = choice(
        "Where do you usually meet?", SETTINGS, "Please choose where you usually meet."
    )


class InviteColleagueForm(LastingForm):
    """A new colleague: what you call them, as their clients will."""

    name = line(
        "What is your colleague called?",
        DataRequired("Please write a name. Clients will read it."),
        most=MAX_NAME,
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
    seen = HiddenField()  # a mark for each field: what it said when the page was made

    def __init__(self, practice):
        super().__init__(obj=practice)
        self._practice = practice
        self.seen.data = self.seen.data or self._marks()

    @property
    def told(self):
        """The fields that the practice itself has."""
        return [field for field in self if hasattr(self._practice, field.name)]

    def validate(self, extra_validators=None):
        """What only a colleague changed meanwhile stays; what both did is looked at once more."""
        seen, self.seen.data = self.seen.data.split(), self._marks()
        is_right = super().validate(extra_validators)
        meanwhile = [self._meanwhile(*each) for each in zip(self.told, seen, strict=False)]
        return is_right and not any(meanwhile)

    def _meanwhile(self, field, seen):
        """Whether a colleague changed it too, to something else."""
        stands = getattr(self._practice, field.name)
        if mark(field.data) == seen:
            field.data = stands
        is_both = mark(stands) not in (seen, mark(field.data))
        if is_both:
            says = shorten(stands or "", 80, placeholder="…")
            words = f"“{field.label.text}” was changed meanwhile. It says: “{says}”."
            field.errors = [*field.errors, f"{words} Save again to have yours instead."]
        return is_both

    def _marks(self):
        return " ".join(mark(getattr(self._practice, field.name)) for field in self.told)


class RetentionForm(LastingForm):
    """How many years what is of a client is kept after the last time; "" is until they leave."""

    years = choice(
        "After the last session or visit, keep it",
        ["", *map(str, YEARS_KEPT)],
        "Please choose how long it is kept.",
    )


class AgainForm(OneOfManyForm):
    """Only proof that the request comes from our own page."""
