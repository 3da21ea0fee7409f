"""How fast a journal may grow: no person writes so fast, so this stops programs.

It is read off the journal itself while that is locked, so that it holds whoever asks, through
whichever worker, from wherever.
"""

from datetime import timedelta

from flask import current_app

from webapp.journal import revisions
from webapp.security.problems import too_many

SPAN = timedelta(hours=1)


def keep_to(journal_id, seq, moment):
    """Raise 429 if with `seq` more than MOST_ENTRIES_AN_HOUR would have come within an hour."""
    most = current_app.config["MOST_ENTRIES_AN_HOUR"]
    came = seq > most and revisions.received_at(journal_id, seq - most)
    if came and came + SPAN > moment:
        raise too_many(int((came + SPAN - moment).total_seconds()) + 1)
