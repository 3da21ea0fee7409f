"""A file that only the holder of a private key can read, and that tells when it was cut or changed.

`FOOTING1 | ephemeral X25519 public key (32) | pieces`. A piece is 64 KiB (the last one less),
sealed with AES-256-GCM under a key of this file alone; its nonce is its number, and says whether it
is the last. The private key is nowhere on the server, so whoever takes the server takes no backup.
"""

import base64
import io

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"FOOTING1"
KEY_BYTES = 32
PIECE = 65_536
TAG = 16
NO_KEY = "This is not a key for backups."
DAMAGED = "This backup does not open: it is damaged or cut, or the key is another one."


class Unreadable(Exception):
    """A backup that does not open; the message says what may be wrong."""


def new_key():
    """A private key and the public one that belongs to it, as text."""
    private = X25519PrivateKey.generate()
    return _text(private.private_bytes_raw()), _text(private.public_key().public_bytes_raw())


def is_sealed(path):
    """Whether a file begins as a backup does. Of a pipe or a device nothing is read."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


class Writer(io.RawIOBase):
    """Seals what is written into `file`, for the holder of the private key. Close it to finish."""

    def __init__(self, file, public_key):
        super().__init__()
        once, recipient = (
            X25519PrivateKey.generate(),
            X25519PublicKey.from_public_bytes(_bytes(public_key)),
        )
        head = once.public_key().public_bytes_raw()
        self._cipher = _cipher(_shared(once, recipient, NO_KEY), head, recipient)
        self._file, self._kept, self._number = file, bytearray(), 0
        file.write(MAGIC + head)

    def writable(self):
        """It is for writing only."""
        return True

    def write(self, some):
        """Take some bytes. Returns how many."""
        self._kept += some
        while len(self._kept) > PIECE:
            self._seal(bytes(self._kept[:PIECE]), is_last=False)
            del self._kept[:PIECE]
        return len(some)

    def close(self):
        """Write what is left, marked as the end."""
        if not self.closed:
            self._seal(bytes(self._kept), is_last=True)
        super().close()

    def _seal(self, piece, is_last):
        self._file.write(self._cipher.encrypt(_nonce(self._number, is_last), piece, None))
        self._number += 1


class Reader(io.RawIOBase):
    """Opens what a Writer sealed. Raises Unreadable for another key, and for a damaged file."""

    def __init__(self, file, private_key):
        super().__init__()
        if file.read(len(MAGIC)) != MAGIC:
            raise Unreadable("This is not a backup of Footing.")
        private, head = (
            X25519PrivateKey.from_private_bytes(_bytes(private_key)),
            file.read(KEY_BYTES),
        )
        self._file, self._number, self._ready = file, 0, b""
        self._next = file.read(PIECE + TAG)
        if not self._next:
            raise Unreadable(DAMAGED)
        once = X25519PublicKey.from_public_bytes(head)
        self._cipher = _cipher(_shared(private, once, DAMAGED), head, private.public_key())

    def readable(self):
        """It is for reading only."""
        return True

    def readinto(self, buffer):
        """Give some bytes; none at the end."""
        while not self._ready and self._next:
            self._ready = self._open()
        given = self._ready[: len(buffer)]
        buffer[: len(given)] = given
        self._ready = self._ready[len(given) :]
        return len(given)

    def _open(self):
        sealed, self._next = self._next, self._file.read(PIECE + TAG)
        nonce = _nonce(self._number, is_last=not self._next)
        self._number += 1
        try:
            return self._cipher.decrypt(nonce, sealed, None)
        except (InvalidTag, ValueError) as wrong:
            raise Unreadable(DAMAGED) from wrong


def _shared(private, public, otherwise):
    try:
        return private.exchange(public)
    except ValueError as wrong:  # one of the few points with which nothing would be secret
        raise Unreadable(otherwise) from wrong


def _cipher(shared, head, recipient):
    salt = head + recipient.public_bytes_raw()
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"footing backup").derive(shared))


def _nonce(number, is_last):
    return number.to_bytes(11) + bytes([is_last])


def _text(key):
    return base64.urlsafe_b64encode(key).decode().rstrip("=")


def _bytes(text):
    try:
        key = base64.urlsafe_b64decode(text.strip() + "=")
    except ValueError as wrong:
        raise Unreadable(NO_KEY) from wrong
    if len(key) != KEY_BYTES:
        raise Unreadable(NO_KEY)
    return key
