"""Who has stopped all check-ins, as their therapist reads it.

A therapist may know that somebody stopped, and nothing else of what they chose. So when it was is
told by the word that went out at that moment, and not by the newest change of a client's choices.
"""

from webapp.rows import hexed, run

STOPPED = """
    SELECT f.person_id, max(r.starts_at) FROM preference f JOIN person p ON p.id = f.person_id
    LEFT JOIN reminder r ON r.person_id = p.therapist_id AND r.about = f.record
    AND r.what = 'word' AND r.starts_at > ?
    WHERE p.therapist_id = ? AND NOT f.check_ins GROUP BY f.person_id"""


def stopped_of(therapist_id, since):
    """A therapist's clients who have stopped all check-ins: the 32 hex digits of each one's id, and
    whether it was since then, which can be asked of the last month."""
    return {hexed(person): bool(at) for person, at in run(STOPPED, since, therapist_id)}


def has_stopped(client):
    """Whether one client has."""
    return bool(run("SELECT 1 FROM preference WHERE person_id = ? AND NOT check_ins", client.id))
