"""A fresh installation for each test: made once by the real migrations, then emptied each time.

The application stays the same, so that its statements and templates are compiled once.
"""

import shutil
from contextlib import closing
from sqlite3 import connect

import flask_migrate

from tests.arrivals import Arrivals
from webapp import create_app, driver
from webapp.extensions import db
from webapp.security import secrets

IN_ANY_ORDER = "SET LOCAL session_replication_role = replica"
KEPT = "footing.sqlite", secrets.NAME
NUMBERS_ANEW = "SELECT setval('entry_number_seq', 1, false)"


class OnSqlite:
    """One database file, overwritten by the migrated one."""

    def __init__(self, folder):
        self._migrated = folder / "migrated.sqlite"
        self._app = create_app({"INSTANCE": str(folder / "instance")})
        migrate(self._app)
        shutil.copy(folder / "instance" / "footing.sqlite", self._migrated)
        Arrivals.at(self._app)

    def emptied(self):
        """The application, with nothing in its database."""
        self.close()
        file = self._app.config["INSTANCE"] / "footing.sqlite"
        with closing(connect(self._migrated)) as empty, closing(connect(file)) as full:
            full.execute("PRAGMA synchronous=OFF")
            empty.backup(full)  # not a new file: an error that was kept may keep the old one open
        forget_the_last_test(self._app)
        return self._app

    def new(self, folder, **settings):
        """An application of its own, with other settings and an empty database."""
        folder.mkdir()
        shutil.copy(self._migrated, folder / "footing.sqlite")
        return create_app({"INSTANCE": str(folder), **settings})

    def close(self):
        """Let go of the database: the last connection takes SQLite's log along."""
        driver.let_go()
        with self._app.app_context():
            db.engine.dispose()


class OnPostgresql:
    """One database, whose rows are deleted: to truncate a table that has few takes far longer."""

    def __init__(self, folder, url):
        self._app = create_app({"INSTANCE": str(folder), "DATABASE_URL": url})
        migrate(self._app)
        tables = [f"DELETE FROM {table.name}" for table in db.metadata.sorted_tables]
        self._emptying = "; ".join([IN_ANY_ORDER, *tables, NUMBERS_ANEW])
        Arrivals.at(self._app)

    def emptied(self):
        """The application, with nothing in its database."""
        with self._app.app_context(), db.engine.begin() as connection:
            connection.exec_driver_sql(self._emptying)
        forget_the_last_test(self._app)
        return self._app

    def close(self):
        """Let go of the database."""
        driver.let_go()
        with self._app.app_context():
            db.engine.dispose()


def forget_the_last_test(app):
    """The lists and notes beside the database are of people and days the next test never met."""
    for file in app.config["INSTANCE"].iterdir():
        if file.is_file() and not file.name.startswith(KEPT):
            file.unlink()


def migrate(app):
    """Bring the database up to date, and let go of it."""
    with app.app_context():
        flask_migrate.upgrade()
        db.engine.dispose()
