"""Line 23: what a backup says of the list of readings, and of the keys that open it."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import flask_migrate
import pytest

from tests.authenticator import Passkey
from tests.backup.test_backups import backup, key, says, words_of
from tests.entries import check_in
from tests.pages import Visitor
from tests.passkeys.letting_in import link_by
from tests.passkeys.test_it_was_not_me import let_in_by_an_operator
from tests.passkeys.test_own_passkeys import another_of, of, removes
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


@pytest.fixture
def cut(app, ada, bea):
    """The list of what Ada read, as somebody changed it."""
    for _ in range(2):
        bea.syncs(check_in("Kingfisher"))
        ada.opens(f"/practice/clients/{bea.id}")
    with app.app_context():
        db.session.execute(db.text("UPDATE reading SET entries = '' WHERE number = 1"))
        db.session.commit()


def test_a_list_that_was_cut_before_the_backup_was_made_is_told_when_it_is_put_back(
    cut,
    puts_back,
    says,
    tmp_path,
):
    says("backup", tmp_path / "bent.backup")
    told = puts_back(tmp_path / "bent.backup")
    assert "Reading 1 is not as it was written." in told
    says("verify-audit", fails="Reading 1 is not as it was written.")


@pytest.fixture
def puts_back(key, says):
    """Puts a backup in place of what is there; returns what it says."""
    return lambda file: says("restore", file, "--key-file", key, "--replace")


@pytest.fixture
def let_in(app, ada, bea, puts_back, says, tmp_path):
    """A stranger came in as Bea by a link of Ada's, and wrote; then a backup was made."""
    bea.syncs(check_in("Kingfisher"))
    stranger = Visitor(app, Passkey()).joins(link_by(ada, bea))
    stranger.syncs(check_in("By a stranger"))
    says("backup", tmp_path / "then.backup")
    return stranger, lambda: puts_back(tmp_path / "then.backup")


def test_whoever_was_shut_out_since_the_backup_stays_out(ada, bea, let_in):
    stranger, restore = let_in
    bea.posts("/recovery/stop", status=204)
    once = bea.feed()
    assert "Ended once more: 1." in restore()
    stranger.syncs(status=401)
    assert "By a stranger" not in ada.opens(f"/practice/clients/{bea.id}").get_text()
    assert [each["entry"] for each in bea.feed()] == [each["entry"] for each in once]


def test_what_was_stopped_before_the_backup_is_not_stopped_anew(
    bea, let_in, puts_back, says, tmp_path
):
    bea.posts("/recovery/stop", status=204)
    says("backup", tmp_path / "later.backup")
    tablet = Visitor(bea.app, bea.passkey).signs_in()
    assert "Ended once more: 0." in puts_back(tmp_path / "later.backup")
    assert bea.signs_in() and not tablet.gets("/me")["signed_in"]


def test_a_link_that_was_ended_since_the_backup_lets_nobody_in(
    app, ada, bea, puts_back, says, tmp_path
):
    link = link_by(ada, bea)
    says("backup", tmp_path / "then.backup")
    bea.posts("/recovery/stop", status=204)
    assert "Ended once more: 1." in puts_back(tmp_path / "then.backup")
    Visitor(app).is_refused(410, "invitation_gone", "/invitations/look", {"invitation": link})


def test_a_passkey_that_was_removed_since_the_backup_signs_nobody_in(
    app, bea, puts_back, says, tmp_path
):
    tablet = another_of(bea, "Tablet")
    says("backup", tmp_path / "then.backup")
    removes(bea, of(bea, "Tablet"))
    assert "Ended once more: 1." in puts_back(tmp_path / "then.backup")
    assert tablet.syncs(status=401)["revoked"]
    assert tablet.tries("/passkeys/login", tablet.shown()) == "passkey_unknown"
    assert bea.signs_in()


def test_a_browser_that_was_signed_out_since_the_backup_stays_so(bea, puts_back, says, tmp_path):
    tablet = Visitor(bea.app, bea.passkey).signs_in()
    says("backup", tmp_path / "then.backup")
    [there] = [each["id"] for each in bea.gets("/my-passkeys")["logins"] if not each["here"]]
    bea.posts(f"/my-logins/{there}/end", status=204)
    assert "Ended once more: 1." in puts_back(tmp_path / "then.backup")
    assert tablet.syncs(status=401)["revoked"]
    bea.syncs()


def test_who_made_a_new_passkey_since_the_backup_and_removed_the_lost_one_is_named_to_be_let_in(
    app, bea, puts_back, says, tmp_path
):
    says("backup", tmp_path / "then.backup")
    lost = bea.gets("/my-passkeys")["passkeys"][0]["id"]
    tablet = another_of(bea, "Tablet")
    removes(tablet, lost)
    assert f"flask let-in {bea.id}" in puts_back(tmp_path / "then.backup")
    assert let_in_by_an_operator(app, bea).gets("/me")["signed_in"]


def test_who_signed_out_of_what_was_ended_is_not_signed_in_by_a_stop_after_a_restore(
    app, ada, bea, puts_back, says, tmp_path
):
    says("backup", tmp_path / "then.backup")
    copied = bea.copied()
    Visitor(app, Passkey()).joins(link_by(ada, bea))
    bea.signs_out()
    puts_back(tmp_path / "then.backup")
    says("stop-let-in", bea.id, "--yes")
    assert not copied.gets("/me")["signed_in"] and bea.signs_in()


def test_nor_after_one_from_before_they_signed_out(bea, let_in):
    copied = bea.copied()
    bea.signs_out()
    let_in[1]()
    copied.is_refused(409, "nothing_to_stop", "/recovery/stop")
    assert not copied.gets("/me")["signed_in"]
