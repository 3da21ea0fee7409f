"""The server dies in the middle of syncing, again and again: whatever it said it had, it has."""

import random
import signal
import time
from collections import Counter
from functools import partial
from threading import Event

import pytest

from tests.crowd import at_once
from tests.sync.wire import client_of
from tests.sync.writer import Writer

PHONES = 3
LONGEST_S = 0.4  # a server that has acknowledged something lives for as long as this at most


@pytest.fixture
def writers(server):
    """Bea's phones."""
    bea = client_of(server)
    writers = [Writer(server, bea) for _ in range(PHONES)]
    yield writers
    for writer in writers:
        writer.wire.close()


@pytest.fixture
def crashes(writers, is_long, capsys):
    """Lets something crash while everybody writes. Returns what was heard of it in the end."""

    def crash(kill):
        over, times = Event(), 200 if is_long else 5
        deeds = [partial(writer.goes_on_until, over) for writer in writers]
        at_once(partial(kills, writers, kill, times, over), *deeds)
        if is_long:
            with capsys.disabled():
                print(f"\n{times} kills, {figures(writers)}")
        assert not any(writer.lost for writer in writers)
        return [change["entry"] for change in whole_feed(writers)]

    return crash


def kills(writers, kill, times, over):
    """Kill and start again, each time when something was acknowledged since."""
    try:
        for _ in range(times):
            before = count(writers)
            while count(writers) == before:
                time.sleep(0.01)
            time.sleep(random.uniform(0, LONGEST_S))
            kill()
    finally:
        over.set()


def count(writers):
    return sum(len(writer.acknowledged) for writer in writers)


def whole_feed(writers):
    """What every phone hears in the end, the same on all; its numbers have no gap."""
    feed, *others = [writer.catches_up() for writer in writers]
    assert all(other == feed for other in others)
    assert [change["seq"] for change in feed] == list(range(1, len(feed) + 1))
    return feed


def figures(writers):
    """What was acknowledged, and what became of it."""
    there = Counter(change["entry"] for change in writers[0].catches_up())
    acknowledged = set().union(*[writer.acknowledged for writer in writers])
    lost = (acknowledged - set(there)).union(*[writer.lost for writer in writers])
    return f"{len(acknowledged)} acknowledged, {len(lost)} lost, {there.total() - len(there)} twice"


def written(writers):
    return sorted(set().union(*[writer.written for writer in writers]))


def test_a_server_that_is_killed_keeps_what_it_acknowledged_once(server, writers, crashes):
    def kill():
        server.stop(signal.SIGKILL)
        server.start()

    assert sorted(crashes(kill)) == written(writers)


@pytest.mark.parametrize(
    "server", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_postgresql_that_is_killed_keeps_it_too(cluster, writers, crashes):
    def kill():
        cluster.kill()
        cluster.start()

    assert sorted(crashes(kill)) == written(writers)
