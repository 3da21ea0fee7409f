"""Whom a therapist asks a client about."""

from webapp.people.fields import choice
from webapp.security.lasting_form import LastingForm


class ColleagueForm(LastingForm):
    """One of the colleagues. None is chosen before."""

    colleague = choice("Who would go on?", (), "Please choose one of your colleagues.")

    def __init__(self, colleagues):
        super().__init__()
        self._known = {str(each.id): each for each in colleagues}
        self.colleague.choices = {key: each.name for key, each in self._known.items()}

    @property
    def chosen(self):
        """The colleague; only of a form that is right."""
        return self._known[self.colleague.data]
