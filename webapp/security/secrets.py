"""The secrets of an installation: made once, private, never with a default.

One JSON object: `session` (signs form cookies), `devices` (derives each phone's wrapping key,
and the key for push services) and
`sealing` (keys for words at rest, by key id; the highest id seals, all of them open). 32 bytes
each, in base64.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class BadSecrets(Exception):
    """The secrets cannot be used; the message says what to mend."""


@dataclass(frozen=True)
class Secrets:
    """The installation's keys, each for one purpose."""

    session: bytes = field(repr=False)
    devices: bytes = field(repr=False)
    sealing: dict = field(repr=False)

    def device_key(self, person_id, device_id):
        """The 32 bytes that wrap this account's words on this phone; the same after a restore."""
        info = b"footing device" + person_id.bytes + device_id.bytes
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(self.devices)

    def push_scalar(self):
        """The private key (P-256) by which push services know this installation: browsers are bound
        to it for life, so it is derived, and a restored server or one that is older than it has it.
        """
        # 128 bits more than the order has, so that no key is likelier than another (FIPS 186-5).
        wide = HKDF(SHA256(), 48, salt=None, info=b"footing push").derive(self.devices)
        return int.from_bytes(wide) % (P256_ORDER - 1) + 1


def load(instance, from_environment=None):
    """Read the secrets, making them at the first start.

    Raises BadSecrets when one is missing or too short.
    """
    if from_environment is None:
        path = instance / "secrets.json"
        if not path.exists():
            _make(path)
        from_environment = path.read_text()
    return _read(from_environment)


def _make(path):
    fresh = {"session": _fresh(), "devices": _fresh(), "sealing": {"1": _fresh()}}
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Linked into place whole: two processes that start at once end up with the same secrets.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(fresh, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _fresh():
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _read(text):
    try:
        told = json.loads(text)
        sealing = {int(key_id): _key(key) for key_id, key in told["sealing"].items()}
        found = Secrets(_key(told["session"]), _key(told["devices"]), sealing)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise BadSecrets("The secrets are damaged: restore secrets.json from a backup.") from wrong
    if not sealing or not all(0 < key_id < 256 for key_id in sealing):
        raise BadSecrets("The secrets hold no usable sealing key: restore secrets.json.")
    return found


def _key(text):
    key = base64.b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key of the wrong length")
    return key
