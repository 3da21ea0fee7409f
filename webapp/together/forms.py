"""What a therapist may write on the page where both agree."""

from uuid import UUID

from wtforms.validators import DataRequired

from webapp.people.fields import choice, text
from webapp.security.lasting_form import LastingForm, OneOfManyForm

MOST_OF_A_PART = 1000  # a card is read standing, and all of it has to fit into one entry


class WordsForm(LastingForm):
    """A goal, or a way of working."""

    words = text("In plain words", DataRequired("Please write what you would like to propose."))


class WayForm(WordsForm):
    """A way of working, which may be for one of the goals."""

    goal = choice("For which goal?", [], "This goal was put aside meanwhile. Please choose again.")

    def offer(self, goals):
        """Offer these goals, as (record, words)."""
        self.goal.choices = {"": "No goal in particular"} | {str(id): said for id, said in goals}
        if self.goal.raw_data == []:  # sent with none chosen: what was for a goal is not for none
            self.goal.data = None

    @property
    def record(self):
        """The record of the goal that was chosen, or None."""
        return UUID(self.goal.data) if self.goal.data else None


class AnswerForm(OneOfManyForm):
    """An answer, with words where somebody wants to add some."""

    answer = choice("Your answer", ["agree", "not_for_me"], "Please choose once more.")
    words = text("What would suit better? You may leave this empty.")


def card_form(card):
    """The form of one card: a field for each of its parts that is asked."""
    fields = {
        part.key: text(part.label, most=MOST_OF_A_PART) for part in card.parts if not part.old
    }
    return type("CardForm", (LastingForm,), fields)
