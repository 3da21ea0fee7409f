"""When this installation was backed up last: a moment in a small file, and nothing else."""

from datetime import datetime

from flask import current_app

from webapp.security.whole_file import written

NAME = "last-backup"


def note(moment):
    """A backup was made, of how everything was then."""
    with written(_path()) as file:
        file.write(f"{moment.isoformat()}\n".encode())


def made_at():
    """When that was; None where there is none that this folder knows of."""
    try:
        return datetime.fromisoformat(_path().read_text().strip())
    except (OSError, ValueError):
        return None


def _path():
    return current_app.config["INSTANCE"] / NAME
