"""What an operator says about backups: backup-key, backup, restore."""

import hashlib
import os
import tempfile
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp import first_run
from webapp.audit import head, log
from webapp.audit.chain import Head
from webapp.backup import archive, database
from webapp.backup.sealed_file import Unreadable, new_key
from webapp.driver import lean, let_go
from webapp.extensions import db, now
from webapp.privacy import replay
from webapp.security import secrets
from webapp.security.whole_file import written

PUBLIC_KEY = "backup-key.pub"
NO_KEY = (
    "There is no key for backups yet. Say `flask backup-key`, and keep what it prints anywhere but "
    "on this server."
)
IN_USE = "Somebody is in this installation already. With --replace it is put away, not deleted."
OTHER_SECRETS = (
    "SECRETS in the environment are not those of this backup, and would open none of its words."
)


@click.command("backup-key")
@with_appcontext
def backup_key():
    """Make the key that backups are encrypted to. Its private half is printed once."""
    private, public = new_key()
    path = current_app.config["INSTANCE"] / PUBLIC_KEY
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(public + "\n")
    click.echo(
        "Whoever has this key can read every backup made from now on. Without it nobody can."
    )
    click.echo("Keep it where this server cannot reach it:")
    click.echo(private)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
def backup(file):
    """Write an encrypted backup of everything to FILE, while the server goes on."""
    public = current_app.config["INSTANCE"] / PUBLIC_KEY
    if not public.exists():
        raise click.ClickException(NO_KEY)
    os.umask(0o077)
    with tempfile.TemporaryDirectory(dir=current_app.config["INSTANCE"]) as folder:
        with secrets.held(current_app.config["INSTANCE"]):  # the keys fit the copy
            manifest, keys = _copied(Path(folder) / "database"), _secrets()
        with written(file) as sealed:
            archive.write(sealed, public.read_text(), manifest, keys, Path(folder) / "database")
    click.echo(f"Backed up to {file}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key-file", type=click.File(), required=True, help="The private key, in a file; - to type it."
)
@click.option("--replace", is_flag=True, help="Put away what is here now.")
@with_appcontext
def restore(file, key_file, replace):
    """Put the backup in FILE in place of what is here. Stop the server first.

    What was erased since it was made is erased once more, and who was shut out is shut out.
    """
    os.umask(0o077)
    current_app.config["INSTANCE"].mkdir(parents=True, exist_ok=True, mode=0o700)
    if database.is_in_use() and not replace:
        raise click.ClickException(IN_USE)
    try:
        manifest = _put_in_place(file, key_file.read())
    except (Unreadable, database.NotDone) as wrong:
        raise click.ClickException(f"Nothing was changed. {wrong}") from wrong
    first_run.prepare()
    again, broken = replay.do_again(), _how_readings_are()
    click.echo(f"Restored as it was on {manifest.made_at:%d %B %Y at %H:%M} (UTC).")
    click.echo(f"Erased once more: {again.erased}. Ended once more: {again.ended}.")
    for person_id in again.without_passkeys:
        click.echo(f"No passkey is left to {person_id}: let them in by `flask let-in {person_id}`.")
    click.echo(f"What therapists read: {broken or 'the list is whole.'}")


@lean
def _how_readings_are():
    """What is wrong with the list of readings, or None."""
    return log.verified(head.kept() or Head())[1]


def _copied(copy):
    """Copy the database. Returns what to hold the copy against."""
    here, end = database.ours(), _end_of_readings()
    here.copy_to(copy)
    return archive.Manifest(now(), here.kind, _digest(copy), end)


@lean
def _end_of_readings():
    """None in a database that a newer version has not brought up to date yet."""
    return str(log.end()) if log.is_there() else None


def _digest(copy):
    with copy.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _secrets():
    return current_app.config["SECRETS"] or _secrets_file().read_text()


def _secrets_file():
    return current_app.config["INSTANCE"] / secrets.NAME


def _put_in_place(file, key):
    """Everything is read and held against its list before anything here is touched."""
    here, instance = database.ours(), current_app.config["INSTANCE"]
    with tempfile.TemporaryDirectory(dir=instance) as folder, file.open("rb") as sealed:
        copy = Path(folder) / "database"
        with archive.reading(sealed, key) as (manifest, keys, copy_database):
            _require_fit(manifest, keys, here)
            copy_database(copy)
        if _digest(copy) != manifest.sha256:
            raise Unreadable("The database in this backup is damaged.")
        ready = here.prepared(copy)
        _put_away(here, instance)
        here.replace_with(ready)
        if not current_app.config["SECRETS"]:
            (Path(folder) / secrets.NAME).write_text(keys)
            (Path(folder) / secrets.NAME).replace(_secrets_file())
    _put_head(manifest.audit)
    db.engine.dispose()
    return manifest


def _put_head(text):
    """From now on the list of readings is held against what the backup says of it."""
    if text:
        head.keep(Head.read(text))
    else:
        head.path().unlink(missing_ok=True)


def _require_fit(manifest, keys, here):
    if manifest.database != here.kind:
        raise Unreadable(f"This is a backup of {manifest.database}, and here is {here.kind}.")
    if current_app.config["SECRETS"] and current_app.config["SECRETS"] != keys:
        raise Unreadable(OTHER_SECRETS)


def _put_away(here, instance):
    """Nothing that somebody wrote is lost by a restore."""
    db.session.remove()
    db.engine.dispose()
    let_go()
    folder = instance / f"before-restore-{now():%Y%m%d-%H%M%S-%f}"
    folder.mkdir(mode=0o700)
    here.put_away(folder)
    for file in filter(Path.exists, (_secrets_file(), head.path())):
        (folder / file.name).write_bytes(file.read_bytes())
