"""What stays as it was while a journal grows: how fast its end is read, and the server's memory.

python -m benchmarks.growth [--most 1000000]
"""

import argparse
import os
from datetime import UTC, datetime, timedelta
from statistics import median
from uuid import uuid4

from benchmarks.load import measure
from benchmarks.phones import item, pulls, pushes
from benchmarks.servers import footing
from tests.databases import PostgreSQL
from webapp import create_app
from webapp.extensions import db
from webapp.journal import bodies, revisions
from webapp.journal.models import Journal
from webapp.journal.revisions import Revision

SIZES = (1_000, 100_000, 1_000_000)
PUSHED = 100_000
ROUNDS = 9


def main():
    asked = _arguments()
    with PostgreSQL(fsync=True) as postgresql:
        for name, database in {"SQLite": None, "PostgreSQL": postgresql.url}.items():
            with footing(len(SIZES), 2, 4, database) as served:
                show_pulls(name, served, asked.most)
    with footing(8, 2, 4) as served:
        show_memory(served, asked.pushed)


def show_pulls(name, served, most):
    """How long the last 20 take in a short journal and in long ones."""
    grown = {
        size: person for size, person in zip(SIZES, served.people, strict=True) if size <= most
    }
    reads = {
        size: [pulls(person, 100, *fill(served.environment, person.id, size))]
        for size, person in grown.items()
    }
    took = {size: [] for size in grown}
    for _ in range(ROUNDS):  # turn by turn, so that noise falls on all alike
        for size, read in reads.items():
            took[size].append(measure(served.port, read)[0])
    for size, times in took.items():
        ratio = median(times) / median(took[SIZES[0]])
        print(f"{name}: pull of the last 20 of {size:>9,} / of {SIZES[0]:,}{ratio:8.2f}")


def fill(environment, person_id, size):
    """Give somebody so many entries. Returns the number and id of the last but 20."""
    app = create_app({**os.environ, **environment})
    with app.app_context():
        journal = db.session.scalar(db.select(Journal.id).where(Journal.person_id == person_id))
        for start in range(1, size + 1, 10_000):
            end = min(size, start + 9_999)
            written = [_revision(journal, person_id, seq) for seq in range(start, end + 1)]
            revisions.add(journal, written)
            db.session.commit()
        entry = revisions.id_at(journal, size - 20)
        db.session.remove()
        db.engine.dispose()
    return size - 20, entry


def _revision(journal, person_id, seq):
    at, entry = datetime.now(UTC) - timedelta(days=1), uuid4()  # so fast nobody may write
    return Revision(
        journal, seq, entry, uuid4(), None, [], "check_in", 1, "put", person_id, at.isoformat(),
        "Europe/London", at, bodies.sealing(journal)(entry, TEXT),
    )  # fmt: skip


TEXT = item().body


def show_memory(served, pushed):
    """What the server holds after many pushes, against what it held after the first few."""
    measure(served.port, [pushes(person, 20, 5) for person in served.people])
    before, left = served.memory(), pushed
    while left > 0:
        measure(served.port, [pushes(person, 20, 25) for person in served.people])
        left -= len(served.people) * 25 * 20
    print(f"memory after {pushed:,} entries / before{served.memory() / before:8.2f}   "
          f"({before >> 20} MB before)")  # fmt: skip


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--most", type=int, default=SIZES[-1], help="entries in the longest journal"
    )
    parser.add_argument("--pushed", type=int, default=PUSHED, help="entries before memory is read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
