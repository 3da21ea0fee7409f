"""A phone that goes on writing while the server dies and comes back."""

import random
import time

from tests.entries import check_in
from tests.sync.copies import Copy
from tests.sync.rounds import Round
from tests.sync.wire import Wire

PATIENCE_S = 300
MOST_WAITING = 12  # who hears nothing says no more: what piles up would only take long afterwards


class Watchful(Copy):
    """A copy that says so when the server does not have any more what it had."""

    def start_again(self):
        raise AssertionError("The server has lost what a phone had seen in its feed.")


class Writer:
    """`written` is all that Bea wrote here, `acknowledged` what the server said it had of it, and
    `lost` what it stored a second time, and so had not any more."""

    def __init__(self, server, bea, copy=Watchful):
        self.wire, self.copy = Wire(server, bea), copy(bea.id, bea.device, key=None)
        self.written, self.acknowledged, self.lost = set(), set(), set()

    def goes_on_until(self, over):
        """Write and sync until it is over, and then until everything has arrived."""
        while not over.is_set():
            if len(self.copy.outbox.rows) < MOST_WAITING:
                self._writes(random.randint(1, 4))
            self._syncs()
        end = time.monotonic() + PATIENCE_S
        while self._syncs() != "done":
            assert time.monotonic() < end, "What was written does not arrive."

    def catches_up(self):
        """Hear what the others wrote, from a server that is well. Returns the whole feed."""
        assert self._syncs() == "done"
        return self.copy.entries

    def _syncs(self):
        return Round(self.copy, self._posts, batch=4).run()

    def _writes(self, count):
        for _ in range(count):
            item = check_in()
            self.copy.keep(item)
            self.written.add(item["entry"])

    def _posts(self, body):
        answer = self.wire.post(body)
        if answer.status == 200:
            self._hears(answer.json["results"])
        else:
            time.sleep(0.02)  # it comes back soon
        return answer

    def _hears(self, results):
        stored = {result["entry"] for result in results if result["status"] == "stored"}
        self.lost |= stored & self.acknowledged
        self.acknowledged |= {r["entry"] for r in results if r["status"] != "rejected"}
