"""What was erased, and what lets nobody in any more, in a file beside the database: ids, no word.

A backup is older than what was erased and ended since. Whoever puts it back has this list, and
goes through it once more, so that what is erased stays erased, who is out stays out, and who has
shown their recovery code stays known.
"""

import os
from datetime import UTC, datetime
from uuid import UUID

from flask import current_app

NAME = "erased.txt"
# How many ids a line has. Of "emptied" they are a journal, a record, and each entry with words.
# Behind a person stand when that was, and the hash of each cookie that ever was theirs; behind who
# was let in and "released" that of the code that is theirs since then; "code" has hashes alone, of
# what opened something to whoever had it, and was used up, replaced or ended.
IDS = {
    "person": 1,
    "record": 2,
    "emptied": 3,
    "link": 1,
    "let-in": 2,
    "stopped": 1,
    "released": 1,
    "passkey": 1,
    "login": 1,
    "code": 0,
    "handover": 3,
}
MORE = {"person": (UUID, datetime, bytes), "released": (UUID, bytes), "code": (bytes,)}
HASH_DIGITS = 64


def note(what, *ids):
    """Add a line, whole and on the disk when this returns. `what` is one of IDS."""
    line = " ".join([what, *map(str, ids)])
    opened = os.open(_path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(opened, "ab") as file:
        file.write(f"\n{line}\n".encode())  # it begins anew, where the last one may have been cut
        file.flush()
        os.fsync(file.fileno())


def note_codes(hashes):
    """That nobody gets anything any more by the codes and addresses with these hashes."""
    if hashes:
        note("code", *(each.hex() for each in hashes))


def read():
    """What was noted, oldest first, each once, as (what, id, …): of a record, its journal's first.

    Returns the numbers of the damaged lines as well.
    """
    try:
        lines = _path().read_text(errors="replace").split("\n")
    except FileNotFoundError:
        return [], []
    found, damaged = {}, []
    for number, line in enumerate(lines, 1):
        try:
            found |= {_noted(line): None} if line else {}
        except ValueError:
            damaged.append(number)
    return list(found), damaged


def _noted(line):
    what, *words = line.split()
    found = [_read(word) for word in words]
    ids = [each for each in found if isinstance(each, UUID)]
    is_enough = len(ids) == IDS.get(what) or what == "emptied" and len(ids) > IDS[what]
    if not is_enough or not all(isinstance(each, MORE.get(what, UUID)) for each in found):
        raise ValueError(line)
    return what, *found


def _read(word):
    if "T" in word:
        return datetime.fromisoformat(word).astimezone(UTC)
    if "-" in word:
        return UUID(word)
    if len(word) != HASH_DIGITS:
        raise ValueError(word)
    return bytes.fromhex(word)


def _path():
    return current_app.config["INSTANCE"] / NAME
