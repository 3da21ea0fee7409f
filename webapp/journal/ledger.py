"""What was erased, and what lets nobody in any more, in a file beside the database: ids, no word.

A backup is older than what was erased and ended since. Whoever puts it back has this list, and
goes through it once more, so that what is erased stays erased, and who is out stays out.
"""

import os
from uuid import UUID

from flask import current_app

NAME = "erased.txt"
HASH_DIGITS = 64


def note(what, *ids):
    """Add a line, on the disk when this returns. `what` is "person", with the hash of each cookie
    that ever was theirs, "record", "link", "stopped", "passkey" or "login"."""
    line = " ".join([what, *map(str, ids)]) + "\n"
    file = os.open(_path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line.encode())
        os.fsync(file)
    finally:
        os.close(file)


def lines():
    """What was noted, oldest first, each once, as (what, id, …): of a record, its journal's first;
    of a person, the hashes of their cookies behind it."""
    try:
        noted = _path().read_text().splitlines()
    except FileNotFoundError:
        return []
    found = dict.fromkeys(tuple(line.split()) for line in noted)
    return [(what, *map(_read, ids)) for what, *ids in found]


def _read(word):
    return UUID(word) if len(word) < HASH_DIGITS else bytes.fromhex(word)


def _path():
    return current_app.config["INSTANCE"] / NAME
