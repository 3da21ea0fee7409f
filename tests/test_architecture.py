"""Who may import whom. A new arrow is a decision: its commit changes this table, and says why."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

WEBAPP = Path(__file__).parents[1] / "webapp"

NOUNS = {
    "appointments",
    "people",
    "passkeys",
    "journal",
    "checkins",
    "preparation",
    "practice",
    "shell",
}
ARROWS = {
    # Bottom: they import nothing of ours.
    "flask_config": set(),
    "config": {"flask_config"},
    "extensions": set(),
    "content": set(),
    # The rule of the alliance, pure; whoever shows what it finds may import it.
    "usual": set(),
    "strains": {"usual"},
    "scores": {"usual"},
    "alliance": {"scores", "strains", "usual"},
    # Which methods only read is one answer, for transactions and for other sites.
    "security": {"extensions"},
    # Statements on the driver's own cursor, for what every request or every entry needs.
    "driver": {"extensions"},
    "rows": {"driver"},
    "writing": {"rows"},
    "hourly": {"extensions"},  # it is given its jobs
    # What therapists were shown: whoever shows it notes it here, and nothing else is known of it.
    "audit": {"driver", "extensions", "rows", "security", "writing"},
    # Nouns. `content` holds the words of pages, so whoever has pages may read it.
    "people": {"content", "extensions", "security"},
    "journal": {"driver", "extensions", "people", "rows", "security", "writing"},
    # The answer to a sign-in names the journal, so passkeys know it; it does not know them.
    "passkeys": {
        "content",
        "extensions",
        "first_run",
        "journal",
        "people",
        "rows",
        "security",
    },
    "checkins": {"content", "extensions", "journal", "people", "rows", "security"},
    "appointments": {"content", "extensions", "journal", "people", "rows", "security"},
    # What a client wants to bring is read for the sessions that are to come.
    "preparation": {"appointments", "content", "extensions", "journal", "people", "security"},
    "learn": {"content", "security"},
    # A talking point begins with a check-in, and its story is told with it.
    "repairs": {
        "audit",
        "checkins",
        "content",
        "extensions",
        "journal",
        "people",
        "rows",
        "security",
    },  # fmt: skip
    "reflections": {"content", "journal", "security"},
    # It asks appointments whom and when, talking points what a therapist is to know at once, and
    # the journal what somebody chose.
    "reminders": {
        "appointments",
        "content",
        "extensions",
        "journal",
        "people",
        "repairs",
        "rows",
        "security",
    },  # fmt: skip
    # It has a caseload kept ready, which only the commands ask for, and tells a therapist who has
    # one passkey only, and whose account will be erased by itself.
    "practice": {
        "alliance",
        "appointments",
        "audit",
        "checkins",
        "content",
        "extensions",
        "goals",
        "journal",
        "passkeys",
        "people",
        "preparation",
        "privacy",
        "reminders",
        "repairs",
        "rows",
        "scores",
        "security",
    },  # fmt: skip
    "goals": {"journal"},
    "arrangements": {"journal"},
    # The one page on which both agree, for all that they may agree on.
    "together": {
        "arrangements",
        "audit",
        "content",
        "extensions",
        "goals",
        "journal",
        "people",
        "security",
    },  # fmt: skip
    "shell": {"content", "extensions", "security"},
    # It reads what views say of themselves, and the register of kinds.
    "openapi": {"journal", "security"},
    # It speaks of everything that is kept of a person.
    "privacy": {
        "audit",
        "content",
        "extensions",
        "journal",
        "passkeys",
        "people",
        "preparation",
        "reminders",
        "rows",
        "security",
    },
    "migrations": {"extensions"},  # to write our own column types as SQLAlchemy's
    # Its commands put a database in place, and have what was erased since erased again. They take
    # no key away while they copy, and hold the list of readings against the backup's word on it.
    "backup": {"audit", "driver", "extensions", "first_run", "privacy", "security"},
    # It goes through every table that holds something sealed, by what the tables say of themselves.
    "rotation": {"extensions", "first_run", "security"},
    # They join packages at a moment in time.
    "alliance_json": {"alliance", "checkins", "content", "scores"},
    "first_run": {"extensions", "people"},
    "demo": {
        "arrangements",
        "content",
        "extensions",
        "first_run",
        "goals",
        "repairs",
        *NOUNS - {"practice", "shell"},
    },
    "commands": {
        "audit",
        "backup",
        "alliance_json",
        "appointments",
        "demo",
        "extensions",
        "first_run",
        "hourly",
        "journal",
        "passkeys",
        "people",
        "practice",
        "privacy",
        "reminders",
        "rotation",
        "security",
    },
}


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
    assert found <= ARROWS[package]


def test_every_package_of_the_table_is_there_and_no_arrow_leads_back_up():
    assert set(PACKAGES) == set(ARROWS)
    TopologicalSorter(ARROWS).prepare()  # raises CycleError


def test_only_the_table_of_contents_and_joiners_import_views():
    importers = {
        package_of(path)
        for path in WEBAPP.rglob("*.py")
        if re.search(r"^from webapp\.\w+\.views import", path.read_text(), re.MULTILINE)
    }
    assert importers <= {"__init__", "commands", "demo", "first_run"}


WHEN = {"when", "planning"}
HOW = {"push", "mail", "endpoints", "sender", "outcome"}


@pytest.mark.parametrize(("half", "other"), [(WHEN, HOW), (HOW, WHEN | {"models", "sending"})])
def test_the_two_halves_of_reminders_do_not_know_each_other(half, other):
    for name in half:
        tree = ast.parse((WEBAPP / "reminders" / f"{name}.py").read_text())
        found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not {f"webapp.reminders.{each}" for each in other} & set(found)
