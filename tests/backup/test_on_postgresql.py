"""A backup on PostgreSQL is put back whole or not at all, whatever the present database holds."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import shutil
from uuid import UUID

import flask_migrate
import pytest

from tests import databases, dump
from tests.backup.test_backups import backup, key, says
from tests.backup.test_what_is_refused import is_as_before
from webapp import create_app
from webapp.extensions import db
from webapp.people.models import Person

pytestmark = pytest.mark.postgres


@pytest.fixture
def app(postgresql):
    return postgresql.emptied()


@pytest.fixture
def older(app, says, tmp_path):
    """An installation of an earlier version, with a database of its own, and its backup."""
    url = databases.fresh_database(app.config["SQLALCHEMY_DATABASE_URI"], "older")
    older = create_app({"INSTANCE": str(tmp_path / "older"), "DATABASE_URL": url})
    (tmp_path / "key").write_text(says("backup-key", of=older).splitlines()[-1])
    upgrade(older, "0013")
    says("backup", tmp_path / "old.backup", of=older)
    return older


def upgrade(app, revision="head"):
    with app.app_context():
        flask_migrate.upgrade(revision=revision)
        db.engine.dispose()


def restore(says, tmp_path, older, **how):
    words = "restore", tmp_path / "old.backup", "--key-file", tmp_path / "key", "--replace"
    return says(*words, of=older, **how)


def test_a_backup_from_before_an_update_is_put_back_over_what_came_with_it(says, older, tmp_path):
    upgrade(older)
    assert "the list is whole" in restore(says, tmp_path, older)
    with older.app_context():
        assert db.inspect(db.engine).has_table("reading")  # it was brought up to date
        db.engine.dispose()


def test_what_is_of_a_version_that_nobody_knows_is_gone_too(says, older, tmp_path):
    upgrade(older)
    with older.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE later (id uuid REFERENCES person (id))")
    restore(says, tmp_path, older)
    with older.app_context():
        assert not db.inspect(db.engine).has_table("later")
        db.engine.dispose()


def test_where_it_cannot_be_put_back_nothing_is_left_behind(
    app, bea, backup, key, says, tmp_path, monkeypatch
):
    before = dump.rows(app)
    for program in "pg_dump", "pg_restore":
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / program).symlink_to(shutil.which(program))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    words = "restore", backup[0], "--key-file", key, "--replace"
    says(*words, fails="Nothing was changed. psql is missing")
    is_as_before(app, before)


def administer(app, *statements):
    with app.app_context():
        unbound = db.engine.execution_options(isolation_level="AUTOCOMMIT")
        with unbound.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)


@pytest.fixture
def elsewhere(app):
    """The database of another machine, with a role of its own, which may do there what it must."""
    url = databases.fresh_database(app.config["SQLALCHEMY_DATABASE_URI"], "elsewhere")
    administer(app, "CREATE ROLE lodger LOGIN", "ALTER DATABASE elsewhere OWNER TO lodger")
    yield url.replace("//postgres@", "//lodger@")
    administer(app, "DROP DATABASE elsewhere WITH (FORCE)", "DROP ROLE lodger")


ADDED = [
    ("CREATE ROLE watcher; GRANT SELECT ON entry TO watcher", "DROP OWNED BY watcher"),
    ("DROP EXTENSION plpgsql; CREATE EXTENSION plpgsql", "SELECT"),
    ("CREATE PUBLICATION copies FOR ALL TABLES", "DROP PUBLICATION copies"),
]


@pytest.mark.parametrize(("added", "taken_away"), ADDED)
def test_what_an_administrator_had_added_keeps_nobody_from_another_machine(
    app, bea, key, says, elsewhere, tmp_path, added, taken_away
):
    administer(app, added)
    says("backup", tmp_path / "watched")
    administer(app, f"{taken_away}; DROP ROLE IF EXISTS watcher")
    other = create_app({"INSTANCE": str(tmp_path / "other"), "DATABASE_URL": elsewhere})
    says("restore", tmp_path / "watched", "--key-file", key, of=other)
    with other.app_context():
        assert db.session.get(Person, UUID(bea.id))
        db.session.remove()
        db.engine.dispose()
