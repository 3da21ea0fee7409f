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
    secrets: secrets.Secrets | None
    sealer: Sealer | None

    @classmethod
    def told(cls, mark, text):
        """What this JSON tells. Raises BadSecrets."""
        found = secrets.read(text)
        return cls(mark, found, Sealer(found.sealing))


class Keyring:
    """The secrets of an installation, and the sealer that they make."""

    _known = Known(None, None, None)

    def __init__(self, instance, from_environment=None):
        """Raises BadSecrets for what cannot be used. Where there is nothing, whoever asks for it
        gets BadSecrets, until a file is put there."""
        self.path = None if from_environment else instance / secrets.NAME
        mark = self._mark()  # before it is read: what is put there meanwhile has another
        if from_environment or mark:
            self._known = Known.told(mark, from_environment or secrets.kept(self.path))

    @property
    def is_missing(self):
        """Whether there are no secrets, neither in the environment nor in a file."""
        return self.path is not None and self._mark() is None

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
        if self._known.secrets is None:
            raise secrets.BadSecrets(secrets.GONE)
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
            return Known.told(mark, secrets.kept(self.path))
        except secrets.BadSecrets:
            log.error("The secrets changed and cannot be read.")
            return self._known._replace(mark=mark)


def ours():
    """This application's Secrets."""
    return current_app.extensions["keyring"].secrets
