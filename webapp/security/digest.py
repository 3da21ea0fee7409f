"""How a random secret is kept: only its hash, so that a stolen database opens nothing."""

import hashlib


def digest(secret):
    """The hash of a secret: 32 bytes."""
    return hashlib.sha256(secret.encode()).digest()
