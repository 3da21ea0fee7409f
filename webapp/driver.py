"""Which connection of the driver's a statement runs on: the session's, or one of the view's own."""

import sqlite3
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import local
from typing import NamedTuple

import psycopg

from webapp.extensions import db


class Driver(NamedTuple):
    """A connection of the driver's, and the transaction of the session's that it serves."""

    connection: object
    is_postgresql: bool
    transaction: object = None


_own: ContextVar[Driver | None] = ContextVar("own", default=None)
_kept = local()


def current():
    """The connection for the next statement."""
    return _own.get() or _of_session()


def lean(view):
    """Let a view do without SQLAlchemy's session, whose bookkeeping costs more than statements.

    It runs on a connection of its thread's own, where each statement stands alone unless it is
    `in_transaction`.
    """

    @wraps(view)
    def leanly(*args, **kwargs):
        with _own_connection():
            return view(*args, **kwargs)

    return leanly


def let_go():
    """Close the connection that this thread keeps."""
    _kept.__dict__.clear()


@contextmanager
def _own_connection():
    own = _own.set(_kept_by_this_thread().driver)
    try:
        yield
    except (sqlite3.Error, psycopg.Error):  # it may be lost, or hold a transaction open
        let_go()
        raise
    finally:
        _own.reset(own)


class Kept:
    """A connection that a thread keeps: fetching one each time would cost more than a statement."""

    def __init__(self, engine):
        self.pool, pooled = engine.pool, engine.raw_connection()
        self.driver = Driver(pooled.driver_connection, engine.dialect.name == "postgresql")
        pooled.detach()
        if self.driver.is_postgresql:
            self.driver.connection.autocommit = True

    def __del__(self):
        self.driver.connection.close()


def _kept_by_this_thread():
    kept = getattr(_kept, "connection", None)
    if kept is None or kept.pool is not db.engine.pool:
        kept = _kept.connection = Kept(db.engine)
    return kept


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
