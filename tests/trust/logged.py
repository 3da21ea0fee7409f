"""What is logged, as the real set-up writes it."""

import json
import logging
from contextlib import contextmanager, redirect_stderr
from io import StringIO

from webapp.security import logs


@contextmanager
def logging_for_real():
    """Gives a function that says what was written so far."""
    written, root, ours = StringIO(), logging.getLogger(), logging.getLogger("webapp")
    before, level = list(root.handlers), ours.level
    with redirect_stderr(written):
        logs.begin()
    try:
        yield written.getvalue
    finally:
        root.handlers[:] = before
        ours.setLevel(level)


def lines(text):
    """Each line, as an object."""
    return [json.loads(line) for line in text.splitlines()]


def answers(text):
    """The lines that are about a request."""
    return [line for line in lines(text) if "status" in line]
