"""Who we are to push services: one key for as long as this installation lives (VAPID, RFC 8292)."""

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import current_app

from webapp.security.keyring import ours


@dataclass(frozen=True)
class Sender:
    """The signing key, whom a push service may write to, and our own address."""

    key: object = field(repr=False)
    contact: str
    origin: str

    @property
    def public_key(self):
        """The public half, as browsers take it."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).decode().rstrip("=")


def sender():
    """This installation's."""
    config = current_app.config
    key = derive_private_key(ours().push_scalar(), SECP256R1())
    address = config["MAIL_FROM"] or f"postmaster@{config['PUBLIC_HOST']}"
    return Sender(key, f"mailto:{address}", config["PUBLIC_ORIGIN"])


def topic_of(reminder):
    """What a push service sees of what a notification is about: the same for the same reminder, so
    that it comes once, and another one for any other, so that none takes the place of it."""
    what = f"{reminder.what} {reminder.starts_at.timestamp():.0f}".encode()
    hashed = hashlib.sha256(b"footing topic" + reminder.about.bytes + what).digest()
    return base64.urlsafe_b64encode(hashed).decode()[:32]
