"""A PostgreSQL that keeps the line open and says nothing is not waited for without end."""

from contextlib import closing

import pytest

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


def test_what_is_stored_after_nobody_waited_any_more_is_there_once(installation, cast):
    bea, words = cast("Bea"), check_in()
    with installation.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql(SLOW)
    bea.is_refused(503, "busy", "/sync", bea.sync(words))
    assert [result["status"] for result in bea.syncs(words)["results"]] == ["known"]
    assert [change["entry"] for change in bea.feed()] == [words["entry"]]
