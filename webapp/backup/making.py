"""Making a backup: a copy of the database, and the secrets that open it, sealed in one file."""

import time
from contextlib import suppress

from flask import current_app

from webapp.audit import log
from webapp.backup import archive, at_work, database, last, restoring
from webapp.backup.sealed_file import is_sealed
from webapp.driver import lean
from webapp.extensions import now
from webapp.security import secrets
from webapp.security.whole_file import drafts_in, written

PUBLIC_KEY = "backup-key.pub"
LONGEST_S = 24 * 3600  # whoever writes a backup has written some of it within that time


def public_key():
    """The file of the key that backups are sealed to."""
    return current_app.config["INSTANCE"] / PUBLIC_KEY


def back_up_to(file):
    """Of a server that goes on meanwhile."""
    with at_work.folder() as folder:
        _clear_beside(file)
        copy = folder / "copy"
        with secrets.held(current_app.config["INSTANCE"]):  # the keys fit the copy
            manifest, keys = _copied(copy), _secrets()
        with written(file) as sealed:
            archive.write(sealed, public_key().read_text(errors="replace"), manifest, keys, copy)
    last.note(manifest.made_at)


def _clear_beside(file):
    """What a backup that was killed left there is as large as a whole one. Under another name it
    may be somebody else's, who is at it, unless it lies still."""
    for draft, name in drafts_in(file.parent):
        with suppress(OSError):  # it is another account's
            lies_still = time.time() - draft.stat().st_mtime > LONGEST_S
            if is_sealed(draft) and (name == file.name or lies_still):
                draft.unlink()


def _copied(copy):
    """Copy the database. Returns what to hold the copy against."""
    here, end = database.ours(), _end_of_readings()
    here.copy_to(copy)
    return archive.Manifest(now(), here.kind, restoring.digest(copy), end)


@lean
def _end_of_readings():
    """None in a database that a newer version has not brought up to date yet."""
    return str(log.end()) if log.is_there() else None


def _secrets():
    return current_app.config["SECRETS"] or public_key().with_name(secrets.NAME).read_text()
