"""A file that is there whole, the old or the new one, whenever the power goes."""

import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

DRAFT_BYTES = 8
DRAFT = re.compile(rf"\.(.+)\.[0-9a-f]{{{2 * DRAFT_BYTES}}}")


@contextmanager
def written(path, place=Path.replace):
    """A private file to write bytes into, which is at `path`, on the disk, when the block is over.

    Nothing is changed when the block raises. `place(draft, path)` may leave what is there.
    """
    draft = path.with_name(f".{path.name}.{token_hex(DRAFT_BYTES)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            kept(file)
        place(draft, path)
        _keep_names(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def drafts_in(folder):
    """What lies there of those who were stopped while they wrote a file, as far as names tell, each
    with the name of that file; also what somebody has in hand just now."""
    found = ((each, DRAFT.fullmatch(each.name)) for each in folder.iterdir())
    return [(each, told[1]) for each, told in found if told]


def kept(file):
    """Have what was written so far on the disk, or raise OSError."""
    file.flush()
    os.fsync(file.fileno())


def unless_there(draft, path):
    """A `place` for what is made once, also by two processes that come at the same moment."""
    with suppress(FileExistsError):
        os.link(draft, path)


def _keep_names(folder):
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
