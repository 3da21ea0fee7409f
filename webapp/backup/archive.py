"""What is in a backup: the database, the secrets that open it, and a list to hold them against.

A tar inside a sealed file: `manifest.json`, `secrets.json`, `database`, in this order.
"""

import io
import os
import tarfile
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from webapp.backup.sealed_file import Reader, Unreadable, Writer

A_COPY = 1024 * 1024
DAMAGED = "This backup is damaged, or from a newer version."


class Manifest(Struct, forbid_unknown_fields=True):
    """When a backup was made, and of what; `sha256` is the hex digest of the database. `audit` is
    the head of the list of readings, which backups of earlier versions do not have."""

    made_at: datetime
    database: str
    sha256: str
    audit: str | None = None
    version: Annotated[int, Meta(ge=1, le=1)] = 1


def write(file, public_key, manifest, secrets, database):
    """Seal all of it into a file that is open for writing. `database` is the path of a copy."""
    with Writer(file, public_key) as sealed, tarfile.open(fileobj=sealed, mode="w|") as tar:
        _add(tar, "manifest.json", msgspec.json.encode(manifest))
        _add(tar, "secrets.json", secrets.encode())
        tar.add(database, "database", filter=_plain)


@contextmanager
def reading(file, private_key):
    """Open a backup: gives its manifest, the secrets as text, and what copies the database to a
    path. Raises Unreadable."""
    try:
        sealed = Reader(file, private_key)
        with tarfile.open(fileobj=sealed, mode="r|") as tar:
            manifest = msgspec.json.decode(_next(tar, "manifest.json").read(), type=Manifest)
            secrets = _next(tar, "secrets.json").read().decode()
            yield manifest, secrets, lambda path: _copy(_next(tar, "database"), path)
        sealed.readall()  # to its very end, which says that it is the end
    except (tarfile.TarError, msgspec.DecodeError) as wrong:
        raise Unreadable(DAMAGED) from wrong


def _add(tar, name, content):
    member = _plain(tarfile.TarInfo(name))
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def _plain(member):
    """Nothing of this machine goes along."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _next(tar, name):
    member = tar.next()
    if member is None or member.name != name or not member.isfile():
        raise Unreadable(DAMAGED)
    return tar.extractfile(member)


def _copy(found, path):
    with path.open("xb") as copy:
        while some := found.read(A_COPY):
            copy.write(some)
        copy.flush()
        os.fsync(copy.fileno())  # before it takes the place of what is there
