"""A copy of the product with a mistake in it, and the tests that are to find it.

Each patch here says in its first line what is wrong, and in its second whose business it is to
notice: a test of pytest's, or a file of tests for Node.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATCHES = sorted(Path(__file__).parent.glob("*.patch"))
LEFT_OUT = shutil.ignore_patterns("node_modules", ".*")
PLUGINS = ("-p", "time_machine", "-p", "hypothesispytest")  # to load all of them takes longest


def copy_of_the_product(folder):
    """Everything that a test needs, in a folder of its own."""
    for name in ("webapp", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in ("wsgi.py", "pyproject.toml"):
        shutil.copy2(ROOT / name, folder)
    return folder


def plant(patch, folder):
    """Bend a copy. A patch that no longer applies has to be written anew for the code of today."""
    outside = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    done = subprocess.run(
        ["git", "apply", "--unidiff-zero", patch],
        cwd=folder,
        env=outside,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{patch.name} does not apply any more: {done.stderr}"


def judge(patch):
    """Which tests are to notice it."""
    return re.search(r"^Judge: (\S+)$", patch.read_text(), re.MULTILINE)[1]


def verdict(judges, folder, **settings):
    """Run tests in a copy. Returns how many passed, how many failed, and all that was said."""
    command = _node() if judges[0].endswith(".js") else _pytest()
    told = subprocess.run(
        [*command, *judges], cwd=folder, env=_alone() | settings, capture_output=True, text=True
    )
    said = told.stdout + told.stderr
    return _count(r"(\d+) passed|pass (\d+)", said), _count(r"(\d+) failed|fail (\d+)", said), said


def _pytest():
    return [sys.executable, "-m", "pytest", "-q", *PLUGINS, "-p", "no:cacheprovider", "--no-header"]


def _node():
    ours = Path(sys.prefix) / "bin" / "node"
    return [ours if ours.exists() else "node", "--test", "--test-reporter=tap"]


def _alone():
    """Without what the pytest that runs this says to itself, and without plugins unasked."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return {**others, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def _count(pattern, said):
    found = re.findall(pattern, said)
    return int(next(filter(None, found[-1]))) if found else 0
