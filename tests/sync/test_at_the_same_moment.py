"""Many phones at the same moment, at a real server: nothing is missed, doubled or refused."""

from functools import partial
from time import monotonic

import pytest

from tests.crowd import at_once
from tests.entries import check_in
from tests.sync.wire import Wire, client_of

PATIENCE_S = 600


@pytest.fixture
def connect(server):
    """Makes connections of Bea's phones."""
    bea, wires = client_of(server), []

    def connected():
        wires.append(Wire(server, bea))
        return wires[-1]

    yield connected
    for wire in wires:
        wire.close()


def writes(wire, times, count):
    """Write so many times so many entries. Returns their ids; each was stored when it was sent."""
    written = []
    for _ in range(times):
        results = wire.syncs(*[check_in() for _ in range(count)])["results"]
        assert {result["status"] for result in results} == {"stored"}
        written += [result["entry"] for result in results]
    return written


def follows(wire, number, limit=7):
    """Read on in small pages until this number is heard. Returns the entries, by their numbers."""
    heard, cursor, end = {}, None, monotonic() + PATIENCE_S
    while len(heard) < number and monotonic() < end:
        answer = wire.syncs(cursor=cursor, limit=limit)
        for change in answer["changes"]:
            assert change["seq"] == len(heard) + 1, "a number is missing, or came twice"
            heard[change["seq"]] = change["entry"]
        cursor = answer["cursor"]
    return heard


def all_write_while_one_follows(connect, writers, times, count):
    """Returns what was written, and what was heard."""
    total = writers * times * count
    deeds = [partial(writes, connect(), times, count) for _ in range(writers)]
    heard, *written = at_once(partial(follows, connect(), total), *deeds)
    return sum(written, []), list(heard.values())


def test_fault_30_eight_write_while_one_follows_and_misses_nothing(connect, is_long):
    written, heard = all_write_while_one_follows(connect, 8, 400 if is_long else 25, 3)
    assert sorted(heard) == sorted(written)


def test_six_phones_of_bea_send_3600_entries_while_one_follows(connect):
    written, heard = all_write_while_one_follows(connect, 6, 30, 20)
    assert sorted(heard) == sorted(written)


def test_fault_02_twenty_posts_of_one_entry_make_one_row_and_twenty_successes(connect):
    words, wires = check_in(), [connect() for _ in range(20)]
    answers = at_once(*[lambda wire=wire: wire.syncs(words) for wire in wires])
    statuses = sorted(answer["results"][0]["status"] for answer in answers)
    assert statuses == ["known"] * 19 + ["stored"]
    assert list(follows(wires[0], 1).values()) == [words["entry"]]
