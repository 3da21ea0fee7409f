"""Signing in: the right passkey, shown now, here, by its owner."""

import pytest

from tests import dump
from tests.authenticator import BACKED_UP, ELIGIBLE, KEYS, PRESENT, VERIFIED, Passkey, text
from tests.pages import Visitor
from tests.passkeys.forged import FORGED

LOGIN = "/passkeys/login"
THERE = PRESENT | VERIFIED

FORGED_SIGN_INS = {
    **FORGED,
    "nobody's handle": {"handle": None},
    "an empty handle": {"handle": b""},
    "another's handle": {"handle": b"somebody else"},
    "a key that is not hers": {"key": KEYS["ES256"]()},
    "a key of another kind": {"key": KEYS["EdDSA"]()},
    "a passkey that can no longer be backed up": {"flags": THERE},
}


@pytest.fixture
def away(bea):
    """Bea, signed out."""
    bea.signs_out()
    return bea


def test_bea_is_asked_for_any_passkey_of_ours(nobody):
    asked = nobody.posts("/passkeys/login/options")
    assert asked["allowCredentials"] == [] and asked["userVerification"] == "required"
    assert asked["rpId"] == "localhost" and asked["timeout"] == 300_000


def test_bea_signs_in_again(away):
    assert away.signs_in().gets("/me") == {
        "signed_in": True, "person": {"id": away.id, "role": "client", "name": "Bea"},
        "journal": away.journal,
    }  # fmt: skip


def test_bea_signs_in_on_a_second_phone(app, bea):
    assert Visitor(app, bea.passkey).signs_in().journal == bea.journal


@pytest.mark.parametrize("why", FORGED_SIGN_INS)
def test_a_forged_sign_in_is_refused(away, why):
    shown = away.shown(away.passkey.but(**FORGED_SIGN_INS[why]))
    away.is_refused(401, "passkey_refused", LOGIN, shown)
    assert away.gets("/me")["signed_in"] is False


def test_a_passkey_that_could_not_be_backed_up_never_can(app, cast):
    bea = Visitor(app, Passkey(flags=THERE)).joins(cast["Bea"])
    flipped = bea.passkey.but(flags=THERE | ELIGIBLE)
    bea.is_refused(401, "passkey_refused", LOGIN, bea.shown(flipped))


@pytest.mark.parametrize("flags", [THERE | ELIGIBLE, THERE | ELIGIBLE | BACKED_UP])
def test_a_passkey_may_be_backed_up_later_or_no_longer(away, flags):
    away.passkey.flags = flags
    assert away.signs_in().journal


def test_a_sign_in_that_was_overheard_signs_nobody_in(away):
    shown = away.shown()
    away.posts(LOGIN, shown)
    away.copied().is_refused(401, "passkey_refused", LOGIN, shown)


def test_ben_cannot_sign_in_as_bea_with_his_own_passkey(away, ben):
    hers = text(away.passkey.id)
    shown = away.shown(ben.passkey.but(sent={"id": hers, "rawId": hers}))
    away.is_refused(401, "passkey_refused", LOGIN, shown)


def test_ben_cannot_sign_in_as_bea_with_her_handle(away, ben):
    shown = away.shown(ben.passkey.but(handle=away.passkey.handle))
    away.is_refused(401, "passkey_refused", LOGIN, shown)


def test_a_passkey_that_is_gone_is_called_unknown_so_that_the_phone_forgets_it(nobody):
    stranger = Passkey(handle=b"nobody here")
    nobody.is_refused(401, "passkey_unknown", LOGIN, nobody.shown(stranger))


def test_what_is_unknown_is_told_only_to_somebody_who_was_asked(nobody):
    shown = Passkey(handle=b"nobody here").shows({"challenge": text(b"c" * 32)})
    nobody.is_refused(401, "passkey_refused", LOGIN, shown)


@pytest.mark.parametrize("counter", [4, 5])
def test_a_counter_that_falls_back_locks_nobody_out_and_is_remembered(app, cast, counter):
    bea = Visitor(app, Passkey(counter=5)).joins(cast["Bea"])
    bea.passkey.counter = counter
    assert bea.signs_in().journal
    assert ", 5, '00000000" in dump.rows(app)["passkey"][0]


def test_nobody_can_plant_the_cookie_that_bea_signs_in_with(away):
    away.browser.set_cookie(away.name_of("login"), "planted", domain="localhost")
    assert away.signs_in().cookie("login").value != "planted"


def test_signing_in_again_ends_what_this_browser_had_before(bea):
    before = bea.copied()
    bea.signs_in()
    assert before.gets("/me")["signed_in"] is False
