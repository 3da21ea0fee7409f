"""Pure: what the two have agreed, and what is proposed, from all that was said. Its twin on the
phone is `static/js/agreements.js`; both are held to `tests/agreements/vectors.json`.

Entries are taken in the order of the journal, each as one move of a client or a therapist:

- A proposal is the last word of its side. One that says what is agreed already asks for nothing.
- An answer counts for the last word of the other side, and for that very entry. So does a later
  “not for me” to what is agreed. An answer to one's own side counts for nothing.
- What is agreed goes on standing until both agree to something else, or it is set aside.
- Setting aside counts while it stands: whoever takes it up again in the same words finds what was
  agreed. It needs nobody's yes.
- Of a record that was deleted or erased nothing counts, nor does what was named before it came.
"""

from dataclasses import dataclass, field

from webapp.goals.said import CLIENT, THERAPIST, Said
from webapp.journal.revisions import Revision

OTHER = {CLIENT: THERAPIST, THERAPIST: CLIENT}


@dataclass(slots=True)
class Proposal:
    """What one side proposes. `answer` is None while it waits for the other side.

    Else it is "agree", "not_for_me", or "changed" where the other side proposes something instead;
    `by` is the entry that says so.
    """

    said: Revision
    answer: str | None = None
    by: Revision | None = None


@dataclass(slots=True)
class Matter:
    """A goal, a way of working, or an arrangement for one setting, with all that was proposed.

    `proposals` and `beside` are by side. `beside` are proposals that their own author had not seen
    when proposing something else: written on two devices, say.
    """

    kind: str
    records: list
    agreed: Proposal | None = None
    set_aside: Revision | None = None
    proposals: dict = field(default_factory=dict)
    beside: dict = field(default_factory=dict)

    def waits_for(self, side):
        """What this side is to answer, or None."""
        theirs = self.proposals.get(OTHER[side])
        return theirs if theirs and theirs.answer is None else None

    @property
    def newest(self):
        """The entry that tells best what this is about; None where nothing counts."""
        proposed = sorted(self.proposals.values(), key=lambda p: (p.answer is None, p.said.seq))
        last = self.agreed or next(reversed(proposed), None)
        return last.said if last else self.set_aside


def matters(revisions, client_id):
    """What stands between a client and their therapist, as Matters in the order they began.

    `revisions` are all of the kinds goal, task, arrangement and agreement.
    """
    said = Said(sorted(revisions, key=lambda r: r.seq), client_id)
    found = [Matter(*group) for group in said.groups()]
    moves = {record: Moves(said, each) for each in found for record in each.records}
    for revision in said.texts.values():
        about = said.texts.get(revision.said.of) if revision.kind == "agreement" else revision
        if about and about.record in moves:
            moves[about.record].make(revision)
    return [matter for matter in found if matter.newest]


class Moves:
    """The moves of both sides in one matter, one after the other."""

    def __init__(self, said, matter):
        self.said, self.matter = said, matter

    def make(self, revision):
        """Take the next one in."""
        if revision.kind == "agreement":
            self._answer(revision, self.said.side(revision))
        elif getattr(revision.said, "state", "proposed") == "proposed":
            self._propose(revision, self.said.side(revision))
        elif self.said.is_head(revision):
            self._set_aside(revision, self.said.side(revision))

    def _propose(self, revision, side):
        proposals, agreed = self.matter.proposals, self.matter.agreed
        self._notice_beside(revision, side)
        if agreed and _content(agreed.said) == _content(revision):
            proposals.pop(side, None)
            return
        theirs = self.matter.waits_for(side)
        if theirs and theirs.said.id == revision.said.replaces:
            theirs.answer, theirs.by = "changed", revision
        proposals[side], self.matter.set_aside = Proposal(revision), None

    def _set_aside(self, revision, side):
        self._notice_beside(revision, side)
        self.matter.proposals, self.matter.agreed, self.matter.set_aside = {}, None, revision

    def _answer(self, revision, side):
        of, agrees = revision.said.of, revision.said.answer == "agree"
        theirs = self.matter.proposals.get(OTHER[side])
        if theirs and theirs.said.id == of:
            if not agrees:
                self._decline(theirs, revision, side)
            elif not self._is_in_two_minds(revision):
                self.matter.agreed = Proposal(theirs.said, "agree", revision)
                self.matter.proposals = {}
        elif self._is_agreed(of, OTHER[side]) and not agrees:
            self._end(revision, side)

    def _decline(self, theirs, revision, side):
        theirs.answer, theirs.by = "not_for_me", revision
        mine = self.matter.proposals.get(side)
        if mine and mine.answer == "changed":  # what was suggested instead is off the table
            mine.answer = mine.by = None

    def _end(self, revision, side):
        ended = Proposal(self.matter.agreed.said, "not_for_me", revision)
        self.matter.proposals.setdefault(OTHER[side], ended)
        self.matter.agreed = None

    def _is_agreed(self, of, side):
        agreed = self.matter.agreed
        return agreed and agreed.said.id == of and self.said.side(agreed.said) == side

    def _is_in_two_minds(self, revision):
        """Whether the same answer was changed to something else on another device."""
        known = self.said.heads[revision.record]
        return self.said.is_head(revision) and any(h.said.answer != "agree" for h in known)

    def _notice_beside(self, revision, side):
        before = self.matter.proposals.get(side)
        earlier = [*self.matter.beside.get(side, []), *([before.said] if before else [])]
        self.matter.beside[side] = self.said.unseen_by(revision, earlier)


def _content(revision):
    """What it says, whatever it came in the place of."""
    said = revision.said
    return said.fields if revision.kind == "arrangement" else (said.words, said.goal)
