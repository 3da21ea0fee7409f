"""What a therapist has read, as their client is told of it."""

from uuid import UUID

from msgspec import Struct

from webapp.audit import log
from webapp.extensions import db
from webapp.journal import revisions, withholding
from webapp.people.models import Person
from webapp.security.strict_json import Instant

MOST = 1000


class Read(Struct):
    """One revision of a client's that was shown to a therapist: first, and last so far."""

    entry: UUID
    record: UUID
    kind: str
    by: str | None
    first_at: Instant
    last_at: Instant


class Readings(Struct):
    """The revisions that were read, at most MOST, the one that was read last first."""

    read: list[Read]


class Noted(Struct):
    """One reading, as it was noted: these entries, on one page."""

    at: Instant
    by: str | None
    entries: list[UUID]


def readings(client, journal_id, withheld_to):
    """Which of a client's revisions were read, by whom and when; of none that is withheld."""
    names, moments = _names(), {}
    for shown in _given(client, journal_id, withheld_to):
        for entry in shown.entries:
            moments.setdefault((entry, shown.reader), []).append(shown.at)
    latest = sorted(moments.items(), key=lambda each: each[1][-1], reverse=True)[:MOST]
    ids = {entry for (entry, _), _ in latest}
    known = revisions.with_ids(journal_id, ids)
    return Readings([
        Read(entry, known[entry].record, known[entry].kind, names[reader], at[0], at[-1])
        for (entry, reader), at in latest
        if entry in known
    ])  # fmt: skip


def noted(client, journal_id, withheld_to):
    """Every reading of a client's words, for them to take away; of none that is withheld."""
    names = _names()
    shown = _given(client, journal_id, withheld_to)
    return [Noted(each.at, names[each.reader], each.entries) for each in shown]


def _given(client, journal_id, withheld_to):
    """All readings, without the ids of what is withheld (see journal/withholding.py)."""
    withheld = withholding.hidden_ids(journal_id, withheld_to)
    for shown in log.of_client(client.id):
        if entries := [entry for entry in shown.entries if entry not in withheld]:
            yield shown._replace(entries=entries)


def _names():
    """The therapists by id; None for one whose account is closed."""
    therapists = db.session.scalars(db.select(Person).where(Person.role == "therapist"))
    return {person.id: person.name for person in therapists}
