"""Which connection of the driver's a statement runs on: the session's, or one of the view's own."""

from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import wraps
from typing import NamedTuple

import psycopg

from webapp.extensions import db


class Driver(NamedTuple):
    """A connection of the driver's, and the transaction of the session's that it serves."""

    connection: object
    is_postgresql: bool
    transaction: object = None


_own: ContextVar[Driver | None] = ContextVar("own", default=None)


def current():
    """The connection for the next statement."""
    return _own.get() or _of_session()


def lean(view):
    """Let a view do without SQLAlchemy's session, whose bookkeeping costs more than statements.

    It gets a connection of its own, on which each statement stands alone unless `in_transaction`.
    """

    @wraps(view)
    def leanly(*args, **kwargs):
        with _own_connection():
            return view(*args, **kwargs)

    return leanly


@contextmanager
def _own_connection():
    pooled = db.engine.raw_connection()
    driver = Driver(pooled.driver_connection, db.engine.dialect.name == "postgresql")
    own = _own.set(driver)
    try:
        if driver.is_postgresql:
            driver.connection.autocommit = True
        yield
    finally:
        _own.reset(own)
        if driver.is_postgresql:
            with suppress(psycopg.Error):  # it is lost, and the pool will see that
                driver.connection.autocommit = False
        pooled.close()


def _of_session():
    """Asked of SQLAlchemy once for each transaction: asking costs as much as a statement."""
    session = db.session()
    known = session.info.get("driver")
    if known is None or known.transaction is not session.get_transaction():
        connection = session.connection()
        is_postgresql = connection.dialect.name == "postgresql"
        known = Driver(connection.connection, is_postgresql, session.get_transaction())
        session.info["driver"] = known
    return known
