"""Statements on the driver's own cursor, inside the session's transaction.

For the few that every request or every entry needs: half the cost of SQLAlchemy Core and a quarter
of its ORM. Written once, with `?` for a value, for SQLite and PostgreSQL alike.
"""

import sqlite3
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from webapp.extensions import db

MOMENT = "%Y-%m-%d %H:%M:%S.%f"
# As SQLAlchemy stores them, so that both ways read what the other wrote.
sqlite3.register_adapter(UUID, attrgetter("hex"))
sqlite3.register_adapter(
    datetime,
    lambda moment: moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds"),
)


def run(statement, *values):
    """Run a statement. Returns its rows as tuples; none for one that returns nothing."""
    cursor = _run("execute", statement, values)
    return cursor.fetchall() if cursor.description else []


def run_many(statement, rows):
    """Run a statement once for each row of values."""
    if rows:
        _run("executemany", statement, rows)


def among(values):
    """As many `?` as there are values, for IN (…)."""
    return ", ".join("?" * len(values))


def uuid(value):
    """A UUID as it was stored; None stays None."""
    return UUID(value) if isinstance(value, str) else value


def moment(value):
    """A moment as it was stored, in UTC; None stays None."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


def is_postgresql():
    """Whether the database is PostgreSQL."""
    return _driver().is_postgresql


def _run(how, statement, values):
    driver = _driver()
    cursor = driver.connection.cursor()
    getattr(cursor, how)(_for_postgresql(statement) if driver.is_postgresql else statement, values)
    return cursor


class Driver(NamedTuple):
    """The driver's connection of one transaction."""

    transaction: object
    connection: object
    is_postgresql: bool


def _driver():
    """Asked of SQLAlchemy once for each transaction: asking costs as much as a statement."""
    session = db.session()
    known = session.info.get("driver")
    if known is None or known.transaction is not session.get_transaction():
        connection = session.connection()
        is_postgresql = connection.dialect.name == "postgresql"
        known = Driver(session.get_transaction(), connection.connection, is_postgresql)
        session.info["driver"] = known
    return known


@cache
def _for_postgresql(statement):
    return statement.replace("?", "%s")
