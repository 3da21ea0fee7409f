"""PostgreSQL as somebody else has set it up: in no language, or with few rights for Footing."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.operator import said
from tests.test_unusable_places import says
from webapp import create_app, driver
from webapp.extensions import db

pytestmark = pytest.mark.postgres
HOUSE = Path(__file__).parents[1]
LACKS = "The database lets Footing in, but not make its tables, or not use them"
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

    def made(how=""):
        administer(f"CREATE DATABASE lent {how}")
        return {"INSTANCE": str(tmp_path), "DATABASE_URL": url}

    yield made
    administer("DROP DATABASE IF EXISTS lent WITH (FORCE)", "DROP ROLE IF EXISTS lodger")


def told(settings, *words):
    """What a command prints there, and nothing stays open."""
    app = create_app(settings)
    try:
        return said(app, *words)
    finally:
        driver.let_go()
        with app.app_context():
            db.engine.dispose()


def test_a_database_that_was_made_in_no_language_keeps_every_word(installation):
    here = installation(LIKE_NOWHERE)
    assert "/join#" in told(here, "invite", "Zoë", "--role", "therapist")
    assert "Whole." in told(here, "verify-audit")


@pytest.fixture
def lodger(administer, installation):
    """The settings of an installation whose account may come into the database, and no more. Its
    owner may have used it before."""
    administer("CREATE ROLE lodger LOGIN")

    def lodging(*used):
        owned = installation()
        told(owned, *used)
        with psycopg.connect(owned["DATABASE_URL"].replace("+psycopg", "", 1)) as connection:
            connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        return {**owned, "DATABASE_URL": owned["DATABASE_URL"].replace("postgres@", "lodger@")}

    return lodging


def test_an_account_that_may_make_no_table_is_told_what_it_lacks(lodger):
    assert says("remind", **lodger("data-map")).startswith(f"Error: {LACKS}")


def test_an_account_that_may_use_no_table_is_told_what_it_lacks(lodger, tmp_path):
    settings = {**lodger("invite", "Ada", "--role", "therapist"), "PATH": "/usr/bin:/bin"}
    for instance in tmp_path, tmp_path / "new":
        words = [sys.executable, "-m", "flask", "--app", "wsgi", "remind"]
        env = {**settings, "INSTANCE": str(instance)}
        failed = subprocess.run(words, cwd=HOUSE, env=env, capture_output=True, text=True)
        assert LACKS in failed.stderr and failed.stderr.count("\n") == 1


def test_two_that_start_for_the_first_time_at_the_same_moment_both_come_up(installation):
    settings = {**installation(), "PATH": "/usr/bin:/bin"}
    words = [sys.executable, "-m", "flask", "--app", "wsgi", "remind"]
    told(settings, "data-map")  # the secrets are made
    both = [
        subprocess.Popen(words, cwd=HOUSE, env=settings, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [each.wait(60) for each in both] == [0, 0]
