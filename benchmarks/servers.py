"""Servers to measure, each with its workers, as `flask serve` starts them."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.enrol import enrolled
from webapp.security.door import threads_for

ROOT = Path(__file__).parents[1]
BARE = "benchmarks.bare:app"


class Served(NamedTuple):
    """One running server, and who is signed in there."""

    port: int
    process: int
    people: list
    environment: dict

    def memory(self):
        """The bytes that its processes hold, what they share counted once."""
        each = [psutil.Process(self.process)]
        each += each[0].children(recursive=True)
        return sum(process.memory_full_info().pss for process in each)


@contextlib.contextmanager
def footing(people, workers, threads, database=None):
    """Footing with so many clients, on SQLite or on the PostgreSQL database at this address."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"INSTANCE": folder, "PUBLIC_ORIGIN": "http://localhost:8000"}
        environment |= {"DATABASE_URL": database} if database else {}
        environment |= {"THREADS": str(threads)}
        signed_in = enrolled(environment, people)
        with serving("wsgi:app", environment, workers, threads) as (port, process):
            yield Served(port, process, signed_in, environment)


@contextlib.contextmanager
def serving(target, environment, workers, threads):
    """Granian with one application. Yields its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers",
         str(workers), "--blocking-threads", str(threads_for(threads)), "--no-log", target],
        cwd=ROOT, env={**os.environ, **environment}, start_new_session=True,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _wait_for(port):
    for _ in range(1200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise RuntimeError("the server did not start")
