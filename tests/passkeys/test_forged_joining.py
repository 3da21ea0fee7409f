"""New passkeys that py_webauthn accepts and that must not be accepted."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tests import dump
from tests.authenticator import KEYS, cose, text
from tests.pages import Visitor
from tests.passkeys.forged import FORGED

OPTIONS = "/passkeys/registration/options"
P256 = cose(ec.generate_private_key(ec.SECP256R1()).public_key())
P384 = cose(ec.generate_private_key(ec.SECP384R1()).public_key())
ED25519 = cose(KEYS["EdDSA"]().public_key())

UNSIGNED = {
    "an id unlike the signed one": {"sent": {"id": text(b"other"), "rawId": text(b"other")}},
    "an id one byte too long": {"id": bytes(1024)},
    "an id far too long": {"id": bytes(40_000)},
    "a long id behind a short one": {"id": bytes(1024), "sent": {"id": "AA", "rawId": "AA"}},
}
UNUSABLE = {
    "a point off the curve": {**P256, -3: bytes(32)},
    "text for coordinates": {**P256, -2: "x" * 32, -3: "y" * 32},
    "no coordinates": {part: value for part, value in P256.items() if part > 0},
    "ES256 on P-384": P384,
    "RS256 on a curve": {**P256, 3: -257},
    "EdDSA on P-256": {**P256, 3: -8},
    "ES256 on Ed25519": {**ED25519, 3: -7},
    "an algorithm nobody asked for": {**P384, 3: -35},
    "a short Ed25519 key": {**ED25519, -2: bytes(31)},
    "RSA of 1024 bits": cose(rsa.generate_private_key(65537, 1024).public_key()),
    "RSA of 8 bits": {1: 3, 3: -257, -1: b"\xff", -2: b"\x01\x00\x01"},
    "one byte": 1,
    "the byte of an old security key": 4,
    "no type": {part: value for part, value in P256.items() if part != 1},
    "no algorithm": {part: value for part, value in P256.items() if part != 3},
    "an unknown type": {**P256, 1: 99},
    "a list": [1, 2],
    "nothing": {},
}


def is_refused(app, secret, bent):
    """Whether a bent passkey, offered by invitation, is refused and nothing of it is kept."""
    newcomer, by = Visitor(app), {"invitation": secret}
    created = newcomer.passkey.but(**bent).creates(newcomer.posts(OPTIONS, by))
    code = newcomer.registers(created, 400, **by)["code"]
    kept = dump.rows(app)
    return code in ("passkey_refused", "bad_request") and not (kept["passkey"] or kept["login"])


@pytest.mark.parametrize("why", [*FORGED, *UNSIGNED])
def test_a_forged_passkey_brings_nobody_in_and_the_true_one_still_does(app, cast, why):
    assert is_refused(app, cast["Bea"], {**FORGED, **UNSIGNED}[why])
    assert Visitor(app).joins(cast["Bea"]).journal


@pytest.mark.parametrize("why", UNUSABLE)
def test_a_key_that_could_not_sign_bea_in_again_is_refused(app, cast, why):
    assert is_refused(app, cast["Bea"], {"cose": UNUSABLE[why]})


def test_a_passkey_shown_is_no_new_passkey(nobody, cast):
    options = nobody.posts(OPTIONS, {"invitation": cast["Bea"]})
    shown = nobody.passkey.shows(options)
    assert nobody.registers(shown, 400, invitation=cast["Bea"])["code"] == "bad_request"
