"""A PostgreSQL that keeps the line open and says nothing is not waited for without end."""

from contextlib import closing

import pytest

from tests.appointments.typed import books
from tests.arrivals import Arrivals
from tests.databases import fresh_database
from tests.entries import check_in
from tests.installations import OnPostgresql
from webapp import extensions
from webapp.extensions import db

pytestmark = pytest.mark.postgres
# COMMIT itself takes longer than anybody waits.
SLOW = """
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(2); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION dawdle()"""

DIES = "pg_terminate_backend(pg_backend_pid())"


@pytest.fixture
def installation(cluster, tmp_path, monkeypatch):
    """One in which nobody waits for long."""
    monkeypatch.setattr(extensions, "LONGEST_SILENCE_S", 1)
    url = fresh_database(cluster.url, "frozen")
    with closing(OnPostgresql(tmp_path, f"{url}&connect_timeout=2")) as made:
        yield made.emptied()


@pytest.fixture
def cast(installation):
    """Everybody's arrival, by name."""
    Arrivals.at(installation).invited()
    return Arrivals.at(installation).comes_in


def says(installation, statement):
    """Somebody else says something to the database."""
    with installation.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_while_it_is_frozen_everybody_is_told_to_come_again_and_then_all_goes_on(cluster, cast):
    ada, bea, words = cast("Ada"), cast("Bea"), check_in()
    bea.syncs()
    with cluster.frozen():
        bea.is_refused(503, "busy", "/sync", bea.sync(words))
        ada.opens("/practice", 503)
        told = [bea.gets(path, 503)["code"] for path in ("/healthz", "/readyz")]
    assert told == ["busy", "busy"]
    assert bea.gets("/readyz") == {"status": "ok"} and ada.opens("/practice")
    assert [result["status"] for result in bea.syncs(words)["results"]] == ["stored"]


@pytest.mark.parametrize(("what", "booked"), [("pg_sleep(2)", 1), (DIES, 0)])
def test_ada_whose_commit_broke_off_is_told_that_nobody_knows_whether_it_is_kept(
    installation, cast, what, booked
):
    ada, bea = cast("Ada"), cast("Bea")
    says(installation, SLOW.replace("pg_sleep(2)", what))
    said = books(ada, bea, 503)
    assert "We do not know whether it was" in said and "Nothing of yours was changed" not in said
    says(installation, "DROP TRIGGER slow ON entry")  # which waits for a COMMIT that is under way
    assert len(bea.feed()) == booked


def test_before_there_is_anything_to_keep_ada_is_told_that_nothing_was_changed(cluster, cast):
    ada = cast("Ada")
    ada.opens("/practice/tips/new")
    with cluster.frozen():
        page = ada.sends("/practice/tips/new", 503, title="Boots", text="Bring them.")
    assert "Nothing of yours was changed" in page.get_text()


def test_what_is_stored_after_nobody_waited_any_more_is_there_once(installation, cast):
    bea, words = cast("Bea"), check_in()
    says(installation, SLOW)
    bea.is_refused(503, "busy", "/sync", bea.sync(words))
    assert [result["status"] for result in bea.syncs(words)["results"]] == ["known"]
    assert [change["entry"] for change in bea.feed()] == [words["entry"]]
