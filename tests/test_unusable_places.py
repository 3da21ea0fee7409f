"""Where a database or folder cannot be used, an operator reads a sentence, and no password."""

import os
import socket
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import flask_migrate
import pytest

from tests.databases import fresh_database
from tests.operator import said
from webapp import create_app, extensions, first_run
from webapp.extensions import db
from webapp.security.secrets import BadSecrets
from webapp.wrong_setting import WrongSetting

NOWHERE = "The database cannot be opened: look at DATABASE_URL"
SECRET = "Kingfisher"
AWAY = f"postgresql://ada:{SECRET}@127.0.0.1:1/footing"


def says(*words, **environ):
    """How one of an operator's commands fails."""
    app = create_app(environ)
    told = app.test_cli_runner().invoke(args=words)
    with app.app_context():
        db.engine.dispose()
    assert told.exit_code == 1 and told.output.count("\n") == 1
    return told.output


@pytest.fixture
def started(tmp_path):
    """The folder of an installation that was started once."""
    create_app({"INSTANCE": str(tmp_path / "here")})
    return str(tmp_path / "here")


@pytest.mark.parametrize("url", [AWAY, f"{AWAY}?{SECRET}=1", "sqlite:////nowhere/a", "sqlite:////"])
def test_a_database_that_cannot_be_reached_is_told_in_a_sentence(started, url):
    told = says("remind", INSTANCE=started, DATABASE_URL=url)
    assert told.startswith(f"Error: {NOWHERE}") and SECRET not in told


def test_a_server_that_takes_the_call_and_says_nothing_is_not_waited_for_long(started):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://ada:{SECRET}@127.0.0.1:{silent.getsockname()[1]}/footing"
        begun = time.monotonic()
        assert NOWHERE in says("remind", INSTANCE=started, DATABASE_URL=url)
    assert time.monotonic() - begun < 30  # by itself it would be more than two minutes


def test_nothing_is_made_while_nobody_knows_who_is_in_the_database(tmp_path):
    with pytest.raises(WrongSetting, match=NOWHERE):
        create_app({"INSTANCE": str(tmp_path), "DATABASE_URL": AWAY})
    assert not list(tmp_path.iterdir())


def test_what_is_no_database_is_told_in_a_sentence(started, tmp_path):
    (tmp_path / "letter").write_text("Dear Ada, " * 100)
    assert NOWHERE in says("remind", INSTANCE=started, DATABASE_URL=f"sqlite:///{tmp_path}/letter")


@pytest.mark.postgres
def test_a_database_that_can_only_be_read_is_told_in_a_sentence(postgresql, tmp_path):
    there = postgresql.emptied().config["SQLALCHEMY_DATABASE_URI"]
    here = {"INSTANCE": str(tmp_path), "DATABASE_URL": fresh_database(there, "kept")}
    with create_app(here).app_context():
        flask_migrate.upgrade()
        db.session.execute(db.text("ALTER DATABASE kept SET default_transaction_read_only = on"))
        db.session.commit()
        db.engine.dispose()
    assert says("remind", **here).startswith("Error: The database can only be read")


@pytest.mark.parametrize("words", ["remind", "verify-audit"])
def test_a_database_that_another_program_holds_is_told_to_be_locked(started, monkeypatch, words):
    said(create_app({"INSTANCE": started}), "remind")
    monkeypatch.setattr(extensions, "SQLITE_PRAGMAS", ("journal_mode=WAL", "busy_timeout=50"))
    with closing(sqlite3.connect(f"{started}/footing.sqlite")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert says(words, INSTANCE=started).startswith("Error: Another program has the database")


def test_root_writes_nothing_where_somebody_else_could_not_read_it(started, monkeypatch):
    secrets, before = Path(started) / "secrets.json", sorted(Path(started).iterdir())
    if os.geteuid() == 0:
        os.chown(secrets, 1234, -1)
    monkeypatch.setattr(first_run, "owner_of_what_is_written", lambda folder: 0)
    assert f"with sudo -u '#{secrets.stat().st_uid}' before" in says("remind", INSTANCE=started)
    assert sorted(Path(started).iterdir()) == before


def test_where_a_folder_gives_what_is_written_to_its_account_root_may_write(started, monkeypatch):
    owner = Path(started, "secrets.json").stat().st_uid
    monkeypatch.setattr(first_run, "owner_of_what_is_written", lambda folder: owner)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert said(create_app({"INSTANCE": started}), "remind")


def test_nobody_starts_in_a_folder_that_keeps_nothing():
    with pytest.raises(WrongSetting, match="^INSTANCE must be a folder"):
        create_app({"INSTANCE": "/proc"})


@pytest.mark.parametrize("below", ["", "/here"])
def test_a_file_is_no_folder_for_an_installation(tmp_path, below):
    (tmp_path / "letter").write_text("Dear Ada")
    with pytest.raises(WrongSetting, match="^INSTANCE must be a folder"):
        create_app({"INSTANCE": f"{tmp_path}/letter{below}"})


def test_secrets_that_nobody_can_read_are_told_in_a_sentence(tmp_path):
    (tmp_path / "secrets.json").mkdir()
    with pytest.raises(BadSecrets, match="^secrets.json cannot be read"):
        create_app({"INSTANCE": str(tmp_path)})
