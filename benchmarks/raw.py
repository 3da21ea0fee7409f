"""The least that SQLite can do: the measure for pushes of 20."""

import sqlite3
import tempfile
import time
from pathlib import Path

import msgspec

from webapp.journal.schema import Sync

TABLE = """
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=FULL;
    CREATE TABLE entry (
        seq INTEGER PRIMARY KEY, account TEXT, id TEXT, record TEXT, kind TEXT, body TEXT,
        sha256 TEXT, written_at TEXT, UNIQUE (account, id), UNIQUE (account, seq)
    )"""
INSERT = """
    INSERT INTO entry (account, id, record, kind, body, sha256, written_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""


def raw_sqlite(requests):
    """Entries a second that SQLite takes when nothing but decoding stands before it."""
    bodies = [request.partition(b"\r\n\r\n")[2] for request in requests]
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "raw.sqlite", isolation_level=None)
        connection.executescript(TABLE)
        begin = time.perf_counter()
        for body in bodies:
            _write(connection, msgspec.json.decode(body, type=Sync))
        spent = time.perf_counter() - begin
        connection.close()
    return len(bodies) * 20 / spent


def _write(connection, asked):
    account = asked.account.hex
    rows = [(account, i.entry.hex, i.record.hex, i.kind, i.body, i.sha256, str(i.written_at))
            for i in asked.push]  # fmt: skip
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(INSERT, rows)
    connection.execute("COMMIT")
