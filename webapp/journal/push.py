"""Taking entries in: each at most once, each numbered, one bad one harming nobody.

`take` runs in one transaction that begins by locking the journal, so numbers become visible in
order and without gaps. What it returns is true only after COMMIT.
"""

from collections import defaultdict

from webapp.extensions import now
from webapp.journal import pace, revisions
from webapp.journal.kinds import KINDS
from webapp.journal.offers import Rejected
from webapp.journal.revisions import Revision
from webapp.journal.schema import Result
from webapp.writing import UNSTORABLE, savepoint

CIRCLE = "This follows what follows it, so nobody would see either."


def take(journal_id, author, offers):
    """Store what is new of `offers` in a journal, in the caller's transaction.

    `author` has an `id` and a `role`. Returns a Result for each Offer, in order. The caller
    commits, and only then answers.
    """
    push = Push(journal_id, author, [offer.item for offer in offers])
    results = [push.result(offer) for offer in offers]
    pace.keep_to(journal_id, push.seq, push.received_at)
    push.store()
    return results


def take_singly(journal_id, author, offers):
    """As `take`, where the database itself will not have one of them: the others get through.

    It knows no names for what is wrong then, so that one is rejected as `bad_body`.
    """
    return [_alone(journal_id, author, offer) for offer in offers]


def _alone(journal_id, author, offer):
    try:
        with savepoint():
            return take(journal_id, author, [offer])[0]
    except UNSTORABLE:
        return Rejected("bad_body").result(offer.item)


class Push:
    """One push, against what the journal held when it was locked."""

    def __init__(self, journal_id, author, items):
        self.journal_id, self.author, self.received_at = journal_id, author, now()
        self.seq = revisions.lock(journal_id, author)
        ids, records = [item.entry for item in items], [item.record for item in items]
        self.known, self.records, self.new, self.mended = {}, defaultdict(list), [], []
        self.named = set()
        for revision in revisions.concerning(journal_id, ids, records):
            self._keep(revision)

    def result(self, offer):
        """What becomes of one item. A new one is numbered, and stored with the others."""
        try:
            return self._accepted(offer)
        except Rejected as no:
            return no.result(offer.item)

    def store(self):
        """Write what is new, and bring the read models up to date."""
        if self.new:
            revisions.add(self.journal_id, self.new)
        changed = self.new + self.mended
        for kind in {revision.kind for revision in changed}:
            if KINDS[kind].project:
                touched = {r.record: self.records[r.record] for r in changed if r.kind == kind}
                KINDS[kind].project(self.journal_id, touched)

    def _accepted(self, offer):
        item = offer.item
        if revisions.is_erased(self.records[item.record]):
            raise Rejected("erased")
        if offer.is_damaged:
            raise offer.fault
        known = self.known.get(item.entry)
        if known:
            return self._repeated(known, offer)
        if offer.fault:
            raise offer.fault
        if not self._may_follow(item):
            raise Rejected("not_yours")
        if self._closes_a_circle(item):
            raise Rejected("bad_body", CIRCLE)
        return Result(item.entry, "stored", seq=self._added(offer))

    def _repeated(self, known, offer):
        item = offer.item
        if known.author_id != self.author.id:
            raise Rejected("not_yours")
        if not known.is_same_as(item):
            raise Rejected("id_reused")
        if known.is_damaged and offer.sealed:
            self._mend(known, offer)
        return Result(item.entry, "known", seq=known.seq)

    def _mend(self, known, offer):
        """A phone that reads again from the start hands over what it has: there are the words."""
        revisions.mend(known, offer.sealed)
        known.text, known.opened = offer.item.body, offer.said
        self.mended.append(known)

    def _may_follow(self, item):
        """A record has one author and one kind, from its first entry on."""
        begun = self.records[item.record]
        return all(r.author_id == self.author.id and r.kind == item.kind for r in begun)

    def _closes_a_circle(self, item):
        """Whether something that it follows follows it: nothing of them would be a head then."""
        if item.entry not in self.named:  # as nearly always
            return False
        others, found = {r.id: r for r in self.records[item.record]}, [item]
        for each in found:
            found += [others.pop(id) for id in (each.base, *each.resolves) if id in others]
        return any(item.entry in (each.base, *each.resolves) for each in found[1:])

    def _added(self, offer):
        self.seq += 1
        item = offer.item
        revision = Revision(
            self.journal_id, self.seq, item.entry, item.record, item.base, item.resolves,
            item.kind, item.schema, item.op, self.author.id, item.written_at.isoformat(),
            item.zone, self.received_at, offer.sealed, text=item.body, opened=offer.said,
        )  # fmt: skip
        self._keep(revision)
        self.new.append(revision)
        return self.seq

    def _keep(self, revision):
        self.known[revision.id] = revision
        self.records[revision.record].append(revision)
        self.named.update((revision.base, *revision.resolves))
