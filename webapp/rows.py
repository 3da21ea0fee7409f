"""Statements on the driver's own cursor, written once, with `?` for a value, for both databases.

For the few that every request or every entry needs: half the cost of SQLAlchemy Core and a quarter
of its ORM.
"""

import sqlite3
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from uuid import UUID

from msgspec import convert

from webapp.driver import current

AT_ONCE = 500  # a statement has an end: PostgreSQL takes no more than 65,535 values


@lru_cache  # the entries of one push have one moment
def _as_text(moment):
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


# As SQLAlchemy stores them, so that both ways read what the other wrote. Where many ids are given,
# their `hex` is what both databases take, too, and costs SQLite less.
sqlite3.register_adapter(UUID, attrgetter("hex"))
sqlite3.register_adapter(datetime, _as_text)


def run(statement, *values):
    """Run a statement. Returns its rows as tuples; none for one that returns nothing."""
    cursor = _run("execute", statement, values)
    return cursor.fetchall() if cursor.description else []


def run_many(statement, rows):
    """Run a statement once for each row of values."""
    if rows:
        _run("executemany", statement, rows)


def run_among(statement, first, values):
    """Run a statement that ends in IN for these values, however many. Returns its rows."""
    pieces = in_pieces(values)
    return list(chain.from_iterable(run(f"{statement} ({among(p)})", first, *p) for p in pieces))


def in_pieces(values):
    """These values, AT_ONCE of them at a time."""
    every = list(values)
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]


def alone_in(table):
    """Let nobody else in here until COMMIT who asks for the same: for what is made if it is not
    there yet, so that there is no row to lock. SQLite has locked the whole file by then."""
    if is_postgresql():
        run(f"LOCK TABLE {table} IN SHARE UPDATE EXCLUSIVE MODE")


def among(values):
    """As many `?` as there are values, for IN (…)."""
    return ", ".join("?" * len(values))


def uuid(value):
    """A UUID as it was stored; None stays None."""
    return convert(value, UUID) if isinstance(value, str) else value


def hexed(value):
    """The 32 hex digits of a UUID as it was stored."""
    return value if isinstance(value, str) else value.hex


def dashed(value):
    """A UUID as it was stored, as JSON has it; None stays None."""
    if not isinstance(value, str):
        return value and str(value)
    return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"


def moment(value):
    """A moment as it was stored, in UTC; None stays None."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


def iso(value):
    """A moment as it was stored, as JSON has it."""
    return f"{value.replace(' ', 'T')}+00:00" if isinstance(value, str) else value.isoformat()


def is_postgresql():
    """Whether the database is PostgreSQL."""
    return current().is_postgresql


def _run(how, statement, values):
    driver = current()
    cursor = driver.connection.cursor()
    getattr(cursor, how)(_for_postgresql(statement) if driver.is_postgresql else statement, values)
    return cursor


@cache
def _for_postgresql(statement):
    return statement.replace("?", "%s")
