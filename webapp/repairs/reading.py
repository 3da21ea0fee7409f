"""What a therapist may read of talking points: the one door, and nothing private comes through."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from webapp.journal import revisions
from webapp.journal.days import written_on
from webapp.repairs.schema import CLOSED
from webapp.repairs.story import story, visible
from webapp.rows import among, moment, run, uuid

SHARED = """
    SELECT t.journal_id, t.record, t.seq, t.read_at, t.read_seq,
        (SELECT count(*) FROM check_in c
         WHERE c.journal_id = t.journal_id AND c.shared AND c.first_seq < t.seq)
    FROM talking_point t JOIN journal j ON j.id = t.journal_id
    WHERE j.person_id = ? AND t.shared ORDER BY t.since DESC, t.seq DESC"""
OF_A_THERAPIST = f"""
    SELECT j.person_id, t.record, t.route, t.since, t.seq, t.read_seq FROM talking_point t
    JOIN journal j ON j.id = t.journal_id JOIN person p ON p.id = j.person_id
    WHERE p.therapist_id = ? AND t.shared AND t.state NOT IN ({among(CLOSED)})"""  # noqa: S608


class SharedPoint:
    """A talking point that its author shares, opened for their therapist. `check_ins_then` is how
    many check-ins they had shared when it came to what it is now."""

    def __init__(self, row, known, current):
        seq, read_at, read_seq, self.check_ins_then = row
        self.record, self.version, self.said = current.record, current.id, current.said
        self.is_open = self.said.state not in CLOSED
        self.read_at = moment(read_at) if read_seq == seq else None
        self.was_read_before = read_at is not None and self.read_at is None
        told = story(visible(known, current))
        self.story = [Step(what, written_on(r), r.received_at) for what, r in told]
        self.on = written_on(visible(known, current)[0])


class Step(NamedTuple):
    """One thing that happened: what (see story.py), on which day, and when it came in."""

    what: str
    on: date
    at: datetime


class OpenPoint(NamedTuple):
    """A shared talking point that is not put right yet, as a caseload tells of it."""

    client: UUID
    record: UUID
    route: str
    since: datetime
    is_read: bool

    @property
    def is_asked(self):
        """Whether the client wants the therapist to know at once, or to raise it."""
        return self.route != "say"


def readable(client):
    """What a client shares now: what is still open first, and the newest of these."""
    rows = run(SHARED, client.id)
    if not rows:
        return []
    known = revisions.of_records(uuid(rows[0][0]), [uuid(row[1]) for row in rows])
    points = list(_opened(rows, known))
    return sorted(points, key=lambda point: not point.is_open)


def _opened(rows, known):
    """As SharedPoint, but for those whose words were damaged."""
    for _, record, *row in rows:
        of_it = known[uuid(record)]
        current = next(r for r in of_it if r.seq == row[0])
        if not current.was_emptied:
            yield SharedPoint(row, of_it, current)


def readable_one(client, record):
    """One talking point that a client shares now, or None."""
    return next((point for point in readable(client) if point.record == record), None)


def mended(points):
    """The client's word that something is put right: by check-in, how many there were then."""
    right = [p for p in points if p.said.state == "put_right" and p.said.check_in]
    return {point.said.check_in: point.check_ins_then for point in right}


def open_of(therapist):
    """Every open talking point that the clients of a therapist share, in one query: those that ask
    something of the therapist first, and of these what is not read yet; then the oldest."""
    rows = run(OF_A_THERAPIST, therapist.id, *CLOSED)
    points = [
        OpenPoint(uuid(client), uuid(record), route, moment(since), read_seq == seq)
        for client, record, route, since, seq, read_seq in rows
    ]
    return sorted(points, key=lambda p: (not p.is_asked, p.is_read, p.since))
