"""Goals, ways of working, what was agreed of them, and how it is going: read from the journal.

A client has few of these, so there is no table beside it. None of it is private: whatever one
proposes is for the other, and so is how it is going.
"""

from webapp.goals.agreements import matters
from webapp.goals.said import AGREED_ON
from webapp.goals.schema import AgreementBody, GoalBody, ProgressBody
from webapp.journal import records, revisions
from webapp.journal.kinds import register
from webapp.journal.models import Journal

BOTH = {"client", "therapist"}
register("goal", {1: GoalBody}, BOTH, for_both=True)
register("task", {1: GoalBody}, BOTH, for_both=True)
register("progress", {1: ProgressBody}, {"client"}, for_both=True)
register("agreement", {1: AgreementBody}, BOTH, for_both=True)


def matters_of(client, kinds=AGREED_ON):
    """What stands between a client and their therapist, as Matters; none before they came in."""
    journal = Journal.of(client)
    if journal is None:
        return []
    return matters(revisions.of_kind(journal.id, *kinds, "agreement"), client.id)


def agreed_goals(client):
    """The goals that both agreed to, as Revisions, in the order in which they were begun."""
    found = matters_of(client, kinds=("goal",))
    return [matter.agreed.said for matter in found if matter.agreed]


def progress_of(client):
    """What the client said of how it is going, as records, the newest first."""
    journal = Journal.of(client)
    return records.of_kind(journal.id, "progress")[::-1] if journal else []
