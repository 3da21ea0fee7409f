"""Fault 31: the database takes back what was begun. It is done again, or nothing of it is said."""

import sys
import time
from contextlib import closing
from fcntl import LOCK_EX, LOCK_UN, flock
from functools import partial
from sqlite3 import connect
from subprocess import PIPE, Popen
from threading import Event

import pytest
from flask import request_finished

from tests.cast import invited
from tests.crowd import at_once
from tests.entries import check_in
from tests.pages import Visitor
from webapp import driver, extensions

# What happens at each entry that is to be stored; a sequence counts on through a ROLLBACK.
TRIGGER = """
    CREATE SEQUENCE times;
    CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF nextval('times') <= {times} THEN {what}; END IF; RETURN NEW; END $$;
    CREATE TRIGGER breaks BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION breaks()"""
MENDED = """
    DROP TRIGGER IF EXISTS breaks ON entry; DROP FUNCTION IF EXISTS breaks;
    DROP SEQUENCE IF EXISTS times"""
TIES = ["serialization_failure", "deadlock_detected"]
ALL_OTHERS_DIE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database()"""
DIES = "PERFORM pg_terminate_backend(pg_backend_pid())"


@pytest.fixture
def on_postgresql(beside_postgresql):
    """Bea and somebody else, who mends in the end what was made to break."""
    yield beside_postgresql
    beside_postgresql[1].execute(MENDED)


def is_stored_once(bea, words, status):
    """Whether the next try finds it stored, or stores it, and it is there once."""
    (result,) = bea.syncs(words)["results"]
    assert (result["status"], result["seq"]) == (status, 1)
    return [change["entry"] for change in bea.feed()] == [words["entry"]]


@pytest.mark.parametrize("tie", TIES)
def test_fault_31_a_tie_that_is_broken_against_bea_is_tried_again_inside(on_postgresql, tie):
    bea, other = on_postgresql
    other.execute(TRIGGER.format(times=2, what=f"RAISE {tie}"))
    words = check_in()
    assert [r["status"] for r in bea.syncs(words)["results"]] == ["stored"]
    assert is_stored_once(bea, words, "known")


@pytest.mark.parametrize("tie", TIES)
def test_fault_31_a_tie_each_time_is_a_503_for_the_whole(on_postgresql, tie):
    bea, other = on_postgresql
    other.execute(TRIGGER.format(times=1000, what=f"RAISE {tie}"))
    words = check_in()
    told = bea.is_refused(503, "busy", "/sync", bea.sync(words, check_in()))
    assert "results" not in told and int(bea.response.headers["Retry-After"]) > 0
    other.execute(MENDED)
    assert bea.feed() == [] and is_stored_once(bea, words, "stored")


def test_fault_31_a_connection_that_is_killed_in_the_middle_is_a_503(on_postgresql):
    bea, other = on_postgresql
    other.execute(TRIGGER.format(times=1, what=DIES))
    words = check_in()
    bea.is_refused(503, "busy", "/sync", bea.sync(words, check_in()))
    assert int(bea.response.headers["Retry-After"]) > 0
    assert bea.feed() == [] and is_stored_once(bea, words, "stored")


@pytest.mark.parametrize(
    "why", ["read_only_sql_transaction", "idle_in_transaction_session_timeout"]
)
def test_fault_31_a_database_that_takes_nothing_in_for_now_is_a_503(on_postgresql, why):
    """As one that stands by for another does, and one whose disk is nearly full."""
    bea, other = on_postgresql
    other.execute(TRIGGER.format(times=1, what=f"RAISE {why}"))
    words = check_in()
    bea.is_refused(503, "busy", "/sync", bea.sync(words, check_in()))
    assert bea.feed() == [] and is_stored_once(bea, words, "stored")


def test_fault_31_what_was_read_is_told_though_the_connection_died_then(on_postgresql):
    bea, other = on_postgresql

    def dies(_app, response):
        other.execute(ALL_OTHERS_DIE)

    with request_finished.connected_to(dies, bea.app):
        assert bea.gets("/my-passkeys")
    driver.let_go()  # what was kept for syncing died as well
    assert bea.gets("/my-passkeys")


def test_fault_31_a_connection_that_died_since_the_last_sync_costs_one_try_at_most(on_postgresql):
    bea, other = on_postgresql
    bea.feed()
    other.execute(ALL_OTHERS_DIE)
    words = check_in()
    first = bea.asks("POST", "/sync", json=bea.sync(words)).status_code
    assert first in (200, 503)
    assert is_stored_once(bea, words, "known" if first == 200 else "stored")


def takes_a_person_then_her_journal(other, person, has_one):
    """What could tie with a push, which takes them the other way round."""
    with other.transaction():
        other.execute("SELECT 1 FROM person WHERE id = %s FOR UPDATE", [person.id])
        has_one.set()
        while not other.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
            time.sleep(0.01)
        other.execute("SELECT 1 FROM journal FOR UPDATE")


def test_fault_31_two_that_wait_for_each_other_both_get_through(on_postgresql):
    bea, other = on_postgresql
    other.execute("SET deadlock_timeout = '60s'")  # so that the tie is broken against Bea
    words, has_one = check_in(), Event()

    def syncs():
        has_one.wait()
        return bea.syncs(words)["results"][0]["status"]

    _, status = at_once(partial(takes_a_person_then_her_journal, other, bea, has_one), syncs)
    assert status == "stored" and is_stored_once(bea, words, "known")


HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1])
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()"""


@pytest.fixture
def on_sqlite(sqlite, tmp_path, monkeypatch):
    """Bea at a server on SQLite that soon loses patience, and the file that it keeps."""
    impatient = (*extensions.SQLITE_PRAGMAS, "busy_timeout=200")
    monkeypatch.setattr(extensions, "SQLITE_PRAGMAS", impatient)
    app = sqlite.new(tmp_path / "locked")
    return Visitor(app).joins(invited(app)["Bea"]), app.config["INSTANCE"] / "footing.sqlite"


def test_fault_31_a_file_that_another_process_keeps_locked_is_a_503(on_sqlite):
    (bea, file), words = on_sqlite, check_in()
    with Popen([sys.executable, "-c", HOLD, file], stdin=PIPE, stdout=PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        bea.is_refused(503, "busy", "/sync", bea.sync(words, check_in()))
        other.stdin.close()
    assert int(bea.response.headers["Retry-After"]) > 0
    assert bea.feed() == [] and is_stored_once(bea, words, "stored")


REFUSES = """
    CREATE TRIGGER refuses BEFORE INSERT ON entry WHEN NEW.id = '{}'
    BEGIN SELECT RAISE(ABORT, 'not this one'); END"""


def lets_in(turn, line, number):
    """Let go of a turn when so many wait for theirs."""
    end = time.monotonic() + 60
    while len(line.waiting) < number and time.monotonic() < end:
        time.sleep(0.01)
    flock(turn, LOCK_UN)


def test_what_sqlite_will_not_have_harms_nobody_who_waits_in_the_same_line(on_sqlite):
    (bea, file), sent = on_sqlite, [check_in() for _ in range(4)]
    with closing(connect(file)) as other:
        other.execute(REFUSES.format(sent[0]["entry"].replace("-", "")))
    with file.with_name(f"{file.name}-line").open("a") as turn:
        flock(turn, LOCK_EX)
        pushes = [partial(bea.copied().syncs, words) for words in sent]
        _, *told = at_once(partial(lets_in, turn, bea.app.extensions["line"], 4), *pushes)
    said = [answer["results"][0]["status"] for answer in told]
    assert said == ["rejected", "stored", "stored", "stored"]
    assert {change["entry"] for change in bea.feed()} == {words["entry"] for words in sent[1:]}
