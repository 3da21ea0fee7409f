"""Everything that is kept of a client, for the client: as JSON that a program can read back."""

from uuid import UUID

from msgspec import Struct

from webapp.extensions import now
from webapp.journal import feed, waiting
from webapp.journal.schema import Change, Reported
from webapp.people.handover import Handover
from webapp.people.practice import Practice
from webapp.people.schema import Therapist
from webapp.privacy import traces
from webapp.privacy.readings import Noted, noted
from webapp.security.strict_json import Instant

ALL = 2**31 - 1


class Handed(Struct):
    """That a client was asked whether somebody else may go on with them, and what they said."""

    by: Therapist
    to: Therapist
    asked_at: Instant
    ended_at: Instant | None
    answer: str | None


class Export(Struct):
    """All of it. `entries` are the journal as the feed has it, every revision with its words;
    `readings` is which of them a therapist was shown, each time."""

    made_at: Instant
    person: UUID
    name: str | None
    joined_at: Instant | None
    usual_setting: str | None
    practice: str | None
    therapist: str | None
    handovers: list[Handed]
    closes_at: Instant | None
    sign_ins: list[traces.Made]
    links: list[traces.Sent]
    let_in: list[traces.LetIn]
    notified: list[traces.Told]
    reminders: list[traces.Reminded]
    phones: list[Reported]
    entries: list[Change]
    readings: list[Noted]


def export(person, journal_id, withheld_to):
    """What is kept of a client, as far as it is given to them now (see journal/withholding.py)."""
    practice = Practice.ours()
    entries, _, _ = feed.after(journal_id, None, ALL, withheld_to)
    return Export(
        now(), person.id, person.name, person.joined_at, person.usual_setting,
        practice and practice.name, person.therapist and person.therapist.name,
        list(_handovers(person)), person.closes_at,
        *map(list, _traces(person)), waiting.reports(journal_id), entries,
        noted(person, journal_id, withheld_to),
    )  # fmt: skip


def _traces(person):
    for kept in traces.sign_ins, traces.links, traces.let_in, traces.notified, traces.reminders:
        yield kept(person)


def _handovers(person):
    for each in Handover.all_of(person):
        by, to = (Therapist(one.id, one.name) for one in (each.by, each.to))
        yield Handed(by, to, each.asked_at, each.ended_at, each.answer)
