"""The secrets that this process goes by, read anew when their file changes.

So a key that `flask rotate-keys` puts there is used at once by every process, without a restart.
"""

import logging
from typing import NamedTuple

from flask import current_app

from webapp.security import secrets
from webapp.security.sealing import Sealer

log = logging.getLogger(__name__)


class Known(NamedTuple):
    """What was read, and the mark that the file had then."""

    mark: tuple | None
    secrets: secrets.Secrets
    sealer: Sealer


class Keyring:
    """The secrets of an installation, and the sealer that they make."""

    def __init__(self, instance, from_environment=None):
        """Raises BadSecrets."""
        self.path = None if from_environment else instance / secrets.NAME
        mark = self._mark()  # before it is read: what is put there meanwhile has another
        found = secrets.load(instance, from_environment)
        self._known = Known(mark, found, Sealer(found.sealing))

    @property
    def secrets(self):
        """The Secrets as they are now."""
        return self._now().secrets

    @property
    def sealer(self):
        """Seals with the newest key there is now."""
        return self._now().sealer

    def _now(self):
        mark = self._mark()
        if mark != self._known.mark:
            self._known = self._read_anew(mark)
        return self._known

    def _mark(self):
        """What is another for each file that was put in place; None where there is none."""
        try:
            found = self.path and self.path.stat()
        except OSError:
            return None
        return found and (found.st_ino, found.st_mtime_ns, found.st_size)

    def _read_anew(self, mark):
        """A file that is damaged or gone changes nothing: this process goes on as it began."""
        try:
            found = secrets.read(self.path.read_text())
        except (OSError, secrets.BadSecrets) as wrong:
            log.error("The secrets changed and cannot be read: %s", type(wrong).__name__)
            return self._known._replace(mark=mark)
        return Known(mark, found, Sealer(found.sealing))


def ours():
    """This application's Secrets."""
    return current_app.extensions["keyring"].secrets
