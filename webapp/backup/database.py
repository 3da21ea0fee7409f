"""The whole database as one file, taken while it is in use, and put in the place of another."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from webapp.extensions import db


class NotDone(Exception):
    """The database could not be copied or put back; the message says why."""


def ours():
    """The database of this installation, by its kind."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    return Sqlite(Path(db.engine.url.database)) if is_sqlite else Postgresql(db.engine.url)


def is_in_use():
    """Whether somebody is in it already."""
    if "person" not in db.inspect(db.engine).get_table_names():
        return False
    with db.engine.connect() as connection:
        return connection.execute(text("SELECT 1 FROM person LIMIT 1")).first() is not None


class Sqlite:
    """One file, and the log beside it."""

    kind = "sqlite"

    def __init__(self, file):
        self.file = file

    def copy_to(self, copy):
        """A consistent copy. Writers go on."""
        with closing(sqlite3.connect(self.file)) as live:
            live.execute("VACUUM INTO ?", [str(copy)])

    def prepared(self, copy):
        """Bring a copy beside the present one, perhaps on another disk. Raises NotDone for one that
        is damaged."""
        if not _is_sound(copy):
            raise NotDone("The database in this backup is damaged.")
        return Path(shutil.move(copy, self.file.with_name(f"restoring-{self.file.name}")))

    def put_away(self, folder):
        """Move the present one there."""
        for file in self.file.parent.glob(f"{self.file.name}*"):
            shutil.move(file, folder / file.name)

    def replace_with(self, prepared):
        """Put a prepared copy in place."""
        prepared.replace(self.file)


def _is_sound(file):
    try:
        with closing(sqlite3.connect(file)) as found:
            return found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


class Postgresql:
    """A database of a server, by PostgreSQL's own programs, as new as the server."""

    kind = "postgresql"

    def __init__(self, url):
        self._url = make_url(url)

    def copy_to(self, copy):
        """A consistent copy. Writers go on."""
        self._run("pg_dump", "--format=custom", "--no-owner", f"--file={copy}")

    def prepared(self, copy):
        """As it is: a server restores it whole or not at all."""
        return copy

    def put_away(self, folder):
        """Keep a copy of the present one there."""
        self.copy_to(folder / "footing.pgdump")

    def replace_with(self, prepared):
        """Put a copy in place, whole or not at all."""
        how = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
        self._run("pg_restore", *how, str(prepared))

    def _run(self, program, *how):
        place = self._url.set(drivername="postgresql", password=None).render_as_string(False)
        secret = {"PGPASSWORD": self._url.password} if self._url.password else {}
        command = [program, f"--dbname={place}", *how]
        try:
            subprocess.run(command, check=True, capture_output=True, env=os.environ | secret)  # noqa: S603
        except FileNotFoundError as gone:
            raise NotDone(f"{program} is missing: install PostgreSQL's client programs.") from gone
        except subprocess.CalledProcessError as wrong:
            raise NotDone(f"{program} failed: {wrong.stderr.decode()[-300:].strip()}") from wrong
