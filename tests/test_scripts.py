"""Which script may import which: pages build on elements, elements on the other modules. And what
the phone and the server both go by is the same number on both."""

import re
from datetime import timedelta
from graphlib import TopologicalSorter

import pytest

from tests.test_architecture import WEBAPP
from webapp import strains
from webapp.flask_config import LIMITS
from webapp.journal import erasure, shapes
from webapp.practice import pictures
from webapp.reminders import when

JS = WEBAPP / "static" / "js"
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
IMPORT = re.compile(r"""^(?:import|export)\s(?:[^"';=]*\sfrom\s)?["']([^"']+)["'];""", re.MULTILINE)
LATER = re.compile(r"""\bimport\(["']([^"']+)["']\)""")  # imported when it is needed
MODULES = sorted(JS.rglob("*.js"))
# page.js is what every page begins with, own-page.js what one of somebody's own does, practice.js
# what one of a therapist's does; today.js is the greater part of one, fetched when needed.
LEVELS = {
    "pages": 4,
    "own-page.js": 3,
    "practice.js": 3,
    "today.js": 3,
    "page.js": 2,
    "elements": 1,
}
LEAVES = {
    "base64url",
    "database",
    "dom",
    "http",
    "look",
    "patience",
    "sealing",
    "standing",
}


def code(module):
    return COMMENT.sub("", module.read_text())


def names(module):
    """What a module imports, at once or later, as it is written."""
    return IMPORT.findall(code(module)) + LATER.findall(code(module))


def imported(module):
    """The modules that a module imports."""
    return [(module.parent / name).resolve() for name in names(module)]


def level(module):
    return LEVELS.get(module.relative_to(JS).parts[0], 0)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(JS).as_posix())
def test_a_script_imports_only_our_own_files_from_below(module):
    assert all(name.startswith(("./", "../")) and name.endswith(".js") for name in names(module))
    assert all(path.is_file() and path.is_relative_to(JS) for path in imported(module))
    assert all(level(path) < (level(module) or 1) for path in imported(module))
    assert code(module).count("import(") == len(LATER.findall(code(module)))


def test_no_script_imports_itself_by_a_roundabout_way():
    TopologicalSorter({module: imported(module) for module in MODULES}).prepare()


@pytest.mark.parametrize("leaf", sorted(LEAVES))
def test_what_many_scripts_build_on_builds_on_nothing(leaf):
    assert imported(JS / f"{leaf}.js") == []


MS = timedelta(milliseconds=1)
SAID_TWICE = {
    ("said.js", "MOST_WORDS"): shapes.MOST_WORDS,
    ("practice.js", "MOST_BYTES"): LIMITS["MAX_CONTENT_LENGTH"],
    ("development.js", "PAUSE"): pictures.PAUSE.days,
    ("repairs.js", "QUIET"): strains.CHANCES,
    ("appointments.js", "OPEN_MS"): when.OPEN_FOR / MS,
    ("erasing.js", "THIRTY_DAYS_MS"): erasure.SECOND_THOUGHTS / MS,
}


@pytest.mark.parametrize(("module", "name"), SAID_TWICE)
def test_what_phone_and_server_both_go_by_is_the_same_number(module, name):
    known = {}
    for each, said in re.findall(r"const (\w+) = ([\dA-Z_ *]+);", (JS / module).read_text()):
        known[each] = eval(said, {}, known)
    assert known[name] == SAID_TWICE[module, name]
