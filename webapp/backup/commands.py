"""What an operator says about backups: backup-key, backup, restore."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp import first_run, in_use
from webapp.audit import log
from webapp.backup import at_work, database, making, restoring
from webapp.backup.sealed_file import Unreadable, is_sealed, new_key
from webapp.security.whole_file import kept, written

HAS_KEY = (
    "There is a key for backups already, and whoever has it goes on needing it. With --replace "
    "there is a new one, for backups from now on."
)
NO_KEY = (
    "There is no key for backups yet. Say `flask backup-key`, and keep what it prints anywhere but "
    "on this server."
)
NO_FILE = "Say where the backup is to go: FILE is empty."
NO_BACKUP = (
    "Nothing was backed up: {} is no backup, and only an older backup gives way to a new one. "
    "Choose another FILE."
)
BAD_KEY = f"{making.PUBLIC_KEY} is damaged: put it back, or say `flask backup-key --replace`."
ABOUT_KEY = (
    "Whoever has this key can read every backup made from now on. Without it nobody can.\n"
    "Keep it where this server cannot reach it:"
)
IN_USE = "Somebody is in this installation already. With --replace it is put away, not deleted."
HALF_WAY = (
    "The restore stopped half-way: {}. Mend that, and start Footing: it goes on with it, before it "
    "serves. Or say this once more."
)

LEFT_BEHIND = (
    "{} had gone on with somebody who is not in this backup, and is with whom they had left, who "
    "reads what they share. Tell both before you start the server."
)


@click.command("backup-key")
@click.option("--replace", is_flag=True, help="Make a new one, though there is one.")
@with_appcontext
def backup_key(replace):
    """Make the key that backups are encrypted to. Its private half is printed once."""
    first_run.make_folder()
    if making.public_key().exists() and not replace:
        raise click.ClickException(HAS_KEY)
    private, public = new_key()
    with written(making.public_key()) as file:
        file.write(f"{public}\n".encode())
        kept(file)  # or somebody would keep a key that opens nothing
        click.echo(ABOUT_KEY, err=True)  # beside the key: a file it is sent to is a key file
        click.echo(private)  # before it is used: nobody is left with backups to a key unseen


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
def backup(file):
    """Write an encrypted backup of everything to FILE, while the server goes on.

    A FILE that is there already has to be a backup: it gives way to the new one.
    """
    if not file.name:
        raise click.ClickException(NO_FILE)
    if not making.public_key().exists():
        raise click.ClickException(NO_KEY)
    first_run.make_folder()
    try:
        _require_no_other(file)
        making.back_up_to(file)
    except Unreadable as wrong:
        raise click.ClickException(BAD_KEY) from wrong
    except (database.NotDone, OSError) as wrong:
        raise click.ClickException(f"There is no backup. {_why(wrong)}") from wrong
    click.echo(f"Backed up to {file}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key-file", type=click.File(errors="replace"), required=True,
    help="The private key, in a file; - to type it.",
)  # fmt: skip
@click.option("--replace", is_flag=True, help="Put away what is here now.")
@with_appcontext
def restore(file, key_file, replace):
    """Put the backup in FILE in place of what is here. Stop the server first.

    What was erased since it was made is erased once more, and who was shut out is shut out.
    """
    with in_use.nobody_served():
        if first_run.somebody_is_here() and not replace:
            raise click.ClickException(IN_USE)
        made_at, again = _put_back(file, key_file.read())
    click.echo(f"Restored as it was on {made_at:%d %B %Y at %H:%M} (UTC).")
    _tell(again)


def _put_back(file, private):
    try:
        manifest = restoring.put_in_place(file, private)
        return manifest.made_at, restoring.finish()
    except (Unreadable, database.NotDone, OSError) as wrong:
        raise click.ClickException(_how_far(wrong)) from wrong


def go_on():
    """With a restore that was stopped half-way, before anybody is served."""
    at_work.clear()
    if restoring.is_unfinished():
        try:
            again = restoring.finish()
        except (database.NotDone, OSError) as wrong:
            raise click.ClickException(HALF_WAY.format(_why(wrong))) from wrong
        click.echo("A restore had stopped half-way, and is finished now.", err=True)
        _tell(again, err=True)


first_run.finish_first(go_on)


def _tell(again, err=False):
    lines = [f"Erased once more: {again.erased}. Ended once more: {again.ended}."]
    for number in again.damaged:
        lines.append(f"Line {number} of erased.txt is damaged: what it said was not done.")
    for person_id in again.without_passkeys:
        by = f"let them in by `flask let-in {person_id}`"
        lines.append(f"No passkey is left to {person_id}: {by}.")
    for person_id in again.left_behind:
        lines.append(LEFT_BEHIND.format(person_id))
    _, broken = log.state()
    lines.append(f"What therapists read: {broken or 'the list is whole.'}")
    click.echo("\n".join(lines), err=err)


def _how_far(wrong):
    if isinstance(wrong, OSError) and restoring.is_unfinished():
        return HALF_WAY.format(_why(wrong))
    return f"Nothing was changed. {_why(wrong)}"


def _why(wrong):
    return getattr(wrong, "strerror", None) or str(wrong)


def _require_no_other(file):
    """Whoever takes FILE for what is to be backed up would lose it: the database, the secrets."""
    is_other = file.exists() and not is_sealed(file)
    if is_other or database.ours().keeps(file):
        raise click.ClickException(NO_BACKUP.format(file))
