"""Taking back what somebody wrote in a client's journal who was not that client.

It may have been them after all, so no words are lost. What stood before stands again. What was new
and shared is only for the client from then on, who finds it and can delete it. What is for both, or
was chosen, is withdrawn, as its author can do with anything.
"""

from itertools import chain, repeat
from uuid import uuid5

from msgspec.structs import replace

from webapp.extensions import now
from webapp.journal import revisions
from webapp.journal.offers import offers
from webapp.journal.push import take
from webapp.journal.records import texts
from webapp.journal.revisions import heads, is_erased
from webapp.journal.schema import Item
from webapp.rows import in_pieces

UNDOING = []


def when_withdrawn(undo):
    """Have `undo(person_id, since)` called in the same transaction: what else they had made."""
    UNDOING.append(undo)


def withdraw(person, journal, after, since):
    """Take back what was written as this person behind the number `after`, in the caller's
    transaction, and what was made as them since then. A therapist has no journal."""
    if journal:
        written = revisions.written_by(journal.id, person.id, after)
        for records in in_pieces(dict.fromkeys(each.record for each in written)):
            _take_back(person, journal, records, after)
    for undo in UNDOING:
        undo(person.id, since)


def _take_back(person, journal, records, after):
    touched = revisions.of_records(journal.id, records).values()
    items = [item for known in touched for item in _instead(known, after)]
    if items:
        # One that the journal will not have must not keep the others from being taken back.
        take(journal.id, person, offers(journal.id, person, items))


def _instead(known, after):
    """The entries that take one record back, given all of its revisions."""
    earlier = [each for each in known if each.seq <= after]
    if is_erased(known):
        return []
    if not earlier:
        return _hidden(heads(known))
    return _as_it_was(heads(earlier), heads(known))


def _as_it_was(stood, standing):
    """Each text of before once more; the first one takes the place of all that stands now. One that
    a deletion stood beside is for its author alone, as it was."""
    found = texts(stood)
    if not found:
        return [_item(standing[0], standing, None)]
    said = [each.said if len(found) == len(stood) else _for_its_author(each) for each in found]
    return list(map(_item, found, chain([standing], repeat(())), said))


def _hidden(standing):
    found = texts(standing)
    if found and not hasattr(found[0].said, "shared"):
        return [_item(standing[0], standing, None)]
    return [_item(each, [each], _for_its_author(each)) for each in found if each.said.shared]


def _for_its_author(text):
    """What it says, shared with nobody; of a kind that is for both there is nothing to hide."""
    return replace(text.said, shared=False) if hasattr(text.said, "shared") else text.said


def _item(of, follows, said):
    """Made once more after a restore it is the same entry, which phones may have seen."""
    item = Item.following([head.id for head in follows], of.record, of.kind, said, now(), of.zone)
    return replace(item, entry=uuid5(of.id, "taken back"))
