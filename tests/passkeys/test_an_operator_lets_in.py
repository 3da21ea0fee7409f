"""Whoever runs the server lets somebody in again."""

from tests.authenticator import Passkey
from tests.pages import Visitor
from tests.passkeys.letting_in import PRIVATE, read_by, state


def test_ada_reads_who_can_let_her_in_again(ada):
    told = ada.opens("/practice/passkeys").get_text()
    assert "If you lose all of them, only whoever runs this server can let you in again." in told


def test_the_operator_lets_ada_in_again_and_her_old_passkey_and_codes_end(app, ada):
    told = app.test_cli_runner().invoke(args=["let-in", ada.id])
    new = Visitor(app, Passkey()).joins(told.output.strip().partition("#")[2])
    assert new.person == ada.person
    assert ada.tries("/passkeys/login", ada.shown()) == "passkey_unknown"
    assert new.opens("/practice") and ada.gets("/me")["signed_in"] is False


def test_the_operator_lets_bea_in_again_and_what_is_private_waits(app, bea, link):
    told = app.test_cli_runner().invoke(args=["let-in", bea.id])
    again = Visitor(app, Passkey()).joins(told.output.strip().partition("#")[2])
    assert PRIVATE not in read_by(again) and state(bea) == "ended_here"
