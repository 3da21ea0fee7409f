"""What cannot be backed up or put back is told in a sentence, and nothing is changed."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import os

import pytest

from tests import dump
from tests.backup.test_backups import backup, key, says
from tests.backup.test_stopped_half_way import left_lying
from tests.entries import check_in
from webapp.extensions import db


@pytest.fixture
def restores(backup, key, says):
    """Puts the backup back; returns what it says."""
    return lambda **how: says("restore", backup[0], "--key-file", key, "--replace", **how)


def revision(app, number):
    with app.app_context():
        db.session.execute(db.text(f"UPDATE alembic_version SET version_num = '{number}'"))
        db.session.commit()


@pytest.fixture
def of_version(app):
    """Make the database one of another version, until the test ends."""
    with app.app_context():
        ours = db.session.scalar(db.text("SELECT version_num FROM alembic_version"))
    yield lambda number=ours: revision(app, number)
    revision(app, ours)


def is_as_before(app, before):
    assert dump.rows(app) == before and not left_lying(app)
    assert not list(app.config["INSTANCE"].glob("before-restore-*"))


def test_a_backup_of_a_newer_version_is_refused_before_anything_is_touched(
    app, backup, restores, says, of_version
):
    of_version("9999")
    says("backup", backup[0])
    of_version()
    before = dump.rows(app)
    restores(fails="It was made by a newer version of Footing")
    is_as_before(app, before)


def test_a_database_of_a_newer_version_is_told_in_a_sentence(app, says, of_version):
    of_version("9999")
    says("erase-due", fails="Error: The database is of another version of Footing")


def test_an_update_that_fails_is_told_without_a_word_of_anybody(app, says, of_version):
    of_version("0001")  # whose next step makes what is there by now
    told = says("erase-due", fails="Error: The database could not be brought up to date (")
    assert told.splitlines()[-1].endswith("Error). Nothing in it was changed.")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["backup", "/no/such/folder/x"], "There is no backup. No such file or directory"),
        (["restore", "{backup}", "--key-file", "{noise}", "--replace"], "not a key for backups"),
    ],
)
def test_a_wrong_word_is_answered_with_a_sentence(backup, says, tmp_path, words, why):
    (tmp_path / "noise").write_bytes(bytes(range(128, 256)))
    places = {"backup": backup[0], "noise": tmp_path / "noise"}
    says(*[word.format(**places) for word in words], fails=why)


@pytest.mark.parametrize(
    "named", ["secrets.json", "backup-key.pub", "a letter", "a link", "a pipe"]
)
def test_a_backup_takes_the_place_of_nothing_but_a_backup(app, key, says, tmp_path, named):
    here, letter = app.config["INSTANCE"], tmp_path / "letter"
    letter.write_text("Dear Olga")
    (tmp_path / "link").symlink_to(here / "secrets.json")
    os.mkfifo(tmp_path / "pipe")
    file = tmp_path / named[2:] if named.startswith("a ") else here / named
    before = file.lstat().st_ino
    says("backup", file, fails=f"Nothing was backed up: {file} is no backup")
    assert file.lstat().st_ino == before and not left_lying(app)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_a_backup_never_takes_the_place_of_the_database(app, bea, key, says, end):
    """By whatever way it is named, and where the log is not there just now, too."""
    file = app.config["INSTANCE"] / ".." / app.config["INSTANCE"].name / f"footing.sqlite{end}"
    says("backup", file, fails="is no backup")
    bea.syncs(check_in("after that"))
    assert len(bea.feed()) == 1


def test_a_database_that_lies_elsewhere_is_not_replaced_either(sqlite, key, says, tmp_path):
    elsewhere = tmp_path / "elsewhere.sqlite"
    app = sqlite.new(tmp_path / "new", DATABASE_URL=f"sqlite:///{elsewhere}")
    says("backup-key", of=app)
    says("backup", f"{elsewhere}-wal", of=app, fails="is no backup")
    assert not list(tmp_path.glob("elsewhere*wal"))


def test_an_older_backup_gives_way_to_the_next(app, bea, backup, says):
    before = backup[0].read_bytes()
    says("backup", backup[0])
    assert backup[0].read_bytes() != before


def test_a_backup_to_nowhere_is_told_in_a_sentence(key, says):
    says("backup", "", fails="FILE is empty.")


@pytest.mark.parametrize("damage", [b"", b"\xff" * 43, b"A" * 43, b"nonsense"])
def test_a_damaged_key_for_backups_is_told_and_makes_no_backup(app, key, says, tmp_path, damage):
    (app.config["INSTANCE"] / "backup-key.pub").write_bytes(damage)
    says("backup", tmp_path / "none", fails="backup-key.pub is damaged")
    assert not (tmp_path / "none").exists()


def test_a_key_that_is_there_is_not_replaced_unasked(app, key, says):
    public = app.config["INSTANCE"] / "backup-key.pub"
    before = public.read_bytes()
    says("backup-key", fails="--replace")
    assert public.read_bytes() == before
