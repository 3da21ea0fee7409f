"""The first start: secrets, the database, and the link by which the first therapist comes in."""

import logging
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

import click
import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from psycopg.errors import InsufficientPrivilege
from sqlalchemy.exc import SQLAlchemyError

from webapp import at_rest
from webapp.broken_off import LOCKED, is_locked
from webapp.extensions import db
from webapp.people.invitation import is_set_up
from webapp.people.links import invitation_url
from webapp.people.models import Person
from webapp.security import secrets
from webapp.security.keyring import ours
from webapp.wrong_setting import WrongSetting

AWAY = (
    "The database cannot be opened: look at DATABASE_URL, and whether the database is there and "
    "lets Footing in."
)
ROOT = (
    "This installation is another account’s, which could not read what root writes here: say it as "
    "that account, with sudo -u '#{}' before it."
)
READ_ONLY = "The database can only be read: let Footing write to it as well."
NO_RIGHTS = (
    "The database lets Footing in, but not make its tables, or not use them: give its account "
    "CREATE on the schema, and make it the owner of the tables that are there. Nothing was changed."
)
NEWER = (
    "The database is of another version of Footing, which this one does not know: install the "
    "newer one, or put back a backup from before it."
)
NOT_DONE = "The database could not be brought up to date ({}). Nothing in it was changed."
FIRST = []
log = logging.getLogger(__name__)


def make_secrets(keyring):
    """Make the secrets of a new installation. Never new ones where somebody is: those would open
    none of their words. There, whoever needs them is told that they are missing."""
    if keyring.is_missing:
        make_folder()
        if not somebody_is_here():
            with _of_use(keyring.path.parent):
                secrets.make(keyring.path)


def finish_first(finish):
    """Have `finish()` called at each start, before all else: it goes on with what was stopped."""
    FIRST.append(finish)


def prepare():
    """Make the instance folder, finish what was stopped half-way, bring the database up to date,
    and hold the secrets against it."""
    make_folder()
    secrets.clear(current_app.config["INSTANCE"])
    for finish in FIRST:
        finish()
    ours()
    _require_database()
    bring_up_to_date()
    _require_writing()
    at_rest.require_fit()


def make_folder():
    """What an installation makes for itself is for nobody else."""
    os.umask(0o077)
    folder = current_app.config["INSTANCE"]
    with _of_use(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        owner = owner_of_what_is_written(folder)
    _require_its_account(folder / secrets.NAME, owner)


def owner_of_what_is_written(folder):
    """Whose it will be; mostly our account's, but a folder of another machine may see to that
    itself. Raises OSError for one that can only be read, and would keep nothing."""
    with TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_uid


def _require_its_account(file, owner):
    """What root owns, nobody else reads: neither a new key, nor the list of what was erased."""
    if owner == 0 and file.exists() and (uid := file.stat().st_uid):
        raise WrongSetting(ROOT.format(uid))


@contextmanager
def _of_use(folder):
    try:
        yield
    except OSError as wrong:
        what = f"{folder} ({os.strerror(wrong.errno)})"
        raise WrongSetting(f"INSTANCE must be a folder that Footing can use: {what}.") from wrong


def bring_up_to_date():
    """Raises ClickException with a sentence. What the error itself says may be somebody's words, so
    only its kind and place are told."""
    try:
        is_known = all(map(knows, _revisions()))
        if is_known:
            flask_migrate.upgrade()
    except (Exception, SystemExit) as failed:
        _say_why(failed)
        log.exception("the database could not be brought up to date")
        raise click.ClickException(NOT_DONE.format(type(failed).__name__)) from failed
    if not is_known:
        raise click.ClickException(NEWER)


def knows(revision):
    """Whether a database of this revision can be brought up to date."""
    config = current_app.extensions["migrate"].migrate.get_config()
    known = ScriptDirectory.from_config(config).walk_revisions()
    return revision in {each.revision for each in known}


def _revisions():
    """None in a database that is empty yet."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_heads()


def set_up_link():
    """The link by which the first therapist comes in: a new one at each start until it is used.

    None once somebody has come in, or a therapist who was invited by name already has clients.
    """
    if is_set_up() or _has_clients():
        return None
    secret = Person.invite_to_set_up()[1]
    db.session.commit()
    return invitation_url(secret, "set-up")


def _has_clients():
    return db.session.scalar(db.select(Person.id).where(Person.role == "client").limit(1))


def somebody_is_here():
    """Whether anybody is in the database, whichever version made it. One that is not there yet is
    not made by asking."""
    if db.engine.dialect.name == "sqlite" and not Path(db.engine.url.database).exists():
        return False
    _require_database()
    try:
        with db.engine.connect() as connection:
            has_people = db.inspect(connection).has_table("person")
            return has_people and connection.scalar(db.text("SELECT EXISTS (SELECT 1 FROM person)"))
    except SQLAlchemyError as refused:
        _say_why(refused)
        raise


def _say_why(failed):
    """Raises WrongSetting where it is known. Since PostgreSQL 15, whoever may come into a database
    may not yet make a table there."""
    if is_locked(failed):
        raise WrongSetting(LOCKED) from failed
    if isinstance(getattr(failed, "orig", None), InsufficientPrivilege):
        raise WrongSetting(NO_RIGHTS) from failed


def _require_database():
    try:
        with db.engine.connect():
            pass
    except SQLAlchemyError as away:
        _say_why(away)
        raise WrongSetting(AWAY) from away


def _require_writing():
    """Otherwise Footing would seem well, and keep nothing that anybody says. What this writes is
    taken back at once."""
    try:
        with db.engine.connect() as connection:
            connection.execute(db.text("UPDATE alembic_version SET version_num = version_num"))
    except SQLAlchemyError as refused:
        _say_why(refused)
        raise WrongSetting(READ_ONLY) from refused
