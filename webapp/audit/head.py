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
from webapp.security.whole_file import written

NAME = "audit-head"
LOCK = f"{NAME}-lock"
log = logging.getLogger(__name__)


def path():
    """The file. Without it, nothing here says where the chain should end."""
    return current_app.config["INSTANCE"] / NAME


def kept():
    """The Head that was kept, or None. Raises NoHead for a file that is damaged."""
    try:
        text = path().read_text()
    except FileNotFoundError:
        return None
    return Head.read(text) if text else None  # an earlier version died while it made the file


def keep(head):
    """Note where the chain ends, whatever was noted before."""
    with _locked():
        _write(head)


def advance(head, mac_of):
    """Note that the chain goes on to `head`. `mac_of` gives the mac of a reading by its number."""
    try:
        with _locked():
            before = kept() or Head()
            if before.count < head.count and before.mac == mac_of(before.count):
                _write(head)
    except (OSError, NoHead) as wrong:  # the reading itself is noted
        log.error("audit-head was not written: %s", type(wrong).__name__)


@contextmanager
def _locked():
    file = os.open(path().with_name(LOCK), os.O_RDONLY | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _write(head):
    with written(path()) as file:
        file.write(f"{head}\n".encode())
