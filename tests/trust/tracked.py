"""The files of the project, as Git has them."""

import subprocess

from tests.trust.documents import ROOT


def names():
    """Every file that Git has, or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in told.stdout.splitlines() if (ROOT / name).is_file()]


def texts():
    """(name, text) of each that is a text."""
    for name in names():
        try:
            yield name, (ROOT / name).read_text()
        except UnicodeDecodeError:
            continue
