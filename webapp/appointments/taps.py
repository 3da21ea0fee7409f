"""What a therapist may say of an appointment with one tap."""

from typing import get_args

from wtforms import StringField

from webapp.appointments.schema import State
from webapp.content.shapes import SETTINGS
from webapp.people.fields import choice
from webapp.security.lasting_form import AgainForm


class SwitchForm(AgainForm):
    """Another setting."""

    setting = choice("Setting", SETTINGS, "Please choose a setting.")


class MarkForm(AgainForm):
    """What became of it."""

    state = choice("State", get_args(State), "Please say what became of it.")
    reach = StringField("Reach")

    @property
    def cancels_following(self):
        """Whether those that follow are cancelled with it."""
        return (self.state.data, self.reach.data) == ("cancelled", "following")
