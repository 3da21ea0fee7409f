"""Where the disk is full or the database refuses, an operator reads a sentence and no traceback."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

HOUSE = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "flask", "--app", "wsgi"]
AS_IF_FULL = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *COMMAND]  # no file takes a byte more
INVITE = ["invite", "Bo", "--role", "therapist"]
REFUSES = "CREATE TRIGGER full BEFORE INSERT ON person BEGIN SELECT RAISE(FAIL, 'Kingfisher'); END"


def say(folder, *words, how=COMMAND):
    environ = {"INSTANCE": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run([*how, *words], env=environ, cwd=HOUSE, capture_output=True, text=True)


def is_told(said, why):
    """In one sentence, and not by a traceback."""
    assert said.returncode == 1 and "Traceback" not in said.stderr
    return f"Error: This broke off ({why}), so it was not done" in said.stderr


def test_what_the_database_refuses_half_way_is_told_without_a_word_of_its_own(tmp_path):
    say(tmp_path, "erase-due")
    with closing(sqlite3.connect(tmp_path / "footing.sqlite")) as database:
        database.execute(REFUSES)
        refused = say(tmp_path, *INVITE)
        assert is_told(refused, "SQLITE_CONSTRAINT_TRIGGER")
        assert database.execute("SELECT count(*) FROM person").fetchone() == (0,)
    assert "Kingfisher" not in refused.stderr


def test_a_key_for_backups_that_could_not_be_kept_is_shown_to_nobody(tmp_path):
    say(tmp_path, "backup-key")
    before = (tmp_path / "backup-key.pub").read_text()
    told = say(tmp_path, "backup-key", "--replace", how=AS_IF_FULL)
    assert is_told(told, "File too large") and told.stdout == ""
    assert [file.read_text() for file in tmp_path.glob("*backup-key*")] == [before]


def test_a_first_start_without_room_makes_nothing_but_an_empty_lock_and_says_so(tmp_path):
    told = say(tmp_path, "remind", how=AS_IF_FULL)
    assert told.stderr.startswith("INSTANCE must be a folder that Footing can use")
    assert told.stderr.count("\n") == 1
    left = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert left == {"secrets.json-lock": 0}
