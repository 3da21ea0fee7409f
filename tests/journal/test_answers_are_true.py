"""What an answer says was stored is stored: it is said after COMMIT, or not at all."""

import pytest
from sqlalchemy import text

from tests.entries import changed, check_in, entry
from webapp.extensions import db

# Each lets an entry be stored, and the COMMIT behind it fail.
BREAK = {
    "sqlite": [
        "CREATE TABLE broken (id CHAR REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TRIGGER broken AFTER INSERT ON entry BEGIN INSERT INTO broken VALUES ('x'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RAISE integrity_constraint_violation; END $$",
        "CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION broken()",
    ],
}
MEND = {
    "sqlite": ["DROP TRIGGER IF EXISTS broken", "DROP TABLE IF EXISTS broken"],
    "postgresql": ["DROP TRIGGER IF EXISTS broken ON entry", "DROP FUNCTION IF EXISTS broken"],
}


def run(app, statements):
    """Run statements on the database itself, in its own dialect."""
    with app.app_context():
        for statement in statements[db.engine.dialect.name]:
            db.session.execute(text(statement))
        db.session.commit()


@pytest.fixture
def broken(app, bea):
    """A database in which no entry reaches the disk."""
    run(app, BREAK)
    yield app
    run(app, MEND)


def test_when_commit_fails_nothing_is_called_stored_and_nothing_is(bea, broken):
    told = bea.is_refused(500, "internal_server_error", "/sync", bea.sync(check_in()))
    assert "results" not in told
    assert bea.feed() == []


def test_what_a_failed_commit_took_back_is_stored_at_the_next_try_without_a_gap(bea, broken):
    words = bea.sync(check_in(), check_in())
    bea.posts("/sync", words, 500)
    run(broken, MEND)
    told = bea.posts("/sync", words)
    assert [(r["status"], r["seq"]) for r in told["results"]] == [("stored", 1), ("stored", 2)]


def test_every_result_is_what_the_feed_says(bea):
    first = check_in()
    batch = [first, changed(first), entry("{}"), check_in(sha256="0" * 64), first, check_in()]
    told = bea.syncs(*batch)
    stored = {r["entry"]: r["seq"] for r in told["results"] if r["status"] != "rejected"}
    assert [r["entry"] for r in told["results"]] == [item["entry"] for item in batch]
    assert stored == {change["entry"]: change["seq"] for change in bea.feed()}
