"""One account's copy of its journal on one phone: the rules of journal.js and copy.js, in Python.

It is what is on the disk: a phone that is switched off and on finds it as it was. Each method is
one transaction.
"""

from tests.entries import said
from tests.sync.outbox import Outbox
from tests.sync.standing import standing

RECEIVED = ("seq", "author", "received_at")


class Hole(AssertionError):
    """The feed is not what it must be: a number is missing."""


def mark(change):
    """The cursor behind this entry of the feed."""
    return {"seq": change["seq"], "mark": change["entry"].replace("-", "")[:16]}


def stored(change):
    """When and where the server stored an entry: this happens once in the life of a database."""
    return change["seq"], change["entry"], change["received_at"]


class Copy:
    """What one phone keeps for one account. `key` is what the server gave to lock it with."""

    def __init__(self, account, device, key):
        self.account, self.device, self.key = account, device, key
        self.drafts, self.outbox, self.entries = {}, Outbox(), []
        self.cursor, self.reading_again = None, False

    def ids(self):
        """The ids of every entry that is here, in whichever state."""
        return self.outbox.ids() | {change["entry"] for change in self.entries}

    def words(self):
        """Every word of a check-in that is kept here, in whichever state."""
        items = self.entries + [row.item for row in self.outbox.rows]
        bodies = [said(item) for item in items if item["body"]]
        return [body["words"] for body in bodies if "words" in body] + list(self.drafts.values())

    def keep(self, item):
        """Keep an entry for ever. What it follows and never left the phone is replaced by it."""
        self.drafts.pop(item["record"], None)
        base, *resolves = self.outbox.replace([item["base"], *item["resolves"]]) or [None]
        if item["op"] == "put" or base:
            self.outbox.add({**item, "base": base, "resolves": resolves})

    def standing(self):
        """The heads of each record, the one that counts first; texts only, where there are some."""
        known = {change["entry"] for change in self.entries}
        waiting = [row.item for row in self.outbox.rows if row.item["entry"] not in known]
        return standing([*self.entries, *waiting])

    def check_ins(self):
        """The records that can be gone on with: those of which a text stands."""
        heads = {record: heads[0] for record, heads in self.standing().items()}
        return [r for r, head in heads.items() if head["kind"] == "check_in" and head["body"]]

    # Syncing

    def next_batch(self, most):
        """The next entries to hand over; none while a restored server is being read again."""
        return [] if self.reading_again else self.outbox.attempt(most)

    def before_newest(self):
        """The cursor before the newest entry that is kept here."""
        return mark(self.entries[-2]) if len(self.entries) > 1 else None

    def is_of_this_server(self, changes):
        """Whether the newest entry comes once more, stored at the same moment."""
        newest = self.entries[-1:]
        return [stored(change) for change in changes[: len(newest)]] == [*map(stored, newest)]

    def apply(self, answer):
        """Take in an answer, as one: changes, receipts, refusals, cursor."""
        known = self._seq()
        self._take_in([change for change in answer["changes"] if change["seq"] > known])
        seen = max(known, (answer["cursor"] or {"seq": 0})["seq"])
        for result in answer["results"]:
            self._settle(result, seen)
        self._erase(answer)
        if seen > known:
            self.cursor = answer["cursor"]
        self.reading_again = self.reading_again and answer["more"]

    def start_again(self):
        """The server is another one than before: read it anew, and offer it what is ours."""
        waiting = self.outbox.ids()
        for change in self.entries:
            has_words = change["op"] == "delete" or change["body"]
            mine = change["author"] == self.account and change["entry"] not in waiting
            if mine and has_words:
                item = {name: value for name, value in change.items() if name not in RECEIVED}
                self.outbox.add(item, attempted=True)
        self.entries, self.cursor, self.reading_again = [], None, True

    def _seq(self):
        return self.cursor["seq"] if self.cursor else 0

    def _take_in(self, fresh):
        for number, change in enumerate(fresh, self._seq() + 1):
            if change["seq"] != number:
                raise Hole(f"{change['seq']} where {number} was due")
        for change in fresh:
            self.outbox.forget(change["entry"])
        self.entries += fresh

    def _erase(self, answer):
        """Of what was erased only the ids stay."""
        refused = {r["entry"] for r in answer["results"] if r.get("code") == "erased"}
        told = {c["record"] for c in answer["changes"] if c["op"] == "erase"}
        records = told | self.outbox.records(refused)
        self.outbox.drop(records)
        for number, change in enumerate(self.entries):
            if change["record"] in records:
                self.entries[number] = {**change, "body": None, "sha256": None}

    def _settle(self, result, seen):
        if result["status"] == "known" and result["seq"] <= seen:
            self.outbox.forget(result["entry"])
        if result["status"] == "rejected":
            damaged = result["code"] == "bad_digest"
            mark = self.outbox.blame if damaged else self.outbox.refuse
            mark(result["entry"], result["code"])
