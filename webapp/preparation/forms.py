"""What a therapist may write as a tip."""

from uuid import UUID

from wtforms import HiddenField, SelectField
from wtforms.validators import DataRequired, ValidationError

from webapp.people.fields import IN_SETTINGS, MAX_NAME, choice, fingerprint, line, text
from webapp.security.lasting_form import LastingForm

MAX_TEXT = 600
EVERYBODY = ("every", "Every client")
NOBODY = ("", "Please choose")


def chosen(form, field):
    """Refuse the empty choice: it is there so that nobody is chosen unsaid."""
    if not field.data:
        raise ValidationError("Please choose for whom it is.")


class ForWhomForm(LastingForm):
    """For one setting or every session, and for every client or one."""

    setting = choice(
        "For which sessions?",
        IN_SETTINGS | {"every": "Every session"},
        "Please choose for which sessions it is.",
    )
    person = SelectField(
        "For whom?",
        [chosen],
        default=EVERYBODY[0],
        invalid_choice_message="This client is not here any more. Please choose again.",
    )

    def __init__(self, clients):
        super().__init__()
        people = [EVERYBODY, *((client.id.hex, client.name) for client in clients)]
        if self.person.raw_data == []:  # what does not say for whom it is, is not for everybody
            self.person.data = NOBODY[0]
        is_there = self.person.data in dict(people)
        self.person.choices = people if is_there else [NOBODY, *people]

    @property
    def person_id(self):
        """The id of the one client whom it is for, or None."""
        return None if self.person.data == EVERYBODY[0] else UUID(self.person.data)


class TipWordsForm(LastingForm):
    """The words of a tip."""

    title = line("In a few words", DataRequired("Please write what it is about."), most=MAX_NAME)
    text = text("The tip", DataRequired("Please write the tip."), most=MAX_TEXT)


class RewordForm(TipWordsForm):
    """Other words for a tip that stands. `is_meanwhile` is whether a colleague gave it others after
    the page was made, which are not overwritten unsaid."""

    seen = HiddenField()  # a fingerprint of the words that the page showed

    def __init__(self, stands):
        super().__init__(obj=stands)
        seen, self.seen.data = self.seen.data, _fingerprint(stands.title, stands.text)
        typed = _fingerprint(self.title.data, self.text.data)
        self.is_meanwhile = self.is_submitted() and self.seen.data not in (seen, typed)


def _fingerprint(title, text):
    return fingerprint(f"{title}\n{text}")


class TipForm(ForWhomForm, TipWordsForm):
    """A new tip: whom it is for, which its page asks first, and its words."""
