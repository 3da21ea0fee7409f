"""How fast /sync is, as ratios measured side by side in one run, because machines are noisy.

python -m benchmarks.sync [--database postgresql://…] [--size 1.0]
"""

import argparse
import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

import msgspec

from benchmarks.enrol import enrolled
from benchmarks.load import measure, request
from webapp.checkins.schema import CheckInBody
from webapp.journal.schema import Item, Sync

ROOT = Path(__file__).parents[1]
ROUNDS = 3
CONNECTIONS = 8
SAID = CheckInBody(
    appointment=None, setting="walk_and_talk", ratings={"safety": 3, "goals": 2, "tasks": 4},
    felt_off=False, words="The wind was loud by the reservoir. " * 16, shared=True,
    happened_at=datetime.now(UTC),
)  # fmt: skip


def main():
    asked = _arguments()
    with contextlib.ExitStack() as servers:
        folder = servers.enter_context(tempfile.TemporaryDirectory())
        environment = {"INSTANCE": folder, "PUBLIC_ORIGIN": "http://localhost:8000"}
        if asked.database:
            environment["DATABASE_URL"] = asked.database
        people = enrolled(environment, CONNECTIONS)
        size = asked.workers, asked.threads
        bare = servers.enter_context(served("benchmarks.bare:app", {}, *size))
        ours = servers.enter_context(served("wsgi:app", environment, *size))
        rounds = [one_round(bare, ours, people, asked.size) for _ in range(ROUNDS)]
    for what in rounds[0]:
        ratios = [measured[what] for measured in rounds]
        print(f"{what:42}{median(ratios):8.2f}   ({min(ratios):.2f} to {max(ratios):.2f})")


def one_round(bare, ours, people, size):
    """Every ratio once, each part right beside what it is compared with."""
    plain = per_second(bare, [[request("/", b"")] * max(1, int(1500 * size))] * CONNECTIONS)
    single = per_second(ours, [pushes(p, 1, max(1, int(150 * size))) for p in people])
    twenties = [pushes(p, 20, max(1, int(40 * size))) for p in people]
    raw = raw_sqlite([r.partition(b"\r\n\r\n")[2] for each in twenties for r in each])
    first, times = measure(ours, twenties)
    again, _ = measure(ours, twenties)
    pulled = per_second(ours, [pulls(p, max(1, int(150 * size))) for p in people])
    entries = len(times) * 20 / first
    print(f"  bare {plain:.0f}/s · push of 1 {single:.0f}/s · push of 20 {entries:.0f} entries/s · "
          f"raw {raw:.0f} entries/s · pull of 20 {pulled:.0f}/s", file=sys.stderr)  # fmt: skip
    return {
        "push of 1 / bare view": single / plain,
        "push of 20 / raw sqlite3 (entries)": entries / raw,
        "pull of 20 / bare view": pulled / plain,
        "push of 20: p99 / p50": times[int(len(times) * 0.99)] / median(times),
        "the same 20 again / first time": first / again,
    }


def per_second(port, connections):
    """Requests a second."""
    spent, times = measure(port, connections)
    return len(times) / spent


def pushes(person, entries, count):
    """Requests that hand over `entries` new check-ins each and read nothing else."""
    return [sync(person, [item() for _ in range(entries)], limit=1) for _ in range(count)]


def pulls(person, count):
    """Requests that read 20 entries."""
    return [sync(person, [], limit=20)] * count


def sync(person, items, limit):
    """The bytes of one POST /sync."""
    said = Sync(
        protocol=1, account=person.id, device=uuid4(), now=datetime.now(UTC), cursor=None,
        push=items, limit=limit,
    )  # fmt: skip
    return request("/sync", msgspec.json.encode(said), person.cookie)


def item():
    """One check-in, as a phone sends it: some 850 bytes of JSON."""
    return Item.first("check_in", SAID, datetime.now(UTC), "Europe/London")


def raw_sqlite(bodies):
    """Entries a second that SQLite takes when nothing but decoding stands before it."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "raw.sqlite", isolation_level=None)
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entry (seq INTEGER "
            "PRIMARY KEY, account TEXT, id TEXT, record TEXT, kind TEXT, body TEXT, sha256 TEXT, "
            "written_at TEXT, UNIQUE (account, id), UNIQUE (account, seq))"
        )
        begin = time.perf_counter()
        for body in bodies:
            _write_raw(connection, msgspec.json.decode(body, type=Sync))
        spent = time.perf_counter() - begin
        connection.close()
    return len(bodies) * 20 / spent


def _write_raw(connection, asked):
    account = asked.account.hex
    rows = [(account, i.entry.hex, i.record.hex, i.kind, i.body, i.sha256, str(i.written_at))
            for i in asked.push]  # fmt: skip
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO entry (account, id, record, kind, body, sha256, written_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)", rows,
    )  # fmt: skip
    connection.execute("COMMIT")


@contextlib.contextmanager
def served(target, environment, workers, threads):
    """Granian, as `flask serve` starts it. Yields its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port),
         "--workers", str(workers), "--blocking-threads", str(threads), "--no-log", target],
        cwd=ROOT, env={**os.environ, **environment}, start_new_session=True,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _wait_for(port):
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise RuntimeError("the server did not start")


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", help="a PostgreSQL address; SQLite without it")
    parser.add_argument("--size", type=float, default=1.0, help="how long to measure")
    parser.add_argument("--workers", type=int, default=2, help="as the setting WORKERS")
    parser.add_argument("--threads", type=int, default=4, help="as the setting THREADS")
    return parser.parse_args()


if __name__ == "__main__":
    main()
