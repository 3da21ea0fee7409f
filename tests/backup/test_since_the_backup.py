"""What went for good since a backup was made stays gone, and who was shut out stays out."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

from uuid import UUID

import pytest

from tests.authenticator import Passkey
from tests.backup.test_backups import WORDS, backup, key, says, words_of
from tests.entries import changed, check_in, deleted
from tests.pages import Visitor, read
from tests.passkeys.letting_in import link_by
from tests.passkeys.test_it_was_not_me import by_an_operator
from tests.passkeys.test_recovery_codes import OPTIONS, comes_in, makes_codes
from tests.reading import page_of
from webapp.extensions import db, now
from webapp.journal import erasure
from webapp.people.models import Person


@pytest.fixture
def restore(backup, key, says):
    """Puts the backup back, in which Bea's first words are; returns what it says."""
    return lambda: says("restore", backup[0], "--key-file", key, "--replace")


@pytest.fixture
def emptied(app, ada, bea, backup, after):
    """Bea deleted what she wrote first, and it was emptied after 30 days."""
    bea.syncs(deleted(backup[1]))
    after(days=31)
    with app.app_context():
        assert erasure.erase_due() == 1
    ada.signs_in()
    bea.signs_in()


def test_what_was_deleted_and_emptied_since_is_read_by_nobody(ada, bea, restore, emptied):
    assert "Erased once more: 1." in restore()
    assert WORDS not in page_of(ada.signs_in(), bea)
    assert words_of(bea.signs_in()) == [None, None]


def test_a_text_that_came_after_it_was_emptied_stands(bea, backup, key, says, emptied, tmp_path):
    bea.syncs(changed(backup[1], "Written in the mountains."))
    says("backup", tmp_path / "later")
    assert "once more: 0. Ended" in says(
        "restore", tmp_path / "later", "--key-file", key, "--replace"
    )
    assert "Written in the mountains." in words_of(bea)[-1]


def test_a_text_that_was_on_its_way_is_still_taken(bea, backup, restore, emptied):
    """It beats the deletion, as it did before the restore."""
    restore()
    late = changed(backup[1], "Written in the mountains.")
    bea.signs_in().syncs(late)
    assert words_of(bea) == [None, None, late["body"]]


def test_ada_is_told_on_which_day_bea_closed_her_account_and_not_of_the_restore(
    ada, bea, restore, after
):
    bea.steps_up("close_account")
    bea.posts("/account/close", {"account": bea.id}, 204)
    day = f"{now():%-d %B}"
    after(days=3)
    assert "Erased once more: 1." in restore()
    assert f"was closed on {day}" in read(ada.signs_in().opens("/practice"))


@pytest.fixture
def again(app, ada, bea, backup):
    """Bea lost every passkey since the backup was made, and was let in again on a new phone."""
    return Visitor(app, Passkey()).joins(link_by(ada, bea))


def test_whoever_was_shut_out_by_letting_bea_in_again_stays_out(bea, again, restore):
    assert "Ended once more: 1." in (told := restore())
    assert f"flask let-in {bea.id}" in told
    assert bea.syncs(status=401)["revoked"]
    assert bea.tries("/passkeys/login", bea.shown()) == "passkey_unknown"
    bea.is_refused(409, "nothing_to_stop", "/recovery/stop")


def test_it_ends_once_however_often_a_backup_is_put_back(
    app, bea, again, restore, key, says, tmp_path
):
    restore()
    told = by_an_operator(app, "let-in", bea).output
    there = Visitor(app, Passkey()).joins(told.strip().partition("#")[2])
    says("backup", tmp_path / "later")
    told = says("restore", tmp_path / "later", "--key-file", key, "--replace")
    assert "Ended once more: 0." in told and there.signs_in()


def test_what_stopped_letting_in_brings_bea_back_after_a_restore_too(bea, again, restore):
    bea.posts("/recovery/stop", status=204)
    assert bea.id not in restore()
    assert WORDS in words_of(bea)[0] and bea.signs_in()


def test_an_operator_can_stop_it_after_the_restore(app, bea, again, restore):
    restore()
    assert by_an_operator(app, "stop-let-in", bea, "--yes").exit_code == 0
    assert bea.signs_in()


@pytest.fixture
def link(app, ada, bea, backup, key, says):
    """A link to let Bea in again, which is in the backup and which nobody had used then."""
    link = link_by(ada, bea)
    says("backup", backup[0])
    return link


def is_gone(app, link):
    return Visitor(app).is_refused(
        410, "invitation_gone", "/invitations/look", {"invitation": link}
    )


def test_a_link_that_a_newer_one_replaced_opens_nothing(app, ada, bea, link, restore):
    link_by(ada, bea)
    restore()
    is_gone(app, link)


def test_a_link_that_was_used_since_opens_nothing(app, bea, link, restore):
    Visitor(app, Passkey()).joins(link)
    restore()
    is_gone(app, link)


def test_the_link_by_which_ben_came_in_since_lets_nobody_else_in(app, cast, backup, restore):
    Visitor(app).joins(cast["Ben"])
    assert "Ended once more: 1." in restore()
    is_gone(app, cast["Ben"])


def test_a_code_of_adas_that_was_used_since_brings_nobody_in(app, ada, key, says, tmp_path):
    codes = makes_codes(ada)
    says("backup", tmp_path / "with-codes")
    comes_in(Visitor(app, Passkey()), codes[0])
    says("restore", tmp_path / "with-codes", "--key-file", key, "--replace")
    Visitor(app).is_refused(410, "code_gone", OPTIONS, {"code": codes[0]})
    assert comes_in(Visitor(app, Passkey()), codes[1])["person"] == ada.person


def test_the_codes_that_ada_replaced_since_bring_nobody_in(app, ada, key, says, tmp_path):
    codes = makes_codes(ada)
    says("backup", tmp_path / "with-codes")
    makes_codes(ada)
    says("restore", tmp_path / "with-codes", "--key-file", key, "--replace")
    for code in codes[:3]:
        Visitor(app).is_refused(410, "code_gone", OPTIONS, {"code": code})


def test_the_code_that_bea_replaced_since_is_not_hers_any_more(app, bea, key, says, tmp_path):
    bea.posts("/recovery-code")
    says("backup", tmp_path / "with-a-code")
    bea.posts("/recovery-code")
    says("restore", tmp_path / "with-a-code", "--key-file", key, "--replace")
    with app.app_context():
        assert db.session.get(Person, UUID(bea.id)).recovery_hash is None


@pytest.mark.parametrize("how", ["/calendar-feed/end", "/calendar-feed"])
def test_an_address_of_her_calendar_that_bea_ended_since_stays_ended(bea, key, says, tmp_path, how):
    address = bea.posts("/calendar-feed")["url"]
    says("backup", tmp_path / "with-an-address")
    assert bea.asks("POST", how, json={}).status_code < 300
    says("restore", tmp_path / "with-an-address", "--key-file", key, "--replace")
    assert bea.asks("GET", address.removeprefix(bea.origin)).status_code == 404


def test_a_new_phone_that_was_refused_shuts_nobody_out(app, bea, link, restore):
    evil = Visitor(app, Passkey(origin="https://evil.example"))
    asked = evil.posts("/passkeys/registration/options", {"invitation": link})
    evil.registers(evil.passkey.creates(asked), 400, invitation=link)
    assert "Ended once more: 0." in restore()
    assert WORDS in words_of(bea)[0]
