"""What a therapist may type about clients and colleagues, and about the practice."""

from textwrap import shorten

from wtforms import Form, HiddenField
from wtforms.validators import DataRequired, Regexp

from webapp.people.fields import (
    IN_SETTINGS,
    MAX_NAME,
    choice,
    fingerprint,
    line,
    stripped,
    text,
    with_scheme,
)
from webapp.people.practice import YEARS_KEPT
from webapp.security.lasting_form import LastingForm

# One word with an @ and a dot behind it: more than that only a letter to it can tell.
EMAIL = r"^$|^[^\s@]+@[^\s@]+\.[^\s@]+\Z"
WEB = r"^$|^https://[^\s/]+\.[^\s]+\Z"
PHONE = r"^$|^\+?[0-9][0-9 ()-]{2,}\Z"


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
        "Where do you usually meet?", IN_SETTINGS, "Please choose where you usually meet."
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
    seen = HiddenField()  # a fingerprint of each field, as the page showed it

    def __init__(self, practice):
        super().__init__(obj=practice)
        self._practice = practice
        self.seen.data = self.seen.data or self._fingerprints()

    @property
    def told(self):
        """The fields that the practice itself has."""
        return [field for field in self if hasattr(self._practice, field.name)]

    def validate(self, extra_validators=None):
        """What only a colleague changed meanwhile stays; what both did is looked at once more."""
        seen, self.seen.data = self.seen.data.split(), self._fingerprints()
        is_right = super().validate(extra_validators)
        meanwhile = [self._meanwhile(*each) for each in zip(self.told, seen, strict=False)]
        return is_right and not any(meanwhile)

    def _meanwhile(self, field, seen):
        """Whether a colleague changed it too, to something else."""
        stands = getattr(self._practice, field.name)
        if fingerprint(field.data) == seen:
            field.data = stands
        is_both = fingerprint(stands) not in (seen, fingerprint(field.data))
        if is_both:
            says = shorten(stands or "", 80, placeholder="…")
            words = f"“{field.label.text}” was changed meanwhile. It says: “{says}”."
            field.errors = [*field.errors, f"{words} Save again to have yours instead."]
        return is_both

    def _fingerprints(self):
        return " ".join(fingerprint(getattr(self._practice, field.name)) for field in self.told)


class RetentionForm(LastingForm):
    """How many years what is of a client is kept after the last time; "" is until they leave."""

    years = choice(
        "After the last session or visit, keep it",
        {"": "Until the client closes the account"}
        | {str(years): f"For {words}" for years, words in YEARS_KEPT.items()},
        "Please choose how long it is kept.",
    )
