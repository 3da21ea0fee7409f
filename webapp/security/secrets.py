"""The secrets of an installation: made once, private, never with a default, and never anew.

One JSON object: `session` (signs form cookies), `devices` (derives each phone's wrapping key, the
key for push services, the one that chains the list of readings, and the one for pseudonyms in the
log) and `sealing` (keys for words at rest, by key id; the highest id seals, all of them open). 32
bytes each, in base64. Only `sealing` is ever rotated: phones are bound to the rest for life.
"""

import base64
import fcntl
import json
import os
import secrets
import string
from contextlib import contextmanager
from dataclasses import dataclass, field

from click import ClickException
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from webapp.security.whole_file import drafts_in, unless_there, written

NAME = "secrets.json"
KEY_BYTES = 32
KEY_IDS = range(1, 256)
FEW = 16  # of 32 random bytes, so few are different once in 50,000,000,000 times
TYPED = frozenset(string.printable.encode())
DAMAGED = "The secrets are damaged: restore secrets.json from a backup."
GONE = (
    "secrets.json is missing in INSTANCE, and nothing else opens the words in the database: put it "
    "back, or a whole backup by `flask restore`."
)
NOT_READ = "secrets.json cannot be read: let the account that Footing runs as read it."
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class BadSecrets(ClickException):
    """The secrets cannot be used; the message is the sentence for the operator."""


@dataclass(frozen=True)
class Secrets:
    """The installation's keys, each for one purpose."""

    session: bytes = field(repr=False)
    devices: bytes = field(repr=False)
    sealing: dict = field(repr=False, hash=False)

    def device_key(self, person_id, device_id):
        """The 32 bytes that wrap this account's words on this phone; the same after a restore."""
        return self._derived(b"footing device" + person_id.bytes + device_id.bytes)

    def audit_key(self):
        """What chains the list of readings. It is not in the database, and stays for life: a new
        one would leave nothing to hold the old list against."""
        return self._derived(b"footing audit")

    def log_key(self):
        """What makes pseudonyms in the log."""
        return self._derived(b"footing log")

    def push_scalar(self):
        """The private key (P-256) by which push services know this installation: browsers are bound
        to it for life, so it is derived, and a restored server or one that is older than it has it.
        """
        # 128 bits more than the order has, so that no key is likelier than another (FIPS 186-5).
        wide = self._derived(b"footing push", 48)
        return int.from_bytes(wide) % (P256_ORDER - 1) + 1

    def _derived(self, purpose, length=KEY_BYTES):
        return HKDF(SHA256(), length, salt=None, info=purpose).derive(self.devices)


def kept(path):
    """What the file holds. Raises BadSecrets."""
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise BadSecrets(NOT_READ) from wrong


def make(path):
    """Make the secrets of a new installation, unless somebody just did."""
    fresh = {"session": _fresh(), "devices": _fresh(), "sealing": {"1": _fresh()}}
    with held(path.parent, exclusively=True):
        _write(path, fresh, unless_there)


def read(text):
    """The Secrets that are told by this JSON. Raises BadSecrets."""
    told = _told(text)
    sealing = {_key_id(key_id): _key("sealing", key) for key_id, key in told["sealing"].items()}
    found = Secrets(_key("session", told["session"]), _key("devices", told["devices"]), sealing)
    every = [found.session, found.devices, *sealing.values()]
    if len(set(every)) < len(every):
        raise BadSecrets("The secrets have one key for two purposes: restore secrets.json.")
    return found


@contextmanager
def held(instance, exclusively=False):
    """Nobody changes the keys in this block; `exclusively`, to change them."""
    file = os.open(instance / f"{NAME}-lock", os.O_RDONLY | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX if exclusively else fcntl.LOCK_SH)
        yield
    finally:
        os.close(file)


def clear(instance):
    """Take away what those left who were killed while they wrote the secrets: there are keys in it.
    Who writes them just now is let finish."""
    left = [draft for draft, name in drafts_in(instance) if name == NAME]
    if left:
        with held(instance, exclusively=True):
            for draft in left:
                draft.unlink(missing_ok=True)


def add_sealing_key(path):
    """Put a new key for words at rest into the file, which from then on seals."""
    with held(path.parent, exclusively=True):
        told = json.loads(path.read_text())
        newest = max(map(int, told["sealing"]))
        if newest + 1 not in KEY_IDS:
            raise BadSecrets("There was a new key 254 times, and there are no numbers left.")
        told["sealing"][str(newest + 1)] = _fresh()
        _write(path, told)


def drop_sealing_keys(path, key_ids):
    """Take these keys for words at rest out of the file. What they sealed cannot be opened then."""
    with held(path.parent, exclusively=True):
        told = json.loads(path.read_text())
        for key_id in key_ids:
            told["sealing"].pop(str(key_id), None)
        _write(path, told)


def _write(path, told, *place):
    """On the disk when this returns: what a key sealed is lost without it."""
    with written(path, *place) as file:
        file.write(json.dumps(told).encode())


def _fresh():
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _told(text):
    """The JSON as a dict that has everything, though it may not be good."""
    try:
        told = json.loads(text)
        missing = [name for name in ("session", "devices", "sealing") if not told.get(name)]
    except (ValueError, AttributeError) as wrong:
        raise BadSecrets(DAMAGED) from wrong
    if missing:
        raise BadSecrets(f"The secrets have no “{missing[0]}”: restore secrets.json from a backup.")
    if not isinstance(told["sealing"], dict):
        raise BadSecrets(DAMAGED)
    return told


def _key_id(text):
    if not text.isdecimal() or int(text) not in KEY_IDS:
        raise BadSecrets(f"The secrets name a sealing key “{text}”: it must be 1 to 255.")
    return int(text)


def _key(name, text):
    try:
        key = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        key = b""
    if len(key) != KEY_BYTES:
        raise BadSecrets(f"The secrets have a “{name}” that is not 32 bytes in base64.")
    if len(set(key)) <= FEW or set(key) <= TYPED:
        raise BadSecrets(f"The secrets have a “{name}” that is not random: restore secrets.json.")
    return key
