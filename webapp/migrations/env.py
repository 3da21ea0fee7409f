"""Runs the migrations, on SQLite and on PostgreSQL.

SQLite changes a table by building it anew and dropping the old one, which with foreign keys on
deletes every child row without a word. So they are off while it happens, and the rows of each
table are counted before and after.
"""

from alembic import context
from flask import current_app
from sqlalchemy import inspect, text

from webapp.extensions import Moment

db = current_app.extensions["migrate"].db


class RowsLost(Exception):
    """A migration would have lost rows; it was rolled back."""


def main():
    with db.engine.connect() as connection:
        _set_foreign_keys(connection, False)
        with connection.begin():
            _wait_for_others(connection)
            before = _counted(connection)
            _migrate(connection)
            _require_all_rows(before, _counted(connection))
        _set_foreign_keys(connection, True)


def _wait_for_others(connection):
    """Two who start at the same moment would both make the first table. On SQLite the transaction
    itself is alone."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('footing migrations'))"))


def _migrate(connection):
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
        render_item=_as_sqlalchemy,
    )
    with context.begin_transaction():
        context.run_migrations()


def _as_sqlalchemy(kind, thing, _context):
    """A migration outlives our own types, so it is written with SQLAlchemy's."""
    is_moment = kind == "type" and isinstance(thing, Moment)
    return "sa.DateTime(timezone=True)" if is_moment else False


def _set_foreign_keys(connection, on):
    """The pragma does nothing inside a transaction, so it is given to the driver, before one."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def _counted(connection):
    tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    count = {t: connection.execute(text(f'SELECT count(*) FROM "{t}"')) for t in tables}  # noqa: S608
    return {table: rows.scalar() for table, rows in count.items()}


def _require_all_rows(before, after):
    lost = [t for t, rows in before.items() if t in after and after[t] < rows]
    if lost:
        raise RowsLost(f"Rows would have been lost in: {', '.join(sorted(lost))}.")


main()
