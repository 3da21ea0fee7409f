"""The whole database as one file, taken while it is in use, and put in the place of another."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from webapp.extensions import db

DAMAGED = "The database in this backup is damaged."
# Also those of a newer version, which a backup from before it does not know.
DROP_ALL = """DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', each.tablename);
    END LOOP;
END $$"""
# Whose tables they were, who else was let in, and what the administrator added. On another machine
# nobody may know them, and none is Footing's to make anew.
NOT_OURS = "--no-owner", "--no-acl", "--no-comments", "--no-publications", "--no-subscriptions"


class NotDone(Exception):
    """The database could not be copied or put back; the message says why."""


def ours():
    """The database of this installation, by its kind."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    return Sqlite(Path(db.engine.url.database)) if is_sqlite else Postgresql(db.engine.url)


class Sqlite:
    """One file, and the log beside it."""

    kind = "sqlite"

    def __init__(self, file):
        self.file, self._beside = file, file.with_name(f"restoring-{file.name}")

    def keeps(self, path):
        """Whether this is where SQLite keeps it, or its log while somebody is connected."""
        names = [f"{self.file.name}{end}" for end in ("", "-wal", "-shm", "-journal")]
        return path.resolve() in {self.file.with_name(name).resolve() for name in names}

    def copy_to(self, copy):
        """A consistent copy. Writers go on."""
        try:
            with closing(sqlite3.connect(self.file)) as live:
                live.execute("VACUUM INTO ?", [str(copy)])
        except sqlite3.Error as wrong:
            raise NotDone(f"SQLite could not copy the database: {wrong}.") from wrong

    def make_ready(self, copy, ready):
        """Make `ready` of a copy: what `replace_with` takes. Returns the copy's revision; None
        without one. Raises NotDone for one that is damaged."""
        try:
            with closing(sqlite3.connect(copy)) as opened:
                revision = _revision_of(opened)
        except sqlite3.DatabaseError as wrong:
            raise NotDone(DAMAGED) from wrong
        copy.rename(ready)
        return revision

    def is_waiting(self, ready):
        """Whether `replace_with` has not come to its end."""
        return ready.exists() or self._beside.exists()

    def replace_with(self, ready, away):
        """Bring it beside the present one, perhaps on another disk; move that one away, and it into
        its place. Stopped anywhere, it goes on when it is called again."""
        if ready.exists():
            shutil.move(ready, self._beside)
        for file in self.file.parent.glob(f"{self.file.name}*"):
            shutil.move(file, away / file.name)
        self._beside.replace(self.file)


def _revision_of(copy):
    if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise NotDone(DAMAGED)
    there = copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    row = there and copy.execute("SELECT version_num FROM alembic_version").fetchone()
    return row and row[0]


class Postgresql:
    """A database of a server, by PostgreSQL's own programs, as new as the server."""

    kind = "postgresql"

    def __init__(self, url):
        self._url = make_url(url)

    def keeps(self, path):
        """No file that an operator could name."""
        return False

    def copy_to(self, copy):
        """A consistent copy. Writers go on."""
        self._run("pg_dump", "--format=custom", "--no-owner", f"--file={copy}")

    def make_ready(self, copy, ready):
        """Make `ready` of a copy: what `replace_with` takes. Returns the copy's revision; None
        without one. Raises NotDone for one that is damaged."""
        wanted = copy.with_name("wanted")
        wanted.write_text(_without_extensions(_said_by(["pg_restore", "--list", str(copy)])))
        how = ["--clean", "--if-exists", *NOT_OURS, f"--use-list={wanted}", f"--file={ready}"]
        _said_by(["pg_restore", *how, str(copy)])
        only = ["--data-only", "--table=alembic_version", "--file=-"]
        rows = _said_by(["pg_restore", *only, str(copy)])
        found = re.search(r"^COPY .*\n(\w+)$", rows, re.MULTILINE)
        return found and found[1]

    def is_waiting(self, ready):
        """Whether `replace_with` has not come to its end."""
        return ready.exists()

    def replace_with(self, ready, away):
        """Keep a copy of the present one there, and put this one in its place, whole or not at
        all."""
        self.copy_to(away / "footing.pgdump")
        how = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        self._run("psql", *how, f"--command={DROP_ALL}", f"--file={ready}")
        ready.unlink()

    def _run(self, program, *how):
        place = self._url.set(drivername="postgresql", password=None).render_as_string(False)
        secret = {"PGPASSWORD": self._url.password} if self._url.password else {}
        _said_by([program, f"--dbname={place}", *how], secret)


def _without_extensions(listed):
    """Of what a dump holds, a line each, all but the extensions: an administrator adds them."""
    return "".join(line for line in listed.splitlines(True) if " EXTENSION " not in line)


def _said_by(command, more=None):
    try:
        done = subprocess.run(  # noqa: S603
            command, check=True, capture_output=True, env=os.environ | (more or {})
        )
    except FileNotFoundError as gone:
        missing = f"{command[0]} is missing: install PostgreSQL's client programs."
        raise NotDone(missing) from gone
    except subprocess.CalledProcessError as wrong:
        why = wrong.stderr.decode(errors="replace")[-300:].strip()
        raise NotDone(f"{command[0]} failed: {why}") from wrong
    return done.stdout.decode()
