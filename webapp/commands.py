"""What an operator can say: serve, invite, let-in, demo, remind, erase-due, backup …"""

import click
from flask.cli import with_appcontext

from webapp import broken_off, clock, first_run
from webapp.alliance_json import alliance
from webapp.audit.commands import verify_audit
from webapp.backup.commands import backup, backup_key, restore
from webapp.demo.filling import demo
from webapp.journal import erasure
from webapp.passkeys.commands import stop_let_in
from webapp.practice.commands import erase_account, invite, let_in
from webapp.privacy.data_map import data_map
from webapp.reminders import queue
from webapp.rotation import rotate_keys
from webapp.server import serve

NOT_YET = (
    "Nothing was emptied: the clock of this server has leapt ahead by more than a month, and for a "
    "day nothing is erased, in case it is wrong."
)


def attach(app):
    """Add the commands."""
    for command in COMMANDS:
        app.cli.add_command(command)


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
