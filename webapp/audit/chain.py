"""Pure: how each reading is chained to the one before it, and where a chain is broken.

The key (see Secrets.audit_key) is not in the database, so whoever can write there cannot make a
link. An end that was cut off shows only against a head that was kept elsewhere.
"""

import hmac
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

BEGIN = bytes(32)


class NoHead(ValueError):
    """What should be a head is none."""


class Head(NamedTuple):
    """How many readings there are, and the mac of the last one."""

    count: int = 0
    mac: bytes = BEGIN

    @classmethod
    def read(cls, text):
        """From its text. Raises NoHead."""
        try:
            count, mac = text.strip().split(":")
            return cls(int(count), bytes.fromhex(mac))
        except ValueError as wrong:
            raise NoHead(text) from wrong

    def __str__(self):
        return f"{self.count}:{self.mac.hex()}"


class ChainLink(NamedTuple):
    """What one reading says. `entries` are ids in hex digits, a space between."""

    number: int
    at: datetime
    reader: UUID
    client: UUID
    entries: str

    def after(self, key, mac):
        """The mac of this reading, given that of the one before."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        said = f"{self.number} {at} {self.reader.hex} {self.client.hex} {self.entries}"
        return hmac.digest(key, mac + said.encode(), "sha256")


def followed(key, links, kept):
    """Follow a chain from its beginning.

    `links` are all there are, each with its mac, in order; `kept` is a Head from elsewhere.
    Returns the Head it comes to, and the first broken place as a sentence, or None.
    """
    head = Head()
    for link, mac in links:
        number = head.count + 1
        if link.number != number:
            return head, f"Reading {number} is missing."
        if not hmac.compare_digest(link.after(key, head.mac), mac):
            return head, f"Reading {number} is not as it was written."
        head = Head(number, mac)
        if number == kept.count and mac != kept.mac:
            return head, f"Reading {number} is not the one that was noted elsewhere."
    if head.count < kept.count:
        return head, f"Its end was cut off: reading {head.count + 1} is missing."
    return head, None
