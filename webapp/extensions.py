"""The extensions, made here and attached in create_app."""

from datetime import UTC, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import psycopg
from flask import g, has_request_context, request
from flask_compress import Compress
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, MetaData, TypeDecorator, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # phones empty their outbox when told, so told must mean on the disk
    "wal_autocheckpoint=4000",  # pages: each is put in its place once for many that wrote to it
    "busy_timeout=5000",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
)
READING = frozenset({"GET", "HEAD", "OPTIONS"})
# Longer than a request waits for a lock, and short enough for a phone, which waits for 30 in all.
LONGEST_SILENCE_S = 15


class Base(DeclarativeBase):
    """Every table's class. Constraints have names, so that later migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator):
    """A point in time, always aware and in UTC; SQLite would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value)


class Identified:
    """A row whose id is made with the object, because sealed fields are bound to it."""

    id: Mapped[UUID] = mapped_column(primary_key=True)

    def __init__(self, **fields):
        self.id = fields.pop("id", None) or uuid4()
        super().__init__(**fields)


class Loader(LoginManager):
    """Flask-Login as a loader and nothing else: it has no cookie of its own, so none to look at."""

    def _load_user(self):
        self._update_request_context_with_user(self._request_callback(request))

    def _update_remember_cookie(self, response):
        return response


class Connection(psycopg.Connection):
    """One to a PostgreSQL that may be frozen: it keeps the line open then, and says nothing.

    A request gives it up; what had begun is taken back, unless COMMIT was said. A command, or what
    the server does by itself, may take as long as it takes.
    """

    def wait(self, *given, timeout=None, **how):
        """Have one statement answered."""
        if timeout is None and has_request_context():
            timeout = LONGEST_SILENCE_S
        try:
            return super().wait(*given, timeout=timeout, **how)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                self.close()  # or its late answer would be taken for that to the next statement
            raise

    def commit(self):
        """Where it breaks off, nobody knows whether what was begun is kept, and a page says so."""
        try:
            super().commit()
        except psycopg.OperationalError:
            if self.closed and has_request_context() and request.method not in READING:
                g.is_unsure = True
            raise


class Database(SQLAlchemy):
    """Sessions that are let go of also where the database went away meanwhile."""

    def _teardown_session(self, exc):
        """The answer is made by then, and what failed would take its place."""
        try:
            self.session.remove()
        except DBAPIError:  # its connection is gone, and so is whatever it had begun
            self.session.registry.clear()


db = Database(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate(directory=None)
login_manager = Loader()
compress = Compress()


def now():
    """This moment, in UTC. The one clock of the server."""
    return datetime.now(UTC)


def zone(name):
    """A time zone by its name, or by its hours from UTC; UTC where this machine does not know it,
    as a phone may."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _from_utc(name.removeprefix("GMT"))  # as older browsers say it


def _from_utc(hours):
    try:
        return datetime.strptime(hours, "%z").tzinfo
    except ValueError:
        return UTC


def prepare(engine):
    """Have every connection to the database be as this file says."""
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    else:
        event.listen(engine, "do_connect", _connect)


def _connect(_dialect, _record, where, how):
    return Connection.connect(*where, **how)


def _prepare_sqlite(engine):
    """Make each connection durable and each writing transaction exclusive from its first word.

    A deferred transaction that reads and then writes fails under load however long it waits:
    another writer has moved on since it read. So everything begins IMMEDIATE, save for requests
    that only read.
    """
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave_nothing_open)


def _set_pragmas(connection, _record):
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection):
    reads = has_request_context() and request.method in READING
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _leave_nothing_open(connection, _record):
    """A COMMIT that fails, on a full disk for one, leaves its transaction open in SQLite: it would
    keep every other writer out for good."""
    if connection is not None and connection.in_transaction:
        connection.rollback()
