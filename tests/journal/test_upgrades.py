"""Line 22: whoever comes from a version that was released finds every row as they left it."""

import flask_migrate
import pytest
from alembic.script import ScriptDirectory

from tests import databases
from tests.journal import released
from webapp import create_app
from webapp.extensions import db


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request, tmp_path):
    """An installation whose database has no table yet."""
    settings = {"INSTANCE": str(tmp_path)}
    if request.param == "postgresql":
        there = request.getfixturevalue("postgresql").emptied().config["SQLALCHEMY_DATABASE_URI"]
        settings["DATABASE_URL"] = databases.fresh_database(there, "released")
    app = create_app(settings)
    with app.app_context():
        yield app
        db.engine.dispose()


@pytest.fixture
def versions(empty):
    """Every version of the database, from the first to the newest."""
    config = empty.extensions["migrate"].migrate.get_config()
    return [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def used(revision, first=0):
    """What is in a database of this version when somebody has used it."""
    flask_migrate.upgrade(revision=revision)
    with db.engine.begin() as connection:
        released.fill(connection, first)
        return released.kept(connection)


def what_differs(before):
    """The columns, of those that are still there, in which a row is not any more what it was."""
    with db.engine.connect() as connection:
        after = released.kept(connection)
    return [
        (table, name)
        for table, columns in before.items()
        for name, values in columns.items()
        if after[table].get(name, values)[: len(values)] != values
    ]


def test_an_upgrade_from_any_version_loses_nothing(versions):
    """Each version is used before the next one comes."""
    *earlier, newest = versions
    before = [used(each, released.ROWS * n) for n, each in enumerate(earlier)]
    flask_migrate.upgrade()
    assert len(before) >= 15 and [what_differs(each) for each in before] == [[]] * len(before)
    used(newest, released.ROWS * len(before))  # and it can be used on


def test_an_upgrade_from_the_first_version_to_the_newest_at_once_loses_nothing(versions):
    before = used(versions[0])
    flask_migrate.upgrade()
    assert "entry" in before and what_differs(before) == []
