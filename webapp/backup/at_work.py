"""A private folder for what a backup or a restore has in hand: the whole database, opened.

It has one name, so that the next who comes empties it of what somebody left who was stopped.
"""

import fcntl
import os
import shutil
from contextlib import contextmanager, suppress

from flask import current_app

NAME = "backup-at-work"


@contextmanager
def folder():
    """It, empty. Others wait until the block is over, and then it is empty again."""
    path = current_app.config["INSTANCE"] / NAME
    path.mkdir(mode=0o700, exist_ok=True)
    with _held(path):
        _empty(path)
        try:
            yield path
        finally:
            _empty(path)


def clear():
    """Empty it, unless somebody is at work."""
    path = current_app.config["INSTANCE"] / NAME
    with suppress(FileNotFoundError, BlockingIOError), _held(path, fcntl.LOCK_NB):
        _empty(path)


@contextmanager
def _held(path, how=0):
    """The lock goes with the process, however it ends."""
    opened = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | how)
        yield
    finally:
        os.close(opened)


def _empty(path):
    for each in path.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
