"""Ada, who mostly runs the server herself, sees how it is doing."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest

from tests.backup.test_backups import key, says
from tests.entries import check_in
from tests.pages import read
from webapp.backup import last
from webapp.extensions import db

HERE = "/practice/running"


@pytest.fixture
def sees(ada):
    """What stands on the page."""
    return lambda: read(ada.opens(HERE).main)


def test_ada_sees_when_everything_was_backed_up_last(ada, sees, says, key, tmp_path, after):
    assert "There has been no backup yet." in sees()
    says("backup", tmp_path / "monday.backup")
    assert "The last backup is from" in sees() and "week ago" not in sees()
    after(days=8)
    ada.signs_in()
    assert "That is more than a week ago." in sees()


def test_a_backup_that_failed_is_none(sees, says, key, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ada")
    says("backup", tmp_path / "letter.txt", fails="Nothing was backed up")
    assert "There has been no backup yet." in sees()


@pytest.mark.parametrize("note", ["yesterday", "2026-11-27", ""])
def test_where_the_note_of_it_is_damaged_the_page_says_that_there_is_none(app, sees, note):
    (app.config["INSTANCE"] / last.NAME).write_text(note)
    assert "There has been no backup yet." in sees()


def test_ada_sees_whether_the_list_of_what_was_read_is_whole(app, ada, bea, sees):
    assert "No page has shown a client’s words to anybody yet." in sees()
    for words in ("Kingfisher", "Heron"):
        bea.syncs(check_in(words))
        ada.opens(f"/practice/clients/{bea.id}")
    assert "2 times, a page showed" in sees()
    with app.app_context():
        db.session.execute(db.text("DELETE FROM reading WHERE number = 1"))
        db.session.commit()
    assert "is not whole. Reading 1 is missing." in sees()


def test_ada_sees_that_the_end_of_the_list_was_damaged(app, sees):
    (app.config["INSTANCE"] / "audit-head").write_text("nonsense")
    assert "What says where it should end is damaged." in sees()


def test_without_a_word_on_where_the_list_ends_nobody_calls_it_whole(app, ada, bea, sees):
    bea.syncs(check_in("Kingfisher"))
    ada.opens(f"/practice/clients/{bea.id}")
    (app.config["INSTANCE"] / "audit-head").unlink()
    assert "is not whole. Nothing says where it should end." in sees()


def test_a_backup_is_one_also_where_its_moment_cannot_be_kept(app, sees, says, key, tmp_path):
    (app.config["INSTANCE"] / last.NAME).mkdir()
    assert "Backed up to" in says("backup", tmp_path / "monday.backup")
    (app.config["INSTANCE"] / last.NAME).rmdir()


def test_ada_sees_whether_e_mails_can_be_sent(app, sees, monkeypatch):
    assert "it sends no e-mails" in sees()
    monkeypatch.setitem(app.config, "MAIL_SERVER", object())
    assert "and send e-mails" in sees()
