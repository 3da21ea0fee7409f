"""Transactions of a lean view: all of it or nothing, and many at once where they must wait anyway.

SQLite has one writer at a time, and each COMMIT waits for the disk. So writers stand in line, and
whoever comes to the front does the work of all who wait behind, with one COMMIT; where that fails,
each in a transaction of its own. PostgreSQL does the like by itself.
"""

import fcntl
import os
import sqlite3
from collections import deque
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from threading import Lock

import psycopg
from flask import current_app

from webapp.rows import is_postgresql, run

TRIES = 3
TIES = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)
# The database will not have these values, however often it is asked.
UNSTORABLE = (
    sqlite3.IntegrityError, sqlite3.DataError, psycopg.IntegrityError, psycopg.DataError,
)  # fmt: skip


def in_transaction(work, *given):
    """Do `work(*given)`, all of it or nothing. Returns what it returned, after COMMIT.

    Where PostgreSQL broke a tie against this transaction, it is done once more.
    """
    work = partial(work, *given)
    if not is_postgresql():
        return current_app.extensions["line"].wait_for(work)
    for _ in range(TRIES - 1):
        with suppress(*TIES):
            return _committed(work)
    return _committed(work)


@contextmanager
def savepoint():
    """Take back what was done in this block, and no more, when it raises."""
    run("SAVEPOINT step")
    try:
        yield
    except BaseException:
        run("ROLLBACK TO SAVEPOINT step")
        raise
    finally:
        run("RELEASE SAVEPOINT step")


class Line:
    """Where the writers of one SQLite file wait, also those of other processes."""

    def __init__(self, database):
        self._path, self._front, self.waiting = Path(f"{database}-line"), Lock(), deque()

    @cached_property
    def _file(self):
        return os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)

    def wait_for(self, work):
        """Have it done, by whoever comes to the front of the line. Returns what it returned."""
        job = Job(work)
        self.waiting.append(job)
        with self._front:
            if not job.is_over:
                with self._of_all_processes():
                    _serve([self.waiting.popleft() for _ in range(len(self.waiting))])
        return job.outcome()

    @contextmanager
    def _of_all_processes(self):
        """SQLite itself would let in whoever asks at the right moment, and some wait long."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)


class Job:
    """What one request wants written."""

    def __init__(self, work):
        self._work, self._value, self.error, self.is_over = work, None, None, False

    def do(self):
        """Do it, inside the transaction of all."""
        self._value = self._work()

    def outcome(self):
        """What it returned, or raised."""
        if self.error:
            raise self.error
        return self._value


def _serve(jobs):
    """One that fails takes all of them back, so then each is done alone and harms nobody else."""
    try:
        _committed(lambda: [job.do() for job in jobs], "BEGIN IMMEDIATE")
    except Exception as error:
        if jobs[1:] and not isinstance(error, sqlite3.OperationalError):  # busy is busy for all
            for job in jobs:
                _serve([job])
            return
        for job in jobs:
            job.error = error
    for job in jobs:
        job.is_over = True


def _committed(work, begin="BEGIN"):
    run(begin)
    try:
        found = work()
        run("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error, psycopg.Error):  # the first error is the one to tell
            run("ROLLBACK")
        raise
    return found
