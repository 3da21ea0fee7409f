"""How handing over a reminder can end, whichever way it goes."""

from enum import Enum


class Outcome(Enum):
    """Accepted, gone (there is nobody there any more), or refused for good."""

    ACCEPTED = "accepted"
    GONE = "gone"
    REFUSED = "refused"


class Later(Exception):
    """Not now: to be tried again, after so many seconds if the other side said so."""

    def __init__(self, wait_s=None):
        super().__init__(wait_s)
        self.wait_s = wait_s
