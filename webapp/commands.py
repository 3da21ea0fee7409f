"""What an operator can say: serve, invite, let-in, demo, remind, erase-due, backup …"""

import json
import os
import signal
import socket
from functools import partial
from uuid import UUID

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp import first_run
from webapp.alliance_json import alliance
from webapp.appointments import diary
from webapp.audit.commands import verify_audit
from webapp.backup.commands import backup, backup_key, restore
from webapp.demo.filling import demo
from webapp.extensions import db
from webapp.hourly import Hourly
from webapp.journal import erasure
from webapp.passkeys.commands import stop_let_in
from webapp.people.links import invitation_url
from webapp.people.models import SETTINGS, Person
from webapp.practice import summaries
from webapp.practice.letting_in import let_in_again
from webapp.privacy import closing, retention
from webapp.privacy.data_map import data_map
from webapp.reminders import queue
from webapp.reminders.worker import Worker
from webapp.rotation import rotate_keys
from webapp.security.door import threads_for

STOP = (signal.SIGTERM, signal.SIGINT)
STOPPING_S = 30  # what is in flight is finished, but nobody waits for a phone that fell silent


def attach(app):
    """Add the commands."""
    for command in (
        serve, invite, let_in, stop_let_in, demo, alliance, remind, erase_due, erase_account,
        backup_key, backup, restore, verify_audit, rotate_keys, data_map,
    ):  # fmt: skip
        app.cli.add_command(command)


@click.command()
@with_appcontext
def serve():
    """Make what is missing, then serve until stopped."""
    _require_free(current_app.config["BIND"], current_app.config["PORT"])
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
    jobs = erasure.erase_due, retention.erase_too_old, diary.extend_due, summaries.refresh
    Hourly(app, *jobs).start()
    try:
        _granian(config).serve()
    finally:
        worker.stop()


def _go_when_told():
    """Who does not serve yet has nothing to finish. The server's own handlers, which a fork
    inherits, would swallow the word, and everybody would wait for STOPPING_S: until they are gone,
    it is held back."""
    for told in STOP:
        signal.signal(told, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)


def _require_free(address, port):
    """Two servers can listen on one port, and would share the visitors at random."""
    try:
        with socket.create_server((address, port)):
            pass
    except OSError as taken:
        raise click.ClickException(
            f"Port {port} is taken: stop what is there, or choose another PORT."
        ) from taken


def _granian(config):
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "wsgi:app",
        address=config["BIND"],
        port=config["PORT"],
        interface=Interfaces.WSGI,
        workers=config["WORKERS"],
        blocking_threads=threads_for(config["THREADS"]),
        workers_kill_timeout=STOPPING_S,
        respawn_failed_workers=True,  # one that dies takes nobody along
        log_access=False,  # it would hold addresses and paths
        log_level=LogLevels.error,  # it would warn of that many threads, most of which only wait
        log_dictconfig={"loggers": {"_granian": {"propagate": True}}},  # as security/logs.py writes
        websockets=False,
    )


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(["therapist"]), help="Invite a therapist.")
@click.option("--of", "therapist_id", type=click.UUID, help="Invite a client of this therapist.")
@click.option("--setting", type=click.Choice(SETTINGS), default="in_person", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def invite(name, role, therapist_id, setting, as_json):
    """Invite NAME: a therapist with --role therapist, a client with --of THERAPIST_ID."""
    if (role is None) == (therapist_id is None):
        raise click.UsageError("Say either --role therapist or --of THERAPIST_ID.")
    first_run.prepare()
    person, secret = _invited(name, therapist_id, setting)
    db.session.commit()
    url = invitation_url(secret)
    told = {"person": str(person.id), "secret": secret, "url": url}
    click.echo(json.dumps(told) if as_json else url)


def _invited(name, therapist_id: UUID | None, setting):
    if therapist_id is None:
        return Person.invite_therapist(name)
    therapist = db.session.get(Person, therapist_id)
    if therapist is None or therapist.role != "therapist":
        raise click.UsageError("There is no therapist with this id.")
    return therapist.invite_client(name, setting)


@click.command("let-in")
@click.argument("person_id", type=click.UUID)
@with_appcontext
def let_in(person_id):
    """Let PERSON_ID in again, who lost every passkey: prints a link. When it is used, what signed
    them in until now ends; what a client keeps private comes back as “How it works” says."""
    first_run.prepare()
    secret = let_in_again(_living(person_id))
    db.session.commit()
    click.echo(invitation_url(secret))


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
    click.echo(f"Emptied: {erasure.erase_due()}")


@click.command("erase-account")
@click.argument("person_id", type=click.UUID)
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def erase_account(person_id, yes):
    """Erase the account of PERSON_ID for good, with everything they wrote."""
    first_run.prepare()
    name = _living(person_id).name or "this person"
    db.session.remove()  # nobody waits for the database while somebody thinks
    if not yes:
        click.confirm(f"Erase {name}, and everything they wrote, for good?", abort=True)
    try:
        closing.erase_account(_living(person_id))
    except closing.StillNeeded as needed:
        raise click.ClickException(
            "Nothing was erased: this therapist has clients. Erase their accounts first."
        ) from needed
    db.session.commit()
    erasure.leave_no_copy()
    click.echo("Erased.")


def _living(person_id):
    person = db.session.get(Person, person_id)
    if person is None or person.erased_at:
        raise click.UsageError("There is nobody with this id.")
    return person
