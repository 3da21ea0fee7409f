"""The server: the processes that answer and remind, and what is done by the hour beside them."""

import os
import signal
from functools import partial

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp import clock, first_run, in_use
from webapp.appointments import diary
from webapp.extensions import db
from webapp.hourly import Hourly
from webapp.journal import erasure
from webapp.port import require_free
from webapp.practice import summaries
from webapp.privacy import retention
from webapp.reminders.worker import Worker
from webapp.security.door import MOST_CONNECTED, threads_for

STOP = (signal.SIGTERM, signal.SIGINT)
STOPPING_S = 30  # what is in flight is finished, but nobody waits for a phone that fell silent


@click.command()
@with_appcontext
def serve():
    """Make what is missing, then serve until stopped."""
    require_free(current_app.config["BIND"], current_app.config["PORT"])
    with in_use.serving():
        _serve()


def _serve():
    first_run.prepare()
    _say_where()
    db.session.remove()  # this process holds no lock while its workers serve
    os.register_at_fork(
        before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, STOP),
        after_in_parent=partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, STOP),
        after_in_child=_go_when_told,
    )
    app = current_app._get_current_object()
    worker = Worker(app)
    worker.start()
    Hourly(app, *hourly_jobs()).start()
    try:
        _granian(app.config).serve()
    finally:
        worker.stop()


def _say_where():
    link = first_run.set_up_link()
    click.echo(f"Footing is at {current_app.config['PUBLIC_ORIGIN']}")
    if link:
        click.echo(f"Set it up here, once: {link}")


def hourly_jobs():
    """What the server does by itself, in this order."""
    going = erasure.erase_due, retention.erase_too_old, retention.forget_partings
    erasing = map(clock.once_believed, going)
    return clock.look, *erasing, diary.extend_due, summaries.refresh


def _go_when_told():
    """Who does not serve yet has nothing to finish. The server's own handlers, which a fork
    inherits, would swallow the word, and everybody would wait for STOPPING_S: until they are gone,
    it is held back."""
    for told in STOP:
        signal.signal(told, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)


def _granian(config):
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    return Granian(
        "wsgi:app",
        address=config["BIND"],
        port=config["PORT"],
        interface=Interfaces.WSGI,
        workers=config["WORKERS"],
        http=HTTPModes.http1,  # HTTP/2 would let one connection take the room of hundreds
        backpressure=MOST_CONNECTED,
        blocking_threads=threads_for(config["THREADS"]),
        workers_kill_timeout=STOPPING_S,
        respawn_failed_workers=True,  # one that dies takes nobody along
        log_access=False,  # it would hold addresses and paths
        log_level=LogLevels.error,  # it would warn of that many threads, most of which only wait
        log_dictconfig={"loggers": {"_granian": {"propagate": True}}},  # as security/logs.py writes
        websockets=False,
    )
