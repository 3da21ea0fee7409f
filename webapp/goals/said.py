"""Pure: what counts of all that the two have said, and which of it belongs together."""

from webapp.journal.records import by_record, texts
from webapp.journal.revisions import heads, is_erased

CLIENT, THERAPIST = "client", "therapist"
AGREED_ON = ("goal", "task", "arrangement")


class Said:
    """Everything of what was said that counts: the texts of records that stand, in order."""

    def __init__(self, ordered, client_id):
        self.client_id = client_id
        records = by_record(ordered)
        self.heads = {record: texts(heads(known)) for record, known in records.items()}
        stand = {r for r, known in records.items() if self.heads[r] and not is_erased(known)}
        self.texts = {r.id: r for r in texts(_in_time(ordered)) if r.record in stand}

    def side(self, revision):
        """Whose word it is."""
        return CLIENT if revision.author_id == self.client_id else THERAPIST

    def is_head(self, revision):
        """Whether nothing came in its place."""
        return any(head.id == revision.id for head in self.heads[revision.record])

    def groups(self):
        """The records that belong together, as (kind, records), in the order they began."""
        proposed = [r for r in self.texts.values() if r.kind in AGREED_ON]
        groups = {r.record: (r.kind, [r.record]) for r in proposed}
        settings = {}
        for revision in proposed:
            _join(groups, revision.record, self._earlier(revision, settings))
        began = {record: at for at, record in enumerate(groups)}
        unique = {id(group): group for group in groups.values()}.values()
        return [(kind, sorted(records, key=began.get)) for kind, records in unique]

    def unseen_by(self, revision, earlier):
        """Those of some earlier entries that its author did not follow, join or replace with it."""
        unseen, known, ahead = {each.id: each for each in earlier}, set(), [revision]
        while unseen and ahead:
            each = ahead.pop()
            unseen.pop(each.id, None)
            named = {each.base, *each.resolves, each.said.replaces} - known
            known |= named
            ahead += [self.texts[id] for id in named if self._is_proposal(id)]
        return list(unseen.values())

    def _is_proposal(self, id):
        return id in self.texts and self.texts[id].kind in AGREED_ON

    def _earlier(self, revision, settings):
        """A record that this one belongs to: of the same setting, or the one it would replace."""
        if revision.kind == "arrangement":
            setting = self.heads[revision.record][-1].said.setting
            return settings.setdefault(setting, revision.record)
        replaced = self.texts.get(revision.said.replaces)
        is_like_it = replaced and replaced.kind == revision.kind
        return replaced.record if is_like_it else revision.record


def _in_time(ordered):
    """Without those that came after what was put in their place."""
    named = set()
    for revision in ordered:
        if (revision.record, revision.id) not in named:
            yield revision
        named |= {(revision.record, id) for id in (revision.base, *revision.resolves)}


def _join(groups, one, other):
    """Make two groups one. The smaller goes into the larger, so that many take no longer."""
    small, large = sorted((groups[one], groups[other]), key=lambda group: len(group[1]))
    if small is not large:
        large[1].extend(small[1])
        groups.update(dict.fromkeys(small[1], large))
