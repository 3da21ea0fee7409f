"""Bringing the practice's tips into the journals of clients, and out again."""

from operator import attrgetter

from webapp.extensions import db
from webapp.journal import revisions
from webapp.journal.authoring import write
from webapp.journal.kinds import when_begun
from webapp.journal.models import Journal
from webapp.journal.revisions import heads
from webapp.people.models import Person
from webapp.preparation.models import PracticeTip
from webapp.security.problems import Problem


def deliver(tip):
    """Have each client whom it is for find this tip as it is now."""
    _tell(tip, tip.body)


def take_back(tip):
    """Take a tip away, here and from each client. A built-in one is then as it was."""
    _tell(tip, None)
    db.session.delete(tip)


def _tell(tip, body):
    """Journals are locked in one order, so that two therapists never wait for each other."""
    journals = [(Journal.of(client), client) for client in tip.clients()]
    theirs = [each for each in journals if each[0]]
    for journal, client in sorted(theirs, key=lambda each: each[0].id.hex):
        _tell_one(journal.id, client, tip.id, body)


def _tell_one(journal_id, client, record, body):
    try:
        revisions.lock(journal_id)
    except Problem:  # this account was just closed, and everybody else has the tip all the same
        return
    known = revisions.of_records(journal_id, [record])[record]
    author = _author(known, client)
    if author and (known or body):
        write(journal_id, author, "tip", body, heads(known), record)


def _author(known, client):
    """A record keeps its author, also when the client goes on with somebody else. None where it is
    no tip: ids of built-in tips are public, and whose phone has used one for other words goes
    without the tip, so that everybody else has it."""
    if known and known[0].kind != "tip":
        return None
    return db.session.get(Person, known[0].author_id) if known else client.therapist


def _welcome(client, journal):
    PracticeTip.hold()  # what is being delivered just now does not know of this journal yet
    for tip in filter(attrgetter("is_whole"), PracticeTip.all_for(client)):
        _tell_one(journal.id, client, tip.id, tip.body)


when_begun(_welcome)
