"""What is not given yet to a client who was let in anew: what only its author may read.

Whoever holds the link of such an invitation may be somebody else. So until it is known that it is
the client, each entry from before stands in the feed under its number, with nothing in it but when
it came in: not its words, its kind or its id. Numbers stay without a gap. When the time is over, or
the client's recovery code was shown, a phone that read such stand-ins is told to read again from
the start (`resync`), as after a restore, which every phone can do.
"""

import hashlib
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import db
from webapp.journal import revisions
from webapp.journal.kinds import KINDS
from webapp.journal.records import is_shared
from webapp.journal.revisions import heads, is_erased, stored
from webapp.journal.schema import Change
from webapp.rows import iso, run, uuid
from webapp.writing import in_transaction

KIND = "withheld"
WAIT = timedelta(days=7)


class ReadLess(db.Model):
    """A phone that was given stand-ins, and has not read from the start since."""

    journal_id: Mapped[UUID] = mapped_column(
        ForeignKey("journal.id", ondelete="CASCADE"), primary_key=True
    )
    device: Mapped[UUID] = mapped_column(primary_key=True)


def must_read_again(reader, device, cursor):
    """Whether a phone knows less than it may by now; and what it knows from this answer on."""
    known = run(KNOWN, reader.journal_id, device)
    if reader.withheld_to is not None:
        if not known:
            in_transaction(run, NOTE, reader.journal_id, device)
        return False
    if known and cursor is None:
        in_transaction(run, FORGET, reader.journal_id, device)
    return bool(known) and cursor is not None


KNOWN = "SELECT 1 FROM read_less WHERE journal_id = ? AND device = ?"
NOTE = "INSERT INTO read_less (journal_id, device) VALUES (?, ?) ON CONFLICT DO NOTHING"
FORGET = "DELETE FROM read_less WHERE journal_id = ? AND device = ?"


def hidden(journal_id, rows, withheld_to):
    """Which of these rows are withheld, by number: of those up to `withheld_to`, all but what the
    therapist may read anyway."""
    early = [] if withheld_to is None else [stored(row) for row in rows if row[1] <= withheld_to]
    asked = {each.record for each in early if not _is_for_both(each)}
    known = revisions.of_records(journal_id, asked)
    shared = {each for each in known if _stood_shared(known[each], withheld_to)}
    return {each.seq for each in early if not (_is_for_both(each) or _may_be_read(each, shared))}


def rename(journal_id, changes, withheld_to):
    """Have these changes name what is withheld by the id of its stand-in, and not by its own."""
    named = {UUID(str(id)) for each in changes for id in (each.base, *each.resolves) if id}
    rows = revisions.rows_with_ids(journal_id, named)
    withheld = hidden(journal_id, rows, withheld_to)
    unlike = {id: _unlike(id) for id in (uuid(row[2]) for row in rows if row[1] in withheld)}
    for each in changes:
        each.base = unlike.get(each.base, each.base)
        each.resolves = [str(unlike.get(UUID(id), id)) for id in each.resolves]


def hidden_ids(journal_id, withheld_to):
    """The ids of all that is withheld."""
    rows = [] if withheld_to is None else revisions.rows_after(journal_id, 0, withheld_to)
    withheld = hidden(journal_id, rows, withheld_to)
    return {uuid(row[2]) for row in rows if row[1] in withheld}


def stand_in(row):
    """What stands in the feed for a withheld row. Its id cannot be led back to the true one, with
    which somebody could ask whether they have guessed the words."""
    unlike, moment = _unlike(row.id), iso(row.received_at)
    return Change(
        row.seq, unlike, unlike, None, [], KIND, 1, "put", None, None, row.author, moment, "UTC",
        moment,
    )  # fmt: skip


def _unlike(id):
    return UUID(hashlib.sha256(f"{KIND} {id.hex}".encode()).hexdigest()[:32])


def _is_for_both(revision):
    kind = KINDS.get(revision.kind)
    return kind is not None and kind.is_for_both


def _may_be_read(revision, shared):
    return revision.record in shared and is_shared([revision])


def _stood_shared(known, withheld_to):
    """As the record stood then: what is added to it now opens nothing."""
    return is_shared(heads([r for r in known if r.seq <= withheld_to])) and not is_erased(known)
