"""When this installation was backed up last: a moment in a small file, and nothing else."""

import logging
from datetime import datetime

from flask import current_app

from webapp.security.whole_file import written

NAME = "last-backup"
log = logging.getLogger(__name__)


def note(moment):
    """A backup was made, of how everything was then. It is there also where this cannot be kept."""
    try:
        with written(_path()) as file:
            file.write(f"{moment.isoformat()}\n".encode())
    except OSError as wrong:
        log.error("last-backup was not written: %s", type(wrong).__name__)


def made_at():
    """When that was; None where there is none that this folder knows of."""
    try:
        moment = datetime.fromisoformat(_path().read_text().strip())
    except (OSError, ValueError):
        return None
    return moment if moment.tzinfo else None


def _path():
    return current_app.config["INSTANCE"] / NAME
