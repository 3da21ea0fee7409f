"""Words and names at rest: AES-256-GCM, bound to the table, the column and the row they are in.

A sealed field is `version (1) | key id (1) | nonce (12) | ciphertext and tag`. One that was moved
to another row, column or table does not open.
"""

import logging
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

VERSION = b"\x01"
NONCE_BYTES = 12
UNREADABLE = "(cannot be read)"
log = logging.getLogger(__name__)


class Unsealable(Exception):
    """A sealed field that was sealed with a key that is not here, or was damaged."""


class Damaged(Unsealable):
    """A sealed field that no key opens any more: it was damaged, cut short, or moved."""


def key_id(sealed):
    """The number of the key that sealed this; None for what was cut short."""
    return sealed[1] if len(sealed) > 1 and sealed[:1] == VERSION else None


class Sealer:
    """Seals with the newest key, opens with any."""

    def __init__(self, keys):
        """`keys` maps key ids (1 to 255) to 32 bytes each."""
        self._ciphers = {VERSION + bytes([key_id]): AESGCM(key) for key_id, key in keys.items()}
        self._newest = VERSION + bytes([max(keys)])

    @property
    def newest(self):
        """How everything begins that the newest key sealed: version and key id."""
        return self._newest

    def seal(self, words, *place):
        """Seal bytes for one place (table, column, row)."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._newest].encrypt(nonce, words, _bound(place))
        return self._newest + nonce + sealed

    def open(self, sealed, *place):
        """Open what was sealed for this place. Raises Unsealable."""
        try:
            return self._ciphers[sealed[:2]].decrypt(sealed[2:14], sealed[14:], _bound(place))
        except KeyError as wrong:
            raise Unsealable("sealed with a key that this installation does not have") from wrong
        except (InvalidTag, ValueError) as wrong:  # ValueError: cut short
            raise Damaged("damaged, or moved from another place") from wrong


def _bound(place):
    return "\x1f".join(place).encode()


def sealer():
    """This application's sealer, just now. To open: ask for it once the row was read, because a
    key is there before anything is sealed with it."""
    return current_app.extensions["keyring"].sealer


class Sealed:
    """A text attribute of a model, kept sealed in the column of the same name with `_sealed`.

    The row is named by the model's `id`, which is therefore made with the object. One that was
    damaged reads as `lost`, until somebody writes it down anew: it keeps nobody from the rest.
    """

    def __init__(self, lost=None):
        self._lost = lost

    def __set_name__(self, owner, name):
        self.name, self.column = name, f"{name}_sealed"

    def __get__(self, row, owner=None):
        if row is None:
            return self
        sealed = getattr(row, self.column)
        try:
            return sealed and sealer().open(sealed, *self._place(row)).decode()
        except Damaged:
            log.error("A %s of the table %s was damaged.", self.name, row.__tablename__)
            return self._lost

    def __set__(self, row, words):
        sealed = None if words is None else sealer().seal(words.encode(), *self._place(row))
        setattr(row, self.column, sealed)

    def _place(self, row):
        return row.__tablename__, self.name, row.id.hex
