"""What the privacy notice tells, from what the code does."""

from datetime import timedelta

from webapp import content
from webapp.journal.erasure import SECOND_THOUGHTS
from webapp.passkeys.logins import IDLE_LIFE, WHOLE_LIFE
from webapp.people.invitation import INVITATION_LIFE
from webapp.people.practice import YEARS_KEPT
from webapp.privacy.retention import NOTICE_OF_CLOSING
from webapp.security.tries import STRETCH


def known():
    """What stands for each name in braces."""
    *shorter, longest = map(str, YEARS_KEPT)
    *first, last = content.notice().kinds.values()
    return {
        "kinds": f"{', '.join(first)} and {last}",
        "emptied": SECOND_THOUGHTS.days,
        "idle": IDLE_LIFE["client"].days,
        "whole": WHOLE_LIFE["client"].days,
        "lives": f"{', '.join(shorter)} or {longest}",
        "invitation": INVITATION_LIFE.days,
        "closing": NOTICE_OF_CLOSING.days,
        "wrong": STRETCH // timedelta(minutes=1),
    }
