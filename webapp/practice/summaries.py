"""What a caseload tells of each client, kept ready: reading everything that was shared takes long.

A summary tells of what is shared and of nothing else. One that is older than its journal is made
anew, in the background (`refresh`) or for the page that needs it; no page writes it.
"""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

import msgspec
from msgspec import Struct
from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.alliance import Why, develop
from webapp.checkins.models import CheckIn
from webapp.extensions import db
from webapp.goals.models import matters_of
from webapp.goals.said import THERAPIST
from webapp.repairs.reading import mended, readable
from webapp.rows import hexed, run, run_many
from webapp.scores import Said
from webapp.security.sealing import Damaged, sealer

MOST = 200  # made anew at once
ALL = 100_000
A_FEW = 20  # while they are made anew, other writers of SQLite wait
STILL_NEW = 3  # check-ins for which what was said stays worth a talk, if nothing is heard of it


class Told(Struct, frozen=True):
    """The day of the last check-in, whether it is unread, why a talk is worth it, if it is, and
    how many proposals wait for the therapist's answer."""

    last: date | None = None
    is_unread: bool = False
    why: Why | None = None
    proposed: int = 0


TOLD = msgspec.json.Decoder(Told)
NOTHING = Told()


class Summary(db.Model):
    """What was told of a client when the newest entry of their journal was number `seq`."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(BigInteger)
    told_sealed: Mapped[bytes] = mapped_column(LargeBinary)


@dataclass(slots=True)
class Known:
    """A client by ids, each as its 32 hex digits because there are thousands, and what their
    summary says; `journal` is None before they came in."""

    person: str
    journal: str | None
    seq: int | None
    known_seq: int | None
    sealed: bytes | None

    @classmethod
    def of_row(cls, row):
        """From the columns of CLIENTS."""
        person, journal, *rest = row
        return cls(hexed(person), journal and hexed(journal), *rest)

    @property
    def id(self):
        """Of the client."""
        return UUID(hex=self.person)

    @property
    def is_fresh(self):
        """Whether nothing was written in the journal since."""
        return self.journal is None or self.known_seq == self.seq

    def told(self, opens):
        """What the summary says, opened by the sealer's `open`. None where it was damaged, or is
        older than the journal: what it tells of may be private by now."""
        if not self.is_fresh or not self.sealed:
            return NOTHING if self.is_fresh else None
        try:
            return TOLD.decode(opens(self.sealed, *_place(self.journal)))
        except Damaged:
            return None


def of_clients(therapist_id):
    """Every client of a therapist in the order in which they were added, with what is told of
    each: (Known, Told). Of those that are not fresh, MOST are made anew, and of more than that
    nothing is told (None): whoever shows one of these reads it first."""
    known = [Known.of_row(row) for row in run(CLIENTS, therapist_id)]
    anew = {each.person for each in islice((each for each in known if not each.is_fresh), MOST)}
    opens = sealer().open  # one for all: each asks whether there is a new key
    return [(each, read(each) if each.person in anew else each.told(opens)) for each in known]


def refresh():
    """Make anew what is not fresh, a few in each transaction. For the background."""
    while found := [Known.of_row(row) for row in run(STALE, A_FEW)]:
        run_many(KEEP, [(UUID(hex=each.journal), each.seq, _sealed(each)) for each in found])
        db.session.commit()
    db.session.commit()


def read(client):
    """What is to be told of a client, from everything that they share. `client` has an `id`."""
    shared = CheckIn.readable(client, ALL)[::-1]
    proposed = sum(matter.waits_for(THERAPIST) is not None for matter in matters_of(client))
    if not shared:
        return Told(proposed=proposed)
    why = worth_a_talk(developed(shared, readable(client)))
    last = max(each.happened_on for each in shared)
    return Told(last, shared[-1].read_at is None, why, proposed)


def developed(shared, points):
    """How it develops, from what is shared: check-ins, the oldest first, and talking points."""
    words = mended(points)
    return develop(
        Said(each.said.ratings, each.said.felt_off, mended_at=words.get(each.record))
        for each in shared
    )


def worth_a_talk(development):
    """The reason (alliance.Why) of the newest dip that is still to be talked about, or None. The
    client's word that it is put right ends it, also where nothing came since."""
    newest = len(development.steps) - 1
    for at in range(newest, -1, -1):
        if development.is_open(at) and (at == newest or _still_waits(development, at)):
            return development.steps[at].why
    return None


def _still_waits(development, at):
    """What was said, and nothing heard of since, is not brought up for ever."""
    strain = development.steps[at].strain
    is_strained = strain is not None and development.strains[strain].ended is None
    return is_strained or len(development.steps) - at <= STILL_NEW


def _sealed(client):
    return sealer().seal(msgspec.json.encode(read(client)), *_place(client.journal))


def _place(journal):
    return "summary", "told", journal


CLIENTS = """
    SELECT p.id, j.id, j.seq, s.seq, s.told_sealed
    FROM person p LEFT JOIN journal j ON j.person_id = p.id
    LEFT JOIN summary s ON s.journal_id = j.id
    WHERE p.therapist_id = ? ORDER BY p.created_at, p.id"""
STALE = """
    SELECT j.person_id, j.id, j.seq, s.seq, s.told_sealed
    FROM journal j LEFT JOIN summary s ON s.journal_id = j.id
    WHERE s.seq IS NULL OR s.seq <> j.seq LIMIT ?"""
KEEP = """
    INSERT INTO summary (journal_id, seq, told_sealed) VALUES (?, ?, ?)
    ON CONFLICT (journal_id) DO UPDATE SET seq = excluded.seq, told_sealed = excluded.told_sealed"""
