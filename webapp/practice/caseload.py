"""The caseload: one line a client, and what is worth attention today first.

It speaks of nothing but what is shared: of what is private it cannot know, because nothing that it
asks lets that through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from webapp.appointments import planned
from webapp.appointments.hours import Hours
from webapp.extensions import db, now
from webapp.people.models import Person
from webapp.practice import summaries
from webapp.practice.summaries import NOTHING, Known, Told
from webapp.reminders.stopping import stopped_of
from webapp.repairs.reading import OpenPoint, open_of
from webapp.rows import hexed, run

ON_A_PAGE = 50
SOON = timedelta(hours=24)
JUST = timedelta(days=7)


@dataclass(slots=True)
class ClientLine:
    """One client: what is told of them, if it is known yet, what they want to talk about, and when
    they meet next."""

    known: Known
    told: Told | None
    points: Sequence[OpenPoint] = ()
    is_soon: bool = False
    has_stopped: bool = False
    has_just_stopped: bool = False
    client: Person | None = None
    next: planned.Planned | None = None

    @property
    def id(self):
        """Of the client."""
        return self.known.id

    @property
    def next_hours(self):
        """When they meet next."""
        return Hours(self.next)

    @property
    def asked(self):
        """The talking points that ask something of the therapist."""
        return [point for point in self.points if point.is_asked]

    @property
    def rank(self):
        """What comes first: being asked, a strain, words to talk about, a proposal that waits,
        words to read, today.

        Who has just stopped all check-ins stands with those who ask. Nothing marks that as read, so
        it is for a week, in which they mostly meet: longer, it would cover what is newer for ever.
        """
        asked, told = self.asked, self.told or NOTHING
        is_anew = self.has_just_stopped or any(not point.is_read for point in asked)
        signs = (
            is_anew, asked, told.why and told.is_unread, told.why,
            self.points, told.proposed, told.is_unread, self.is_soon,
        )  # fmt: skip
        return next((place for place, sign in enumerate(signs) if sign), len(signs))


def page_of(therapist, number):
    """Page `number` (from 1) of a therapist's caseload: its lines, and how many pages there are."""
    lines = sorted(_lines(therapist), key=lambda line: line.rank)
    pages = max(1, -(-len(lines) // ON_A_PAGE))
    number = min(number, pages)
    shown = lines[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    _open(shown)
    return shown, number, pages


def _lines(therapist):
    points = {}
    soon = {hexed(row[0]) for row in run(MEETING_SOON, therapist.id, now(), now() + SOON)}
    stopped = stopped_of(therapist.id, now() - JUST)
    for point in open_of(therapist):
        points.setdefault(point.client.hex, []).append(point)
    for known, told in summaries.of_clients(therapist.id):
        who = known.person
        stop = {"has_stopped": who in stopped, "has_just_stopped": stopped.get(who, False)}
        yield ClientLine(known, told, points.get(who, ()), who in soon, **stop)


def _open(lines):
    """Only what is looked at is opened: names, places, and what is not told of them yet."""
    ids = [line.id for line in lines]
    people = {p.id: p for p in db.session.scalars(db.select(Person).where(Person.id.in_(ids)))}
    for line in lines:
        line.client = people[line.id]
        line.told = line.told or summaries.read(line.client)
        line.next = planned.next_of(line.client, now())


MEETING_SOON = """
    SELECT p.id FROM appointment a
    JOIN journal j ON j.id = a.journal_id JOIN person p ON p.id = j.person_id
    WHERE p.therapist_id = ? AND a.state = 'booked' AND a.ends_at > ? AND a.starts_at < ?"""
