"""What stops the start."""

from click import ClickException


class WrongSetting(ClickException):
    """A setting that cannot be used; the message is the sentence for the operator."""
