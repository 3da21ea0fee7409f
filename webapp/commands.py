"""What an operator can say: serve, invite, let-in, demo, remind, erase-due, backup …"""

import os
import signal
from functools import partial

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp import broken_off, clock, first_run
from webapp.alliance_json import alliance
from webapp.appointments import diary
from webapp.audit.commands import verify_audit
from webapp.backup.commands import backup, backup_key, restore
from webapp.demo.filling import demo
from webapp.extensions import db
from webapp.hourly import Hourly
from webapp.journal import erasure
from webapp.passkeys.commands import stop_let_in
from webapp.port import require_free
from webapp.practice import summaries
from webapp.practice.commands import erase_account, invite, let_in
from webapp.privacy import retention
from webapp.privacy.data_map import data_map
from webapp.reminders import queue
from webapp.reminders.worker import Worker
from webapp.rotation import rotate_keys
from webapp.security.door import MOST_CONNECTED, threads_for

STOP = (signal.SIGTERM, signal.SIGINT)
NOT_YET = (
    "Nothing was emptied: the clock of this server has leapt ahead by more than a month, and for a "
    "day nothing is erased, in case it is wrong."
)
STOPPING_S = 30  # what is in flight is finished, but nobody waits for a phone that fell silent


def attach(app):
    """Add the commands."""
    for command in COMMANDS:
        app.cli.add_command(command)


@click.command()
@with_appcontext
def serve():
    """Make what is missing, then serve until stopped."""
    require_free(current_app.config["BIND"], current_app.config["PORT"])
    with first_run.serving():
        _serve()


def _serve():
    first_run.prepare()
    link = first_run.set_up_link()
    config = current_app.config
    click.echo(f"Footing is at {config['PUBLIC_ORIGIN']}")
    if link:
        click.echo(f"Set it up here, once: {link}")
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
        _granian(config).serve()
    finally:
        worker.stop()


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


@click.command()
@with_appcontext
def remind():
    """Send the reminders that are due. The server does this by itself, every minute."""
    first_run.prepare()
    click.echo(f"Sent: {queue.send_all()}")


@click.command("erase-due")
@with_appcontext
def erase_due():
    """Empty what was deleted 30 days ago. The server does this by itself, every hour."""
    first_run.prepare()
    clock.look()  # where no server looks by the hour, its day of doubt begins here
    emptied = clock.once_believed(erasure.erase_due)()
    click.echo(f"Emptied: {emptied}" if emptied is not None else NOT_YET)


COMMANDS = [
    broken_off.told(command) for command in (
        serve, invite, let_in, stop_let_in, demo, alliance, remind, erase_due, erase_account,
        backup_key, backup, restore, verify_audit, rotate_keys, data_map,
    )
]  # fmt: skip
