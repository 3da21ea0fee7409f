"""A database as a released version made it, with rows in each of its tables."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import sqlalchemy as sa

ROWS = 3
BARE = 1  # the second of them has nothing where nothing may stand
WHEN = datetime(2026, 11, 23, 18, tzinfo=UTC)
# What a column of this Python type and length holds in the row of this number: something greater
# than in the row before, so that what must be unique is, and rows stay in order.
VALUES = {
    bool: lambda n, length: n % 2 == 0,
    datetime: lambda n, length: WHEN + timedelta(days=n),
    date: lambda n, length: date(2026, 11, 23) + timedelta(days=n),
    time: lambda n, length: time(n // 60, n % 60),
    int: lambda n, length: n + 1,
    UUID: lambda n, length: UUID(int=n + 1),
    str: lambda n, length: f"{n:0{length or 32}x}"[-(length or 32) :],
    bytes: lambda n, length: bytes([n, 255]),
    dict: lambda n, length: [str(n)],
}


def tables(connection):
    """What is in it, whatever today's models say: each table, after those it belongs to."""
    found = sa.MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(connection, first):
    """Put rows into each table, numbered from `first`. The same number is the same value in every
    table, so whoever a row belongs to is there."""
    for table in tables(connection):
        rows = [_row(table, n) for n in range(first, first + ROWS)]
        connection.execute(table.insert(), rows)


def kept(connection):
    """Every row of every table, as {table: {column: its values in the order of the rows}}."""
    return {table.name: _columns(connection, table) for table in tables(connection)}


def _row(table, n):
    is_bare = n % ROWS == BARE
    return {c.name: None if is_bare and c.nullable else _value(c, n) for c in table.columns}


def _value(column, n):
    if isinstance(column.type, sa.JSON):
        return VALUES[dict](n, None)
    kind = column.type.python_type
    return VALUES[kind](n, getattr(column.type, "length", None))


def _columns(connection, table):
    rows = connection.execute(sa.select(table).order_by(*table.primary_key)).all()
    return {c.name: [row[i] for row in rows] for i, c in enumerate(table.columns)}
