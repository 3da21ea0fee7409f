"""What one person has said, on whichever phone: the measure of what must be there in the end."""

from collections import Counter

from tests.entries import said
from tests.sync.standing import heads


class Said:
    """`kept` has each entry that was kept for ever, `places` on which phone it was.

    What never left a phone and was replaced there is not kept any more. `unfit` are those that
    the server may refuse; they stay on their phone.
    """

    def __init__(self, id, name):
        self.id, self.name = id, name
        self.kept, self.places, self.superseded, self.unfit = {}, {}, set(), set()

    def keeps(self, added, gone, superseded, phone):
        """Note what a phone kept, what it took away, and what it was meant to replace."""
        for entry in gone:
            del self.kept[entry], self.places[entry]
            self.unfit.discard(entry)
        for item in added:
            self.kept[item["entry"]], self.places[item["entry"]] = item, phone
        self.superseded.update(superseded)

    def fit(self):
        """Every entry that must be on the server, by id."""
        return {entry: item for entry, item in self.kept.items() if entry not in self.unfit}

    def stand(self):
        """The ids of the texts that nobody ever put anything in the place of."""
        texts = {entry for entry, item in self.fit().items() if item["op"] == "put"}
        return texts - self.superseded

    # What must be true of the server's feed when everything has arrived

    def is_there_once(self, feed):
        """Every entry that was kept is there, word for word, and nothing else of this person's."""
        mine = [change for change in feed if change["author"] == self.id]
        assert Counter(change["entry"] for change in mine) == Counter(self.fit().keys())
        for change in mine:
            item = self.kept[change["entry"]]
            assert {name: change[name] for name in item} == item
        assert [change["seq"] for change in feed] == list(range(1, len(feed) + 1))

    def is_not_overwritten(self, feed):
        """Every text that stood is a head, and nothing else."""
        texts = {head["entry"] for head in heads(feed) if head["op"] == "put"}
        assert texts & set(self.kept) == self.stand()

    def shared(self, feed):
        """The words that the therapist may read: of each record, if every text of it is shared."""
        records = {}
        for head in heads(feed):
            if head["op"] == "put" and head["kind"] == "check_in":
                records.setdefault(head["record"], []).append(said(head))
        found = [each for each in records.values() if all(body["shared"] for body in each)]
        return sorted(each[-1]["words"] for each in found)
