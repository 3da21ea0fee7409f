"""What one person has said, on whichever phone: the measure of what must be there in the end."""

from collections import Counter

from tests.entries import said
from tests.sync.standing import heads, is_shared


class Said:
    """`kept` has each entry that was kept for ever, `places` on which phone it was.

    What never left a phone and was replaced there is not kept any more. `unfit` are those that
    the server may refuse; they stay on their phone. `perhaps` were refused when they were replaced,
    and may have arrived all the same. `erased` are records.
    """

    def __init__(self, id, name):
        self.id, self.name = id, name
        self.kept, self.places, self.erased = {}, {}, set()
        self.superseded, self.unfit, self.perhaps = set(), set(), {}

    def keeps(self, added, gone, superseded, phone):
        """Note what a phone kept, which rows it took away, and what it was meant to replace."""
        for row in gone:
            item = self.kept.pop(row.item["entry"])
            del self.places[item["entry"]]
            if row.attempted:
                self.perhaps[item["entry"]] = item
        for item in added:
            self.kept[item["entry"]], self.places[item["entry"]] = item, phone
        self.superseded.update(superseded)

    def fit(self):
        """Every entry that must be on the server, by id."""
        no_more = self.unfit | self.gone()
        return {entry: item for entry, item in self.kept.items() if entry not in no_more}

    def gone(self):
        """The ids of what was about something that was erased."""
        return {entry for entry, item in self.kept.items() if item["record"] in self.erased}

    def stand(self):
        """The ids of the texts that nobody ever put anything in the place of."""
        texts = {entry for entry, item in self.fit().items() if item["op"] == "put"}
        return texts - self.superseded

    # What must be true of the server's feed when everything has arrived

    def is_there_once(self, feed):
        """Every entry that was kept is there, word for word, and nothing else of this person's."""
        there = Counter(change["entry"] for change in self._mine(feed))
        certain = Counter({entry: n for entry, n in there.items() if entry not in self.perhaps})
        assert certain == Counter(self.fit().keys()) and set(there.values()) <= {1}
        for change in self._mine(feed):
            item = {**self.perhaps, **self.kept}[change["entry"]]
            assert {name: change[name] for name in item} == item
        assert [change["seq"] for change in feed] == list(range(1, len(feed) + 1))

    def is_not_overwritten(self, feed):
        """Every text that stood is a head, and nothing else."""
        texts = {head["entry"] for head in heads(self._mine(feed)) if head["op"] == "put"}
        assert texts - set(self.perhaps) == self.stand()

    def is_gone(self, feed):
        """Of what was erased nothing is left but ids."""
        erased = [change for change in feed if change["record"] in self.erased]
        assert not any(change["body"] or change["sha256"] for change in erased)
        assert {c["record"] for c in erased if c["op"] == "erase"} == self.erased

    def shared(self, feed):
        """The words that the therapist may read: of each record, if every head of it is shared."""
        records = {}
        for head in heads(self._mine(feed)):
            records.setdefault(head["record"], []).append(head)
        return sorted(said(each[-1])["words"] for each in records.values() if is_shared(each))

    def _mine(self, feed):
        return [c for c in feed if c["author"] == self.id and c["record"] not in self.erased]
