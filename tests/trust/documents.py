"""Documents that name tests, and whether those exist."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def read(name):
    """A document's text."""
    return (DOCS / name).read_text()


def named_in(text):
    """The tests that a text names: (file below tests/, test)."""
    return NAMED.findall(text)


def missing(named):
    """Those that are not there."""
    return [f"{file}::{test}" for file, test in named if test not in tests_of(file)]


@cache
def tests_of(file):
    """The tests in a file; nothing where there is none."""
    path = ROOT / "tests" / file
    tree = ast.parse(path.read_text() if path.is_file() else "")
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def rows(text):
    """The rows of every table of a document, each as its cells."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [row for row in cells if not set("".join(row)) <= set("-: ")]
