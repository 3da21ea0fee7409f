"""Whether Footing runs here: while it does, nobody puts another database in place of its own."""

import fcntl
from contextlib import contextmanager

import click
from flask import current_app

from webapp import first_run

IN_USE = "Footing is running here: stop it first."


@contextmanager
def serving():
    """Whoever would put something else in place of the database sees that it is in use."""
    with _lock() as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def nobody_served():
    """While a database changes its place, nobody is told that their words are kept in the old one.
    Raises ClickException."""
    with _lock() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as wrong:
            raise click.ClickException(IN_USE) from wrong
        yield


def _lock():
    first_run.make_folder()
    return (current_app.config["INSTANCE"] / "serving-lock").open("a")
