"""A backup brings everything back, on this machine or on another, and nothing that was erased."""

import os
import shutil
from uuid import UUID

import pytest

from tests import dump, postgresql_programs
from tests.entries import check_in
from tests.operator import said
from tests.pages import Visitor
from webapp import create_app
from webapp.backup.database import Postgresql, Sqlite
from webapp.extensions import db
from webapp.journal import erasure
from webapp.people.models import Person
from webapp.privacy.closing import erase_account

WORDS = "Kingfisher by the weir"


@pytest.fixture
def says(app, monkeypatch):
    """What an operator's command prints; it must go well, or fail with this sentence. What a
    restore put away goes with the test."""
    monkeypatch.setenv("PATH", f"{postgresql_programs.folder()}{os.pathsep}{os.environ['PATH']}")
    yield lambda *words, of=app, fails=None: said(of, *words, fails=fails)
    for folder in app.config["INSTANCE"].glob("before-restore-*"):
        shutil.rmtree(folder)


@pytest.fixture
def key(app, says, tmp_path):
    """The private key, in a file that is not on the server."""
    file = tmp_path / "key.txt"
    file.write_text(says("backup-key", "--replace").splitlines()[-1])
    return file


@pytest.fixture
def backup(app, bea, key, says, tmp_path):
    """A backup, made when Bea had written something; what she wrote first."""
    first = check_in(WORDS)
    bea.syncs(first)
    file = tmp_path / "monday.backup"
    says("backup", file)
    return file, first


def words_of(person):
    return [change["body"] for change in person.feed()]


def test_what_was_there_on_monday_is_there_again(bea, backup, key, says):
    bea.syncs(check_in("written on Tuesday"))
    says("restore", backup[0], "--key-file", key, "--replace")
    assert [WORDS in body for body in words_of(bea)] == [True]


def test_what_was_put_away_can_be_put_back(app, bea, backup, key, says):
    """Nothing is lost by a restore: what was written on Tuesday is beside it."""
    bea.syncs(check_in("written on Tuesday"))
    says("restore", backup[0], "--key-file", key, "--replace")
    (away,) = app.config["INSTANCE"].glob("before-restore-*")
    names = {file.name for file in away.iterdir()}
    assert "secrets.json" in names and names & {"footing.sqlite", "footing.pgdump"}


def test_nothing_is_replaced_unasked(bea, backup, key, says):
    bea.syncs(check_in("written on Tuesday"))
    says("restore", backup[0], "--key-file", key, fails="--replace")
    assert len(bea.feed()) == 2


def test_who_was_erased_since_stays_erased(app, ben, backup, key, says):
    ben.syncs(check_in("of Ben"))
    with app.app_context():
        erase_account(db.session.get(Person, UUID(ben.id)))
        db.session.commit()
    told = says("restore", backup[0], "--key-file", key, "--replace")
    assert "Erased once more: 1." in told
    ben.syncs(status=410)


def test_what_was_erased_since_stays_erased(app, bea, backup, key, says):
    with app.app_context():
        erasure.erase(UUID(bea.journal), UUID(backup[1]["record"]))
        db.session.commit()
    says("restore", backup[0], "--key-file", key, "--replace")
    assert [change["op"] for change in bea.feed()] == ["put", "erase"]
    assert words_of(bea) == [None, None]


def test_who_came_and_went_since_is_no_hindrance(app, person, backup, key, says):
    """Finn joined after Monday, had a record erased and closed his account: none of it is known."""
    finn, his = person("Finn"), check_in("of Finn")
    finn.syncs(his)
    with app.app_context():
        erasure.erase(UUID(finn.journal), UUID(his["record"]))
        db.session.commit()
        erase_account(db.session.get(Person, UUID(finn.id)))
        db.session.commit()
    told = says("restore", backup[0], "--key-file", key, "--replace")
    assert "Erased once more: 1." in told
    finn.syncs(status=410)


def test_a_phone_that_came_since_hears_that_its_account_is_closed(app, bea, backup, key, says):
    """Also when it was away, and whatever became of the answer with its newest cookie."""
    tablet = Visitor(app, bea.passkey).signs_in()
    away = tablet.copied()
    tablet.steps_up("export")
    bea.steps_up("close_account")
    bea.posts("/account/close", {"account": bea.id}, 204)
    for _ in range(2):
        says("restore", backup[0], "--key-file", key, "--replace")
        assert [each.syncs(status=410)["code"] for each in (tablet, away)] == ["account_erased"] * 2


def test_a_backup_shows_no_word_and_no_secret(app, backup):
    sealed, secrets = backup[0].read_bytes(), (app.config["INSTANCE"] / "secrets.json").read_text()
    assert not any(secret.encode() in sealed for secret in [WORDS, "sealing", secrets[20:60]])
    assert backup[0].stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["cut", "changed", "longer", "another key", "no backup"])
def test_a_backup_that_does_not_open_changes_nothing(app, bea, backup, key, says, damage):
    file = backup[0]
    raw = file.read_bytes()
    bent = {"cut": raw[:-20], "changed": raw[:-30] + bytes(30), "longer": raw + b"x"}
    file.write_bytes(bent.get(damage, b"hello" if damage == "no backup" else raw))
    if damage == "another key":
        key.write_text("A" * 43)
    before = dump.rows(app)
    says("restore", file, "--key-file", key, "--replace", fails="Nothing was changed.")
    assert dump.rows(app) == before


def test_a_database_that_is_broken_inside_changes_nothing(app, bea, backup, key, says, monkeypatch):
    def broken(self, copy):
        copy.write_bytes(b"no database")

    with monkeypatch.context() as meanwhile:
        for kind in (Sqlite, Postgresql):
            meanwhile.setattr(kind, "copy_to", broken)
        says("backup", backup[0])
    before = dump.rows(app)
    says("restore", backup[0], "--key-file", key, "--replace", fails="Nothing was changed.")
    assert dump.rows(app) == before


def test_without_a_key_there_is_no_backup(cast, says, tmp_path):
    says("backup", tmp_path / "x.backup", fails="There is no key for backups yet.")
    assert not list(tmp_path.glob("x.*"))


def test_a_backup_opens_on_an_empty_machine(sqlite, says, tmp_path):
    app = sqlite.emptied()
    bea = Visitor(app).joins(_invited(app))
    bea.syncs(check_in(WORDS))
    private = says("backup-key", "--replace", of=app).splitlines()[-1]
    (tmp_path / "key").write_text(private)
    says("backup", tmp_path / "all.backup", of=app)
    empty = create_app({"INSTANCE": str(tmp_path / "new")})
    says("restore", tmp_path / "all.backup", "--key-file", tmp_path / "key", of=empty)
    again = Visitor(create_app({"INSTANCE": str(tmp_path / "new")}), bea.passkey).signs_in()
    assert WORDS in words_of(again)[0]


def test_what_the_key_is_sent_to_is_a_key_file(app, bea, says, tmp_path):
    told = app.test_cli_runner().invoke(args=["backup-key", "--replace"])
    (tmp_path / "key").write_text(told.stdout)
    says("backup", tmp_path / "all.backup")
    says("restore", tmp_path / "all.backup", "--key-file", tmp_path / "key", "--replace")
    assert "Keep it where this server cannot reach it" in told.stderr


def _invited(app):
    with app.app_context():
        ada, _ = Person.invite_therapist("Ada")
        db.session.flush()
        secret = ada.invite_client("Bea", "walk_and_talk")[1]
        db.session.commit()
    return secret
