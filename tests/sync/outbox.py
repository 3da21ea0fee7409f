"""What waits on a phone: the rules of outbox.js, in Python."""

from dataclasses import dataclass

DAMAGED_MOST = 3


@dataclass
class Waiting:
    """An entry that waits to be sent. Once `attempted`, a change of it is a new entry."""

    item: dict
    attempted: bool = False
    damaged: int = 0
    refused: str | None = None


class Outbox:
    """The rows in the order of writing. One leaves only by `forget` or by `replace`."""

    def __init__(self):
        self.rows = []

    def add(self, item, attempted=False):
        """Let an entry wait."""
        assert item["entry"] not in self.ids()
        self.rows.append(Waiting(item, attempted))

    def ids(self):
        """The ids of everything that waits, refused or not."""
        return {row.item["entry"] for row in self.rows}

    def sendable(self):
        """Those that wait and were not refused."""
        return [row for row in self.rows if not row.refused]

    def attempt(self, most):
        """The oldest rows, marked before their first byte leaves."""
        rows = self.sendable()[:most]
        for row in rows:
            row.attempted = True
        return [row.item for row in rows]

    def replace(self, named):
        """Take away those of these entries that never left, or were refused.

        Returns what a new one follows then.
        """
        follows = []
        for entry in filter(None, named):
            row = self._row(entry)
            if row is None or (row.attempted and not row.refused):
                follows.append(entry)
            else:
                self.rows.remove(row)
                follows += filter(None, [row.item["base"], *row.item["resolves"]])
        return follows

    def forget(self, entry):
        """It is known to be on the server."""
        self.rows = [row for row in self.rows if row.item["entry"] != entry]

    def drop(self, records):
        """These records were erased."""
        self.rows = [row for row in self.rows if row.item["record"] not in records]

    def records(self, entries):
        """The records that these entries are about."""
        return {row.item["record"] for row in self.rows if row.item["entry"] in entries}

    def refuse(self, entry, code):
        """It needs attention."""
        if row := self._row(entry):
            row.refused = code

    def blame(self, entry, code):
        """It was damaged on the way: tried three times more before it needs attention."""
        row = self._row(entry)
        if row and row.damaged < DAMAGED_MOST:
            row.damaged += 1
        elif row:
            row.refused = code

    def try_again(self, code):
        """Send everything that was refused with this code once more, as it is."""
        for row in self.rows:
            if row.refused == code:
                row.refused, row.damaged = None, 0

    def _row(self, entry):
        return next((row for row in self.rows if row.item["entry"] == entry), None)
