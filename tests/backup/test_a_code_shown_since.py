"""Who has shown her recovery code since a backup was made is known after a restore, too."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest

from tests.authenticator import Passkey
from tests.backup.test_backups import key, says
from tests.entries import check_in
from tests.pages import Visitor
from tests.passkeys.letting_in import PRIVATE, link_by, read_by, state
from tests.passkeys.test_it_was_not_me import let_in_by_an_operator


@pytest.fixture
def waiting(app, ada, bea, key, says, tmp_path):
    """Bea's new phone, which waits for her recovery code or seven days, as a backup knows."""
    bea.code = bea.posts("/recovery-code")["code"]
    bea.syncs(check_in(PRIVATE, shared=False))
    waiting = Visitor(app, Passkey()).joins(link_by(ada, bea))
    says("backup", tmp_path / "waiting")
    return waiting


def shows_the_code(phone, bea):
    bea.code = phone.posts("/recovery/code", {"code": bea.code})["code"]


def test_who_showed_her_code_since_reads_on_and_no_phone_of_before_shuts_her_out(
    bea, waiting, key, says, tmp_path
):
    shows_the_code(waiting, bea)
    told = says("restore", tmp_path / "waiting", "--key-file", key, "--replace")
    assert "Ended once more: 2." in told and bea.id not in told
    assert (state(bea), state(waiting)) == ("none", "none")
    bea.is_refused(409, "nothing_to_stop", "/recovery/stop")
    assert PRIVATE in read_by(waiting) and waiting.signs_in()


def test_nor_if_she_was_let_in_once_more_meanwhile(app, ada, bea, waiting, key, says, tmp_path):
    second = Visitor(app, Passkey()).joins(link_by(ada, bea))
    shows_the_code(second, bea)
    says("restore", tmp_path / "waiting", "--key-file", key, "--replace")
    for phone in (bea, waiting):
        phone.is_refused(409, "nothing_to_stop", "/recovery/stop")
    shows_the_code(let_in_by_an_operator(app, bea), bea)
