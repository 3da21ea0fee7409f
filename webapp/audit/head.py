"""Where the chain ended last, in a small file beside the database, so that a cut end shows.

It may be behind: a server that is killed between COMMIT and this file leaves it so. It goes on only
from a head that the chain still has, so what was found broken stays broken.
"""

import fcntl
import logging
import os
from contextlib import contextmanager

from flask import current_app

from webapp.audit.chain import Head, NoHead

NAME = "audit-head"
log = logging.getLogger(__name__)


def path():
    """The file. Without it, nothing here says where the chain should end."""
    return current_app.config["INSTANCE"] / NAME


def kept():
    """The Head that was kept, or None. Raises NoHead for a file that is damaged."""
    try:
        return Head.read(path().read_text())
    except FileNotFoundError:
        return None


def keep(head):
    """Note where the chain ends, whatever was noted before."""
    with _locked() as file:
        _write(file, head)


def advance(head, mac_of):
    """Note that the chain goes on to `head`. `mac_of` gives the mac of a reading by its number."""
    try:
        with _locked() as file:
            text = os.read(file, 200).decode()
            before = Head.read(text) if text else Head()
            if before.count < head.count and before.mac == mac_of(before.count):
                _write(file, head)
    except (OSError, NoHead) as wrong:  # the reading itself is noted
        log.error("audit-head was not written: %s", type(wrong).__name__)


@contextmanager
def _locked():
    file = os.open(path(), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _write(file, head):
    text = f"{head}\n".encode()
    os.pwrite(file, text, 0)  # within one block of a disk, so never torn
    os.ftruncate(file, len(text))
