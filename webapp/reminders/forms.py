"""What a therapist may say of how they want to be told."""

from wtforms import BooleanField, StringField
from wtforms.validators import Length, Regexp

from webapp.reminders.schema import LONGEST_ADDRESS, MAIL_ADDRESS
from webapp.security.lasting_form import LastingForm


class WaysForm(LastingForm):
    """Whether by e-mail, and where to. Devices are added by a script, because browsers ask."""

    email = BooleanField("Send me an e-mail")
    address = StringField(
        "Your e-mail address",
        [Length(max=LONGEST_ADDRESS), Regexp(MAIL_ADDRESS, message="Please check the address.")],
        filters=[lambda address: address and address.strip()],
    )

    def validate(self, extra_validators=None):
        """An e-mail needs an address."""
        fits = super().validate(extra_validators)
        if fits and self.email.data and not self.address.data:
            self.address.errors = ["Please write the address, or choose no e-mail."]
            return False
        return fits
