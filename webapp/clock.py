"""Whether the server's clock is believed where something is erased or opened because of it.

A clock that is set wrong, or a machine that wakes with a wrong one, may leap ahead by years, and
then all that is kept for a while would be due at once, and what is withheld would open. Whoever
runs the server has a day to see it. A server that was off for a month looks the same, and erases
and opens a day later.
"""

import logging
from datetime import datetime, timedelta
from functools import wraps

from flask import current_app

from webapp.extensions import now
from webapp.security.whole_file import written

NAME = "clock"
LEAP = timedelta(days=30)
DOUBT = timedelta(days=1)
log = logging.getLogger(__name__)


def look():
    """Note what it says, as the server does every hour; where it is doubted, what it said before
    it leapt, and until when."""
    moments = surely(), doubted_until()
    try:
        with written(_path()) as file:
            file.writelines(f"{each.isoformat()}\n".encode() for each in moments if each)
    except OSError as wrong:
        log.error("clock was not written: %s", type(wrong).__name__)


def doubted_until():
    """When it is believed again; None where it is. A leap that could not be noted is one, too."""
    return _doubted_until(*_noted(), now())


def surely():
    """The latest moment that has come for sure: what it says, or said last before it leapt."""
    noted, at = _noted(), now()
    return noted[0] if _doubted_until(*noted, at) else at


def has_come(moment):
    """Whether it has for sure. It is asked often, and mostly there is nothing to look up."""
    return moment <= now() and moment <= surely()


def once_believed(job):
    """The job, which is left for another time as long as the clock is doubted."""

    @wraps(job)
    def done():
        return None if doubted_until() else job()

    return done


def _doubted_until(seen, until, at):
    if until:  # a second leap is believed: a server may be on once in two months
        was_put_right = until > at + DOUBT
        return None if was_put_right or until <= at else until
    return at + DOUBT if seen and at - seen > LEAP else None


def _noted():
    """What it said when it was believed last, and until when it is doubted."""
    try:
        moments = [datetime.fromisoformat(line) for line in _path().read_text().split()]
    except (OSError, ValueError):
        return None, None
    moments = [each for each in moments if each.tzinfo]
    return (*moments, None, None)[:2]


def _path():
    return current_app.config["INSTANCE"] / NAME
