"""What a therapist may write as a tip."""

from wtforms import RadioField, SelectField
from wtforms.validators import DataRequired

from webapp.people.forms import MAX_NAME, LastingForm, line, text
from webapp.people.models import SETTINGS

MAX_TEXT = 600
EVERYBODY = ("", "Every client")


class TipWordsForm(LastingForm):
    """The words of a tip."""

    title = line("In a few words", DataRequired("Please write what it is about."), most=MAX_NAME)
    text = text("The tip", DataRequired("Please write the tip."), most=MAX_TEXT)


class TipForm(TipWordsForm):
    """A new tip, for one setting or every session, and for every client or one."""

    setting = RadioField(
        "For which sessions?",
        [DataRequired("Please choose for which sessions it is.")],
        choices=[*SETTINGS, "every"],
    )
    person = SelectField("For whom?", default="")

    def __init__(self, clients):
        super().__init__()
        self.person.choices = [EVERYBODY, *((client.id.hex, client.name) for client in clients)]
