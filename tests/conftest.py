"""The application on each database, the cast, and a browser for everybody in it."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache, partial

import pytest

from tests import crowd, databases
from tests.arrivals import Arrivals
from tests.installations import OnPostgresql, OnSqlite
from tests.pages import Visitor

LONGEST = ("planted", "sync", "browser", "fuzz", "trust")


def pytest_collection_modifyitems(items):
    """What takes longest comes first, so that no worker has much left when the other has done."""
    turns = {name: turn for turn, name in enumerate(LONGEST)}
    items.sort(key=lambda item: turns.get(item.path.parent.name, len(LONGEST)))


def pytest_terminal_summary(terminalreporter):
    """Whoever passed, but for an error at the end, and then once more, is counted once."""
    passed = terminalreporter.stats.get("passed", [])
    terminalreporter.stats["passed"] = list({report.nodeid: report for report in passed}.values())


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    with closing(OnSqlite(tmp_path_factory.mktemp("sqlite"))) as installation:
        yield installation


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    folder = tmp_path_factory.mktemp("postgresql")
    with databases.postgresql() as url, closing(OnPostgresql(folder, url)) as installation:
        yield installation


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def app(request):
    """A fresh installation, once on each database."""
    return request.getfixturevalue(request.param).emptied()


@pytest.fixture
def cast(app):
    """The secret of everybody's invitation, by name."""
    return Arrivals.at(app).invited()


@pytest.fixture
def nobody(app):
    """Somebody who has not signed in."""
    return Visitor(app)


@pytest.fixture
def after(time_machine):
    """Let time pass: after(minutes=5)."""
    time_machine.move_to(datetime.now(UTC))
    return lambda **time: time_machine.shift(timedelta(**time))


@pytest.fixture
def right_after(monkeypatch):
    """Have somebody come between: right_after(place, "function", deed). See crowd.py."""
    return partial(crowd.right_after, monkeypatch)


@pytest.fixture
def person(app, cast):
    """Somebody of the cast, by name, who has come in."""
    return cache(Arrivals.at(app).comes_in)


def _named(name):
    return pytest.fixture(lambda person: person(name), name=name.lower())


ada, ben, bea, olga, finn = map(_named, ("Ada", "Ben", "Bea", "Olga", "Finn"))
