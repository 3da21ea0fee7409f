"""Who imports whom is what the table of arrows says."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.arrows import ARROWS

HOUSE = Path(__file__).parents[1]
WEBAPP = HOUSE / "webapp"


def package_of(path):
    """The name under which a file stands in the table."""
    return path.relative_to(WEBAPP).parts[0].removesuffix(".py")


def imports(path):
    """The packages of ours that a Python file imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[1] for name in node.names if "webapp." in name.name)
        elif isinstance(node, ast.ImportFrom) and node.module == "webapp":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("webapp."):
            yield node.module.split(".")[1]
        assert getattr(node, "level", 0) == 0, f"{path}: name what you import from the top"


PACKAGES = sorted({package_of(path) for path in WEBAPP.rglob("*.py")} - {"__init__"})


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_lies_below_it(package):
    files = [path for path in WEBAPP.rglob("*.py") if package_of(path) == package]
    found = {name for path in files for name in imports(path)} - {package}
    assert found == ARROWS[package]


def test_every_package_of_the_table_is_there_and_no_arrow_leads_back_up():
    assert set(PACKAGES) == set(ARROWS)
    TopologicalSorter(ARROWS).prepare()  # raises CycleError


def told():
    """What the README says: its table, and below it who may read content. Chains are only drawn."""
    part = (HOUSE / "README.md").read_text().split("### Who may import whom")[1].split("```")
    lines = re.sub(r",\n *", ", ", part[1]).strip().splitlines()
    rows = [[cell.split(", ") for cell in re.split("  +", line)[:2]] for line in lines]
    arrows = {name: set(ARROWS) & set(to) for names, to in rows for name in names if name in ARROWS}
    readers = part[2].partition("`security`.")[2].partition(" may read `content`")[0]
    return arrows, set(re.findall(r"`(\w+)`", readers))


def test_the_readme_tells_of_the_same_arrows():
    arrows, readers = told()
    assert len(arrows) >= 30 and readers == {name for name in ARROWS if "content" in ARROWS[name]}
    for name, to in arrows.items():
        assert to == ARROWS[name] - {"content", "extensions", "security"}, name


def test_only_the_table_of_contents_imports_views():
    importers = {
        package_of(path)
        for path in WEBAPP.rglob("*.py")
        if re.search(r"^from webapp\.\w+\.views import", path.read_text(), re.MULTILINE)
    }
    assert importers == {"__init__"}


WHEN = {"when", "planning", "changes", "asking"}
HOW = {"push", "mail", "endpoints", "sender", "outcome"}
HOW_KNOWS_NO = WHEN | {"models", "preferences", "browsers", "sending"}


@pytest.mark.parametrize(("half", "other"), [(WHEN, HOW), (HOW, HOW_KNOWS_NO)])
def test_the_two_halves_of_reminders_do_not_know_each_other(half, other):
    for name in half:
        tree = ast.parse((WEBAPP / "reminders" / f"{name}.py").read_text())
        found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not {f"webapp.reminders.{each}" for each in other} & set(found)
