"""The read model of check-ins: which there are, and which a therapist may read.

It is kept in the transaction that stores the entry. The words themselves stay in the journal. A
check-in is known here by the number it began with: numbers grow, while each random id would be
written to another page of the database.
"""

from datetime import datetime
from operator import attrgetter
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.checkins.schema import AcknowledgementBody, CheckInBody
from webapp.extensions import Moment, db
from webapp.journal.days import local_day
from webapp.journal.kinds import register
from webapp.journal.records import is_shared, texts
from webapp.journal.revisions import OF_E, heads, of_records, stored
from webapp.rows import moment, run, run_many, uuid

ON_A_PAGE = 20  # of a therapist, who turns to the older ones


class CheckIn(db.Model):
    """Where a check-in stands: its first number, the entry that counts, and who may read it."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    first_seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    shared: Mapped[bool]
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    read_seq: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = {"sqlite_with_rowid": False}

    @classmethod
    def readable(cls, client, most, before=None):
        """What a client shares now, newest first, as SharedCheckIn.

        `before` is a record: only older ones are wanted. If it is not shared now, all of them are,
        so that it makes no difference whether it is private or was never there.
        """
        found = run(f"SELECT c.first_seq {OF_CLIENT} AND {IS_RECORD}", client.id, before)
        end = found[0][0] if found else BEYOND
        rows = run(
            f"{SHARED} AND c.first_seq < ? ORDER BY c.first_seq DESC LIMIT ?", client.id, end, most
        )
        return _opened(rows)

    @classmethod
    def readable_one(cls, client, record):
        """One check-in that a client shares now, or None."""
        rows = run(f"{SHARED} AND {IS_RECORD}", client.id, record)
        return next(iter(_opened(rows)), None)

    @classmethod
    def page_with(cls, client, record):
        """The `before` of a page on which a check-in stands that a client shares now; None is the
        newest page. What is private is counted on none."""
        newer = run(NEWER, client.id, client.id, record, ON_A_PAGE)
        return uuid(newer[0][0]) if len(newer) == ON_A_PAGE else None


BEYOND = 2**63 - 1  # every number of an entry
# The one door to a client's check-ins: what is private does not come through it.
OF_CLIENT = """
    FROM check_in c
    JOIN journal j ON j.id = c.journal_id
    JOIN entry e ON e.journal_id = c.journal_id AND e.seq = c.seq
    WHERE j.person_id = ? AND c.shared"""
SHARED = f"SELECT c.read_at, c.read_seq, {OF_E} {OF_CLIENT}"  # noqa: S608
# With the sign, SQLite looks for the record, and not through all numbers for the first that fits.
IS_RECORD = """
    c.first_seq = (SELECT min(+f.seq) FROM entry f WHERE f.journal_id = j.id AND f.record = ?)"""
NEWER = f"""
    SELECT e.record {OF_CLIENT} AND c.first_seq > (SELECT c.first_seq {OF_CLIENT} AND {IS_RECORD})
    ORDER BY c.first_seq LIMIT ?"""  # noqa: S608


def _opened(rows):
    """As SharedCheckIn, but for those whose words were damaged."""
    found = [(read_at, read_seq, stored(columns)) for read_at, read_seq, *columns in rows]
    there = [each for each in found if not each[-1].was_emptied]
    zones = _zones([revision for *_, revision in there])
    return [SharedCheckIn(*each, zones[each[-1].record]) for each in there]


def _zones(standing):
    """Where each record's author was when they chose its day: what is changed later, and perhaps on
    a journey, leaves that day as it was."""
    changed = [each.record for each in standing if each.base]
    earlier = of_records(standing[0].journal_id, changed) if changed else {}
    return {each.record: _zone_of_day(each, earlier.get(each.record, [each])) for each in standing}


def _zone_of_day(revision, known):
    day = revision.said.happened_at
    said = sorted(texts(known), key=attrgetter("seq"))
    return next(each.zone for each in said if each.said.happened_at == day)


class SharedCheckIn:
    """A check-in that its author shares, opened for their therapist."""

    def __init__(self, read_at, read_seq, revision, zone):
        # Nothing numbered leaves here: a gap would tell of what is private.
        self.record, self.version = revision.record, revision.id
        self.read_at = moment(read_at) if read_seq == revision.seq else None
        self.was_read_before = read_at is not None and self.read_at is None
        self.said = revision.said
        self.happened_on = local_day(self.said.happened_at, zone)


def keep_check_ins(journal_id, records):
    """Bring the read model up to date, given every revision of each record that was touched."""
    run_many(KEEP, [(journal_id.hex, *_stands(each)) for each in records.values()])


KEEP = """
    INSERT INTO check_in (journal_id, first_seq, seq, shared) VALUES (?, ?, ?, ?)
    ON CONFLICT (journal_id, first_seq)
    DO UPDATE SET seq = excluded.seq, shared = excluded.shared"""


def _stands(revisions):
    standing = heads(revisions)
    counts = max(r.seq for r in texts(standing) or revisions)  # text beats deletion
    return min(r.seq for r in revisions), counts, is_shared(standing)


def acknowledged(records):
    """What acknowledgements say, given every revision of each record that was touched."""
    latest = [max(revisions, key=lambda r: r.seq) for revisions in records.values()]
    return [revision.said for revision in texts(latest)]


def keep_acknowledgements(journal_id, records):
    """Note on each check-in that its therapist has read it, as it stands now."""
    said = acknowledged(records)
    run_many(READ, [(each.read_at, journal_id, journal_id, each.of) for each in said])


READ = """
    UPDATE check_in SET read_at = ?, read_seq = seq WHERE journal_id = ?
    AND first_seq = (SELECT min(+e.seq) FROM entry e WHERE e.journal_id = ? AND e.record = ?)"""

register("check_in", {1: CheckInBody}, {"client"}, keep_check_ins)
register("acknowledgement", {1: AcknowledgementBody}, {"therapist"}, keep_acknowledgements)
