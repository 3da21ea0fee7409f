"""Noting what a therapist is shown, before they are; and reading the list again.

One row for each page that shows something, however much is on it: one INSERT, in the same request.
What the same therapist was shown within the hour is not noted again, so to load a page again costs
one query. Where it cannot be noted, the page is not shown.
"""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from flask_login import current_user

from webapp.audit import head, models
from webapp.audit.chain import BEGIN, ChainLink, Head, NoHead, followed
from webapp.driver import lean
from webapp.extensions import db, now
from webapp.rows import is_postgresql, moment, run, uuid
from webapp.security.keyring import ours
from webapp.writing import in_transaction

A_WHILE = timedelta(hours=1)
AT_ONCE = 5_000
COLUMNS = "number, at, reader_id, client_id, entries"


class Shown(NamedTuple):
    """A reading as its client is told of it: when, by whom, and the ids of the entries."""

    at: datetime
    reader: UUID
    entries: list


def note(client, entries):
    """Note that the therapist who is signed in is shown these entries of a client's, by their ids.

    Others' entries are for the caller to leave out. It is on the disk when this returns.
    """
    db.session.commit()  # the session's transaction would be in the way of this one
    _note(current_user.id, client.id, {entry.hex for entry in entries})


@lean
def _note(reader, client, entries):
    new = entries - _just_shown(reader, client)
    if new:
        head.advance(in_transaction(_append, reader, client, " ".join(sorted(new))), _mac_of)


def written_by(client, revisions):
    """The ids of those of some revisions that a client wrote themselves."""
    return [each.id for each in revisions if each.author_id == client.id]


def of_client(client_id):
    """All readings of a client's words, as Shown, the oldest first."""
    return [
        Shown(moment(at), uuid(reader), [UUID(entry) for entry in entries.split()])
        for at, reader, entries in run(OF_CLIENT, client_id)
    ]


def is_there():
    """Whether this database has the list: a version before this one does not."""
    return db.inspect(db.engine).has_table(models.Reading.__tablename__)


def end():
    """The Head of the chain as the database has it."""
    found = run("SELECT number, mac FROM reading ORDER BY number DESC LIMIT 1")
    return Head(*found[0]) if found else Head()


def verified(against):
    """Follow the whole chain, given a Head that was kept elsewhere. See chain.followed."""
    return followed(ours().audit_key(), _links(), against)


@lean
def state():
    """How many readings there are, and what is wrong with the list as a sentence, or None."""
    try:
        kept = head.kept()
    except NoHead:
        return end().count, "What says where it should end is damaged."
    end_of_all, broken = verified(kept or Head())
    is_unsaid = kept is None and end_of_all.count
    return end_of_all.count, broken or ("Nothing says where it should end." if is_unsaid else None)


def _append(reader, client, entries):
    if is_postgresql():  # SQLite has locked the whole file by then
        run("LOCK TABLE reading IN SHARE ROW EXCLUSIVE MODE")
    last = end()
    link = ChainLink(last.count + 1, now(), reader, client, entries)
    mac = link.after(ours().audit_key(), last.mac)
    run(f"INSERT INTO reading ({COLUMNS}, mac) VALUES (?, ?, ?, ?, ?, ?)", *link, mac)  # noqa: S608
    return Head(link.number, mac)


def _just_shown(reader, client):
    moment = now()
    rows = run(JUST_SHOWN, client, moment - A_WHILE, moment, reader)
    return {entry for (entries,) in rows for entry in entries.split()}


def _mac_of(number):
    found = run("SELECT mac FROM reading WHERE number = ?", number)
    return found[0][0] if found else BEGIN if number == 0 else None


def _links():
    """Some thousand at a time: there may be many."""
    last = -(2**63)
    while rows := run(LINKS, last, AT_ONCE):
        for number, at, reader, client, entries, mac in rows:
            yield ChainLink(number, moment(at), uuid(reader), uuid(client), entries), bytes(mac)
        last = rows[-1][0]


OF_CLIENT = "SELECT at, reader_id, entries FROM reading WHERE client_id = ? ORDER BY at, number"
# What was noted by a clock that has been put back since is none of the last hour.
JUST_SHOWN = """
    SELECT entries FROM reading WHERE client_id = ? AND at > ? AND at <= ? AND reader_id = ?"""
LINKS = f"SELECT {COLUMNS}, mac FROM reading WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608
