"""Line 23: what a backup says of the list of readings, and of the keys that open it."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import flask_migrate
import pytest

from tests.backup.test_backups import backup, key, says, words_of
from tests.entries import check_in
from webapp import create_app, rotation
from webapp.audit import head
from webapp.extensions import db


@pytest.fixture
def restores(app, ada, bea, backup, key, says, secrets_file):
    """Puts the backup back, in which Bea's first words are; returns what it says."""
    return lambda: says("restore", backup[0], "--key-file", key, "--replace")


def test_a_backup_from_before_a_rotation_opens_with_its_own_key(bea, restores, says, monkeypatch):
    monkeypatch.setattr(rotation, "GRACE_S", 0)
    says("rotate-keys")
    bea.syncs(check_in("written on Tuesday"))
    restores()
    assert len(words_of(bea)) == 1
    says("rotate-keys")
    assert len(words_of(bea)) == 1


def test_readings_since_the_backup_are_gone_with_it_and_the_list_is_whole(
    app,
    ada,
    bea,
    restores,
    says,
):
    ada.opens(f"/practice/clients/{bea.id}")
    assert "the list is whole" in restores()
    assert "Readings: 0." in says("verify-audit")
    assert (next(app.config["INSTANCE"].glob("before-restore-*")) / head.NAME).exists()


def test_before_an_update_the_database_is_backed_up_as_it_is(says, tmp_path):
    older = create_app({"INSTANCE": str(tmp_path / "older")})
    with older.app_context():
        (tmp_path / "older").mkdir(exist_ok=True)
        flask_migrate.upgrade(revision="0014")
        db.engine.dispose()
    (tmp_path / "key").write_text(says("backup-key", of=older).splitlines()[-1])
    says("backup", tmp_path / "old.backup", of=older)
    newer = create_app({"INSTANCE": str(tmp_path / "newer")})
    told = says("restore", tmp_path / "old.backup", "--key-file", tmp_path / "key", of=newer)
    assert "the list is whole" in told


def test_a_list_that_was_cut_before_the_backup_was_made_is_told_when_it_is_put_back(
    app,
    ada,
    bea,
    key,
    says,
    tmp_path,
):
    for _ in range(2):
        bea.syncs(check_in("Kingfisher"))
        ada.opens(f"/practice/clients/{bea.id}")
    with app.app_context():
        db.session.execute(db.text("UPDATE reading SET entries = '' WHERE number = 1"))
        db.session.commit()
    says("backup", tmp_path / "bent.backup")
    told = says("restore", tmp_path / "bent.backup", "--key-file", key, "--replace")
    assert "Reading 1 is not as it was written." in told
    says("verify-audit", fails="Reading 1 is not as it was written.")
