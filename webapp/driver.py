"""Which connection of the driver's a statement runs on: the session's, or one of the view's own."""

import sqlite3
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
_kept: list["Kept"] = []


def current():
    """The connection for the next statement."""
    return _own.get() or _of_session()


def lean(view):
    """Let a view do without SQLAlchemy's session, whose bookkeeping costs more than statements.

    It runs on a connection of its own, where each statement stands alone unless it is
    `in_transaction`.
    """

    @wraps(view)
    def leanly(*args, **kwargs):
        with _own_connection():
            return view(*args, **kwargs)

    return leanly


def let_go():
    """Close every connection that is kept for lean views."""
    while _kept:
        _kept.pop().close()


@contextmanager
def _own_connection():
    kept, is_sound = _taken(), True
    own = _own.set(kept.driver)
    try:
        yield
    except (sqlite3.Error, psycopg.Error):  # it may be lost, or hold a transaction open
        is_sound = False
        raise
    finally:
        _own.reset(own)
        _kept.append(kept) if is_sound else kept.close()


class Kept:
    """A connection for lean views. SQLAlchemy's pool makes it, and never sees it again: what the
    pool does for each request would cost more than a statement."""

    def __init__(self, engine):
        self.pool, pooled = engine.pool, engine.raw_connection()
        self.driver = Driver(pooled.driver_connection, engine.dialect.name == "postgresql")
        pooled.detach()
        if self.driver.is_postgresql:
            self.driver.connection.autocommit = True

    def close(self):
        """Let it go."""
        self.driver.connection.close()


def _taken():
    """The one that was used last, if it is of this application; else a new one."""
    while _kept:
        with suppress(IndexError):  # another thread was quicker
            kept = _kept.pop()
            if kept.pool is db.engine.pool:
                return kept
            kept.close()
    return Kept(db.engine)


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
