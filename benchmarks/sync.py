"""How fast /sync is, as ratios measured side by side in one run, because machines are noisy.

python -m benchmarks.sync [--size 1.0]
"""

import argparse
import contextlib
import sys
from statistics import median

from benchmarks.load import measure, request
from benchmarks.phones import pulls, pushes
from benchmarks.raw import raw_sqlite
from benchmarks.servers import BARE, footing, serving
from tests.databases import PostgreSQL

ROUNDS = 5
CONNECTIONS = 8


def main():
    asked = _arguments()
    size = asked.workers, asked.threads
    with contextlib.ExitStack() as servers:
        url = servers.enter_context(PostgreSQL(fsync=True)).url
        bare, _ = servers.enter_context(serving(BARE, {}, *size))
        ours = {
            "SQLite": servers.enter_context(footing(CONNECTIONS, *size)),
            "PostgreSQL": servers.enter_context(footing(CONNECTIONS, *size, database=url)),
        }
        rounds = [one_round(bare, ours, asked.size) for _ in range(ROUNDS)]
    for what in rounds[0]:
        ratios = [measured[what] for measured in rounds]
        print(f"{what:52}{median(ratios):6.2f}   ({min(ratios):.2f} to {max(ratios):.2f})")


def one_round(bare, ours, size):
    """Every ratio once, each part right beside what it is compared with."""
    found = {}
    for name, served in ours.items():
        found |= {f"{name}: {what}": ratio for what, ratio in _ratios(bare, served, size).items()}
    pushed = "push of 20, entries a second"
    found["PostgreSQL / SQLite: push of 20"] = (
        found.pop(f"PostgreSQL: {pushed}") / found.pop(f"SQLite: {pushed}")
    )  # fmt: skip
    return found


def _ratios(bare, served, size):
    single = [pushes(person, 1, max(1, int(150 * size))) for person in served.people]
    twenties = [pushes(person, 20, max(1, int(40 * size))) for person in served.people]
    pulled = [pulls(person, max(1, int(150 * size))) for person in served.people]
    plain = [[request("/", b"")] * max(1, int(1500 * size))] * CONNECTIONS
    push_1, bare_1 = _per_second(served.port, single), _per_second(bare, plain)
    raw, (first, times) = raw_sqlite(sum(twenties, [])), measure(served.port, twenties)
    again, _ = measure(served.port, twenties)
    pull_20, bare_2 = _per_second(served.port, pulled), _per_second(bare, plain)
    push_20 = len(times) * 20 / first
    print(f"  bare {bare_1:.0f} and {bare_2:.0f}/s · push of 1 {push_1:.0f}/s · push of 20 "
          f"{push_20:.0f} entries/s · raw {raw:.0f} entries/s · pull of 20 {pull_20:.0f}/s",
          file=sys.stderr)  # fmt: skip
    return {
        "push of 20 / raw sqlite3, entries": push_20 / raw,
        "push of 1 / bare view, requests": push_1 / bare_1,
        "pull of 20 / bare view, requests": pull_20 / bare_2,
        "push of 20, p99 / p50": times[int(len(times) * 0.99)] / median(times),
        "the same 20 again / first time": first / again,
        "push of 20, entries a second": push_20,
    }


def _per_second(port, connections):
    """Requests a second."""
    spent, times = measure(port, connections)
    return len(times) / spent


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=float, default=1.0, help="how long to measure")
    parser.add_argument("--workers", type=int, default=2, help="as the setting WORKERS")
    parser.add_argument("--threads", type=int, default=4, help="as the setting THREADS")
    return parser.parse_args()


if __name__ == "__main__":
    main()
