"""PostgreSQL as somebody else has set it up: in no language, or with few rights for Footing."""

import pytest

from tests.operator import said
from webapp import create_app, driver
from webapp.extensions import db

pytestmark = pytest.mark.postgres
LIKE_NOWHERE = "TEMPLATE template0 ENCODING SQL_ASCII LC_COLLATE 'C' LC_CTYPE 'C'"


@pytest.fixture
def administer(postgresql):
    """Have the administrator say something, each in a transaction of its own."""
    app = postgresql.emptied()

    def say(*statements):
        with app.app_context():
            unbound = db.engine.execution_options(isolation_level="AUTOCOMMIT")
            with unbound.connect() as connection:
                for statement in statements:
                    connection.exec_driver_sql(statement)

    return say


@pytest.fixture
def installation(postgresql, administer, tmp_path):
    """An installation with a database of its own, made like this."""
    there = postgresql.emptied().config["SQLALCHEMY_DATABASE_URI"]
    url = there.replace("/postgres?", "/lent?")

    def made(how="", by="postgres"):
        administer(f"CREATE DATABASE lent {how}")
        return {"INSTANCE": str(tmp_path), "DATABASE_URL": url.replace("postgres@", f"{by}@")}

    yield made
    driver.let_go()
    administer("DROP DATABASE IF EXISTS lent WITH (FORCE)")


def test_a_database_that_was_made_in_no_language_keeps_every_word(installation):
    app = create_app(installation(LIKE_NOWHERE))
    assert "/join#" in said(app, "invite", "Zoë", "--role", "therapist")
    assert "Whole." in said(app, "verify-audit")
