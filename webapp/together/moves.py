"""What a therapist may do where both agree: each move is an entry in the client's journal."""

from msgspec.structs import replace

from webapp.arrangements.models import lines, of_setting
from webapp.goals.models import matters_of, progress_of
from webapp.goals.said import THERAPIST
from webapp.goals.schema import AgreementBody, GoalBody
from webapp.journal import records, revisions
from webapp.journal.authoring import write
from webapp.journal.models import Journal


class Table:
    """What stands between one client and their therapist, who makes the next move.

    Whoever calls a move has held the journal before this was made, and commits. `therapist` has an
    `id` and a `role`.
    """

    def __init__(self, client, therapist):
        self.therapist, self.journal = therapist, Journal.of(client)
        self.matters = matters_of(client)
        self._progress = progress_of(client)

    def of_kind(self, kind):
        """The matters of one kind, in the order in which they were begun."""
        return [matter for matter in self.matters if matter.kind == kind]

    def offered(self, kind, goal=None):
        """The goals that one of this kind may be for, by record: none that was put aside, but for
        the one that it is for, which stays under the record that it names."""
        some = [m for m in self.of_kind("goal") if goal in m.records or not m.set_aside]
        named = {(goal if goal in m.records else m.records[0]): m.newest for m in some}
        return named if kind == "task" else {}

    def shown(self):
        """Every entry whose words the page of all of it shows."""
        for matter in self.matters:
            if matter.set_aside:
                yield matter.set_aside
            else:
                yield from _told(matter)
                yield from (each.current for each in self.progress(matter))
                yield from self._beside(matter)

    def _beside(self, matter):
        """What is quoted next to it: the goal that it is for, and what a change would leave out."""
        goal = matter.kind == "task" and self.goal_of(matter)
        if goal:
            yield goal.newest
        cards = [each for each in _told(matter) if each.kind == "arrangement"]
        held = [(each, _before(matter, each)) for each in cards]
        yield from (was.said for card, was in held if was and _leaves_out(card, was.said))

    def arrangement(self, setting):
        """The matter of one setting, or None."""
        return of_setting(self.matters, setting)

    def lines(self, card, entry, matter):
        """What an entry says of a card; of a proposal what it would change. See arrangements."""
        before = _before(matter, entry)
        return lines(card, entry.said.fields, before and before.said.said.fields)

    def goal_of(self, matter):
        """The goal that a way of working is for, or None."""
        record = matter.newest.said.goal
        return next((goal for goal in self.of_kind("goal") if record in goal.records), None)

    def progress(self, matter):
        """How it is going with this, as records, newest first."""
        return [each for each in self._progress if each.said.of in matter.records]

    def about(self, entry_id):
        """The matter that an entry belongs to, whatever became of that entry; or None."""
        entry = revisions.with_ids(self.journal.id, [entry_id]).get(entry_id)
        return entry and next((m for m in self.matters if entry.record in m.records), None)

    def propose(self, kind, words, goal=None):
        """Begin a goal or a way of working. Proposing what stands already changes nothing.
        Returns the record."""
        same = [matter for matter in self.of_kind(kind) if _says(matter, words, goal)]
        if same:
            return same[0].records[0]
        said = GoalBody(words=words, state="proposed", goal=goal, replaces=None)
        return self._write(kind, said)

    def arrange(self, said):
        """Begin an arrangement, given its body."""
        self._write("arrangement", said)

    def change(self, matter, entry, **content):
        """Propose something instead of an entry, or say something else in one's own."""
        if any(getattr(entry.said, name) != value for name, value in content.items()):
            self._follow(matter, entry, content)

    def set_aside(self, matter, entry):
        """Put a goal or a way of working aside; it needs nobody's yes."""
        if not matter.set_aside:
            self._follow(matter, entry, {"state": "set_aside"})

    def take_up(self, matter):
        """Propose again what was put aside, in the same words."""
        self._follow(matter, matter.set_aside, {"state": "proposed"})

    def answer(self, matter, entry_id, answer, words=""):
        """Answer what the client proposes. The same answer once more changes nothing."""
        settled = matter.agreed and matter.agreed.said.id == entry_id
        if not (settled and answer == "agree"):
            self._write("agreement", AgreementBody(of=entry_id, answer=answer, words=words))

    def _follow(self, matter, entry, content):
        """One's own record goes on; in place of somebody else's words it says what it replaces."""
        mine = self._mine(matter)
        is_mine = entry.author_id == self.therapist.id
        named = {} if is_mine else {"replaces": entry.id}
        self._write(matter.kind, replace(entry.said, **content, **named), mine)

    def _mine(self, matter):
        """The heads of the therapist's own last record in a matter; none if there is no such."""
        own = [
            record
            for record in records.of_kind(self.journal.id, matter.kind)
            if record.id in matter.records and record.author_id == self.therapist.id
        ]
        return own[-1].heads if own else ()

    def _write(self, kind, said, follows=()):
        return write(self.journal.id, self.therapist, kind, said, follows)


def stands(matter, entry_id):
    """The entry with this id, if it is what the matter is about just now; or None."""
    proposed = [*matter.proposals.values(), *([matter.agreed] if matter.agreed else [])]
    entries = [*(each.said for each in proposed), *([matter.set_aside] if matter.set_aside else [])]
    return next((entry for entry in entries if entry.id == entry_id), None)


def _told(matter):
    """What stands and what waits, and with what words it was answered."""
    agreed = [matter.agreed.said] if matter.agreed else []
    open_ones = [each for each in matter.proposals.values() if each.answer != "changed"]
    answers = [each.by for each in open_ones if each.by]
    return [*agreed, *(each.said for each in open_ones), *answers]


def _before(matter, entry):
    """What a proposal is held against: what is agreed, or what it was suggested in place of."""
    if matter.agreed:
        return None if matter.agreed.said is entry else matter.agreed
    changed = (each for each in matter.proposals.values() if each.answer == "changed")
    return next((each for each in changed if each.said is not entry), None)


def _leaves_out(card, was):
    return any(text and not card.said.fields.get(name) for name, text in was.said.fields.items())


def _says(matter, words, goal):
    """Whether the therapist proposes this already, or both have agreed to it."""
    mine = matter.proposals.get(THERAPIST)
    said = [
        each.said.said for each in (mine, matter.agreed) if each and each.answer != "not_for_me"
    ]
    return any((each.words, each.goal) == (words, goal) for each in said)
