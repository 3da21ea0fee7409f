"""The application on each database, the cast, and a browser for everybody in it."""

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from tests import databases
from tests.cast import invited
from tests.installations import OnPostgresql, OnSqlite
from tests.pages import Visitor
from webapp.extensions import db


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory):
    return OnSqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    with databases.postgresql() as url:
        yield OnPostgresql(tmp_path_factory.mktemp("postgresql"), url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def app(request, tmp_path):
    """A fresh installation, once on each database."""
    app = request.getfixturevalue(request.param).new(tmp_path / "instance")
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def cast(app):
    """The secret of everybody's invitation, by name."""
    return invited(app)


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
def person(app, cast):
    """Somebody of the cast, by name, who has come in."""
    return cache(lambda name: Visitor(app).joins(cast[name]))


def _named(name):
    return pytest.fixture(lambda person: person(name), name=name.lower())


ada, ben, bea, olga, finn = map(_named, ("Ada", "Ben", "Bea", "Olga", "Finn"))
