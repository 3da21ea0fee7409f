"""A copy of a database, and putting it back under the feet of a running server."""

import sqlite3
from contextlib import closing, contextmanager

from webapp.extensions import db


def backup(app):
    """Copy the database as it is. Returns what puts the copy back."""
    with app.app_context():
        is_postgresql = db.engine.dialect.name == "postgresql"
    file = app.config["INSTANCE"] / "footing.sqlite"
    return (OfPostgresql(app) if is_postgresql else OfSqlite(file)).restore


class OfSqlite:
    """SQLite's own online backup, both ways."""

    def __init__(self, file):
        self.file, self.copy = file, sqlite3.connect(":memory:", check_same_thread=False)
        with closing(sqlite3.connect(self.file)) as live:
            live.backup(self.copy)

    def restore(self):
        """Put it back."""
        with closing(sqlite3.connect(self.file)) as live:
            self.copy.backup(live)


class OfPostgresql:
    """The rows of every table, as pg_dump writes them and pg_restore reads them."""

    def __init__(self, app):
        self.app, self.tables = app, [table.name for table in db.metadata.sorted_tables]
        with self._cursor() as cursor:
            self.rows = {table: _out(cursor, table) for table in self.tables}

    def restore(self):
        """Put it back."""
        with self._cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")  # in any order
            cursor.execute("; ".join(f"DELETE FROM {table}" for table in self.tables))
            for table, rows in self.rows.items():
                _in(cursor, table, rows)
            cursor.execute(NUMBERS_ON)

    @contextmanager
    def _cursor(self):
        with self.app.app_context(), closing(db.engine.raw_connection()) as connection:
            yield connection.cursor()
            connection.commit()


NUMBERS_ON = "SELECT setval('entry_number_seq', coalesce(max(number), 0) + 1, false) FROM entry"


def _out(cursor, table):
    with cursor.copy(f"COPY {table} TO STDOUT") as rows:
        return b"".join(rows)


def _in(cursor, table, rows):
    with cursor.copy(f"COPY {table} FROM STDIN") as into:
        into.write(rows)
