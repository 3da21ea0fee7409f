"""What a therapist may say of how they want to be told."""

from wtforms import BooleanField
from wtforms.validators import Regexp

from webapp.people.fields import line
from webapp.reminders.schema import LONGEST_ADDRESS, MAIL_ADDRESS
from webapp.security.lasting_form import LastingForm


class WaysForm(LastingForm):
    """Whether by e-mail, and where to. Devices are added by a script, because browsers ask."""

    email = BooleanField("Send me an e-mail")
    address = line(
        "Your e-mail address",
        Regexp(MAIL_ADDRESS, message="Please check the address."),
        most=LONGEST_ADDRESS,
    )

    def validate(self, extra_validators=None):
        """An e-mail needs an address."""
        fits = super().validate(extra_validators)
        if fits and self.email.data and not self.address.data:
            self.address.errors = ["Please write the address, or choose no e-mail."]
            return False
        return fits
