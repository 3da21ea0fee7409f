"""The database is made by migrations alone, and they never lose a row."""

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests import dump
from webapp import create_app
from webapp.extensions import db


def test_the_migrations_make_exactly_what_the_models_say(app):
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, db.metadata) == []


def test_migrating_again_changes_nothing(app, cast):
    before = dump.rows(app)
    with app.app_context():
        flask_migrate.upgrade()
    assert dump.rows(app) == before


BEFORE = """
    INSERT INTO person (id, role, handle, created_at) VALUES ('ada', 'therapist', x'01', :now);
    INSERT INTO invitation (id, person_id, secret_hash, created_at, expires_at)
    VALUES ('first', 'ada', x'01', :now, :now)"""


def test_a_set_up_link_of_an_earlier_version_is_known_as_one(tmp_path):
    app = create_app({"INSTANCE": str(tmp_path)})
    with app.app_context():
        flask_migrate.upgrade(revision="0001")
        for statement in BEFORE.split(";"):
            db.session.execute(db.text(statement), {"now": "2026-11-23 18:00:00"})
        db.session.commit()
        flask_migrate.upgrade()
        assert db.session.scalar(db.text("SELECT to_set_up FROM invitation")) == 1


@pytest.mark.parametrize("table", ["person", "invitation"])
def test_a_row_can_only_belong_to_somebody_who_is_there(app, cast, table):
    owner = {"person": "therapist_id", "invitation": "person_id"}[table]
    with app.app_context(), pytest.raises(db.exc.IntegrityError):
        stray = db.text(f"UPDATE {table} SET {owner} = :nobody")
        db.session.execute(stray, {"nobody": "0" * 32})
