"""Putting a backup in the place of what is here. Whoever is stopped half-way is gone on with.

What will be put in place is made ready in a folder, which gets its name, `restore-not-finished`,
when all of it is there. From then on there is a way forwards only, of which each step can be taken
twice: what is in the folder is put in place, the database is brought up to date, and what was
erased and ended since is erased and ended once more. Nobody serves before that is done.
"""

import hashlib
import shutil

from flask import current_app

from webapp import first_run
from webapp.audit import head
from webapp.audit.chain import Head, NoHead
from webapp.backup import archive, at_work, database
from webapp.backup.sealed_file import Unreadable
from webapp.driver import let_go
from webapp.extensions import db, now
from webapp.privacy import replay
from webapp.security import secrets

NAME = "restore-not-finished"
DATABASE, BEFORE = "database", "before"
NEWER = "It was made by a newer version of Footing: install that one first."
OTHER_SECRETS = (
    "SECRETS in the environment are not those of this backup, and would open none of its words."
)


def put_in_place(file, key):
    """Read a backup whole, and put it in place: `finish` does the rest. Returns its manifest.

    Raises Unreadable and NotDone: then nothing was changed.
    """
    was_unfinished = is_unfinished()
    manifest = _made_ready(file, key)
    try:
        _go_on()
    except database.NotDone:
        shutil.rmtree(_folder() / BEFORE, ignore_errors=True)
        _give_up()
        if not was_unfinished:
            _folder().rmdir()
        raise
    return manifest


def is_unfinished():
    """Whether a restore has begun to change what is here, and did not come to its end."""
    return _folder().exists()


def finish():
    """Go on with a restore, from wherever it was stopped. Returns what was erased and ended."""
    _go_on()
    first_run.bring_up_to_date()
    again = replay.do_again()
    db.session.remove()  # whoever starts now finds no lock
    _folder().rmdir()
    return again


def digest(file):
    """What a copy of the database is held against."""
    with file.open("rb") as copy:
        return hashlib.file_digest(copy, "sha256").hexdigest()


def _made_ready(file, key):
    """Everything is read and held against its list before anything here is touched."""
    with at_work.folder() as folder, file.open("rb") as sealed:
        ready = folder / "ready"
        ready.mkdir(mode=0o700)
        with archive.reading(sealed, key) as (manifest, keys, copy_database):
            _require_fit(manifest, keys)
            copy_database(folder / "copy")
        _make_ready(folder / "copy", manifest, ready)
        if not current_app.config["SECRETS"]:
            (ready / secrets.NAME).write_text(keys)
        (ready / head.NAME).write_text(manifest.audit or "")
        _give_up()
        ready.rename(_folder())
    return manifest


def _make_ready(copy, manifest, ready):
    if digest(copy) != manifest.sha256:
        raise Unreadable(database.DAMAGED)
    revision = database.ours().make_ready(copy, ready / DATABASE)
    if revision and not first_run.knows(revision):
        raise Unreadable(NEWER)


def _require_fit(manifest, keys):
    here, given = database.ours(), current_app.config["SECRETS"]
    if manifest.database != here.kind:
        raise Unreadable(f"This is a backup of {manifest.database}, and here is {here.kind}.")
    its = _read(manifest, keys)
    if given and not _open_the_same(secrets.read(given), its):
        raise Unreadable(OTHER_SECRETS)


def _read(manifest, keys):
    try:
        Head.read(manifest.audit or str(Head()))
        return secrets.read(keys)
    except (NoHead, secrets.BadSecrets) as wrong:
        raise Unreadable(archive.DAMAGED) from wrong


def _open_the_same(given, its):
    """A key more, for what was written since, is no hindrance."""
    return given.devices == its.devices and its.sealing.items() <= given.sealing.items()


def _go_on():
    """Put in place what is in the folder still, and keep what was there before."""
    folder, instance, here = _folder(), current_app.config["INSTANCE"], database.ours()
    if here.is_waiting(folder / DATABASE):
        _put_away(folder / BEFORE)
        here.replace_with(folder / DATABASE, folder / BEFORE)
    _keep(folder / BEFORE)
    for name in secrets.NAME, head.NAME:
        if (folder / name).exists():
            (folder / name).replace(instance / name)
    db.engine.dispose()


def _put_away(before):
    """Nothing that somebody wrote is lost by a restore, nor what opens it."""
    db.session.remove()
    db.engine.dispose()
    let_go()
    before.mkdir(mode=0o700, exist_ok=True)
    for name in secrets.NAME, head.NAME:
        if (file := current_app.config["INSTANCE"] / name).exists():
            shutil.copy(file, before)


def _keep(before):
    if before.exists():
        before.rename(before.parents[1] / f"before-restore-{now():%Y%m%d-%H%M%S-%f}")


def _give_up():
    """Leave nothing of a restore but that it was begun: another one takes its place."""
    if is_unfinished():
        _keep(_folder() / BEFORE)
        for file in _folder().iterdir():
            file.unlink()


def _folder():
    return current_app.config["INSTANCE"] / NAME
