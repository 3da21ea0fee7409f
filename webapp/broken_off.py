"""What an operator reads where the database or the disk fails a command half-way.

What the error itself says may be somebody's words, so only its kind is told, and its place logged.
"""

import logging
import sqlite3
from functools import wraps

import click
import psycopg
from sqlalchemy.exc import SQLAlchemyError

BROKEN_OFF = (
    "This broke off ({}), so it was not done, or not to its end. Look whether the disk has room, "
    "and whether the database is there and lets Footing write; then say it again."
)
LOCKED = (
    "Another program has the database locked, so this was not done, or not to its end: wait until "
    "that is over, or end it, and then say it again."
)
log = logging.getLogger(__name__)


def told(command):
    """The command, which fails with a sentence."""
    command.callback = _in_a_sentence(command.callback)
    return command


def _in_a_sentence(callback):
    @wraps(callback)
    def done(*args, **kwargs):
        try:
            return callback(*args, **kwargs)
        except BrokenPipeError:  # whoever reads has had enough, and Click knows
            raise
        except (SQLAlchemyError, sqlite3.Error, psycopg.Error, OSError) as wrong:
            log.exception("a command broke off")
            raise click.ClickException(_said(wrong)) from wrong

    return done


def is_locked(wrong):
    """Whether somebody else has the database, and kept it for longer than anybody waits."""
    first = getattr(wrong, "orig", None) or wrong
    is_busy = getattr(first, "sqlite_errorname", "").startswith("SQLITE_BUSY")
    return is_busy or isinstance(first, psycopg.errors.LockNotAvailable)


def _said(wrong):
    return LOCKED if is_locked(wrong) else BROKEN_OFF.format(_why(wrong))


def _why(wrong):
    first = getattr(wrong, "orig", None) or wrong
    name = getattr(first, "sqlite_errorname", type(first).__name__)
    return getattr(first, "strerror", None) or name
