"""Writing in a client's journal without a phone: what a therapist does on a page, or the server."""

from webapp.extensions import db, now
from webapp.journal import revisions
from webapp.journal.models import Journal
from webapp.journal.offers import offers
from webapp.journal.push import take
from webapp.journal.schema import Item
from webapp.security.problems import not_here


def hold(client):
    """Have the journal of a client alone until COMMIT. Returns its id.

    What is written because of what was found there must be looked for after this: otherwise two
    taps at once both find nothing, and a phone may come between the look and the word on it. Who
    was their therapist before, and is not any more, finds nobody here.
    """
    journal, therapist = Journal.of(client), client.therapist_id
    if journal is None:
        raise not_here()
    revisions.lock(journal.id)
    db.session.refresh(client, ["therapist_id"])
    if client.therapist_id != therapist:
        raise not_here()
    return journal.id


def write(journal_id, author, kind, said, follows=(), record=None, zone="UTC"):
    """Add an entry in the caller's transaction, as if a phone had handed it over.

    `author` has an `id` and a `role`, `said` is the body as a Struct, or None to delete. `follows`
    are the heads of a record of the same author (see records.py); without them a new record
    begins, with this id if one is given. `zone` is whose clock it goes by. Returns the record's id.
    Raises ValueError when the journal does not take it.
    """
    record = follows[0].record if follows else record
    item = Item.following([head.id for head in follows], record, kind, said, now(), zone)
    (result,) = take(journal_id, author, offers(journal_id, author, [item]))
    if result.status != "stored":
        raise ValueError(f"{kind}: {result.code}")
    return item.record
