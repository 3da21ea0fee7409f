"""Two pushes that wait for one journal at the same moment: the second one sees the first."""

import time
from functools import partial
from threading import Event

import pytest

from tests.crowd import at_once
from tests.entries import check_in

pytestmark = pytest.mark.postgres
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
PATIENCE_S = 4  # a push waits for five seconds


def keeps_it_until_two_wait(other, is_kept):
    """Have the journal until two want it, or until it is clear that they do not wait for it."""
    end = time.monotonic() + PATIENCE_S
    with other.transaction():
        other.execute("SELECT 1 FROM journal FOR UPDATE")
        is_kept.set()
        while other.execute(WAITING).fetchone()[0] < 2 and time.monotonic() < end:
            time.sleep(0.01)


def pushes(tab, words, is_kept):
    """What becomes of an entry that is handed over meanwhile."""
    is_kept.wait()
    (result,) = tab.syncs(words)["results"]
    return result["status"], result["seq"]


def both(bea, other, *entries):
    """What becomes of two entries that are handed over while somebody else has the journal."""
    is_kept = Event()
    deeds = [partial(pushes, bea.copied(), words, is_kept) for words in entries]
    _, *told = at_once(partial(keeps_it_until_two_wait, other, is_kept), *deeds)
    return sorted(told)


def test_two_entries_take_two_numbers(beside_postgresql):
    told = both(*beside_postgresql, check_in(), check_in())
    assert told == [("stored", 1), ("stored", 2)]
    assert [change["seq"] for change in beside_postgresql[0].feed()] == [1, 2]


def test_fault_02_one_entry_twice_is_stored_once_and_known_once(beside_postgresql):
    words = check_in()
    told = both(*beside_postgresql, words, words)
    assert told == [("known", 1), ("stored", 1)]
    assert [change["entry"] for change in beside_postgresql[0].feed()] == [words["entry"]]
