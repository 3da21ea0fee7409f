"""Answers that no browser gives. Each is refused, never an error of ours."""

import cbor2
import pytest

from tests.authenticator import text

LOGIN, REGISTRATION = "/passkeys/login", "/passkeys/registration"
REFUSED = ("bad_request", "passkey_refused", "passkey_unknown")
ZEROS = {"fmt": "none", "attStmt": {}, "authData": bytes(99)}


def client(raw):
    return {"clientDataJSON": text(raw)}


def attestation(raw):
    return {"attestationObject": text(raw)}


ODD_CLIENTS = {
    "client data that is not base64": {"clientDataJSON": "A"},
    "client data that is no text": {"clientDataJSON": 5},
    "client data that is empty": client(b""),
    "client data that is no JSON": client(b"{"),
    "client data that is a list": client(b"[]"),
    "client data that is null": client(b"null"),
    "client data that is not UTF-8": client(b'{"type":"\xff"}'),
    "client data without a challenge": client(b'{"type":"webauthn.get"}'),
    "client data that is deep": client(b"[" * 6000),
    "something more": {"more": 1},
    "something that stands for the client": None,
}
ODD_SIGN_INS = {
    "a handle that is not base64": {"userHandle": "A"},
    "a handle beyond ASCII": {"userHandle": "Bêa"},
    "a handle that is a number": {"userHandle": 5},
    "no authenticator data": {"authenticatorData": ""},
    "short authenticator data": {"authenticatorData": text(bytes(36))},
    "half a key": {"authenticatorData": text(bytes(32) + b"\x45" + bytes(9))},
    "no signature": {"signature": ""},
    "a signature of zeros": {"signature": text(bytes(70))},
}
ODD_ATTESTATIONS = {
    "no attestation": attestation(b""),
    "no map": attestation(cbor2.dumps([])),
    "half a map": attestation(cbor2.dumps(ZEROS)[:-50]),
    "a key twice": attestation(b"\xa2\x63fmt\x64none\x63fmt\x64none"),
    "a format that is a number": attestation(cbor2.dumps({**ZEROS, "fmt": 1})),
    "an unknown format": attestation(cbor2.dumps({**ZEROS, "fmt": "ours"})),
    "a format without its statement": attestation(cbor2.dumps({**ZEROS, "fmt": "packed"})),
    "authenticator data of zeros": attestation(cbor2.dumps(ZEROS)),
    "authenticator data that is text": attestation(cbor2.dumps({**ZEROS, "authData": "a"})),
    "no authenticator data": attestation(cbor2.dumps({"fmt": "none", "attStmt": {}})),
    "deep nesting": attestation(b"\x81" * 40_000),
    "a promise of much more": attestation(b"\xbb" + b"\xff" * 8),
}
ODD_CREDENTIALS = {
    "an id that is not base64": {"id": "A", "rawId": "A"},
    "an id that is empty": {"id": "", "rawId": ""},
    "an id that is null": {"id": None},
    "an id of 9,000 letters": {"id": "A" * 9000, "rawId": "A" * 9000},
    "no response": {"response": None},
    "a response that is a list": {"response": []},
    "extensions that are a list": {"clientExtensionResults": []},
    "extensions that are deep": {"clientExtensionResults": {"a": eval("[" * 90 + "]" * 90)}},
}


@pytest.mark.parametrize("why", [*ODD_CLIENTS, *ODD_SIGN_INS])
def test_an_odd_sign_in_is_refused(bea, why):
    shown = bea.shown()
    shown["response"] |= {**ODD_CLIENTS, **ODD_SIGN_INS}[why] or {"clientDataJSON": None}
    assert bea.tries(LOGIN, shown) in REFUSED


@pytest.mark.parametrize("why", [*ODD_CLIENTS, *ODD_ATTESTATIONS])
def test_an_odd_new_passkey_is_refused(nobody, cast, why):
    by = {"invitation": cast["Bea"]}
    created = nobody.passkey.creates(nobody.posts("/passkeys/registration/options", by))
    created["response"] |= {**ODD_CLIENTS, **ODD_ATTESTATIONS}[why] or {"clientDataJSON": None}
    assert nobody.tries(REGISTRATION, {"credential": created, **by}) in REFUSED


@pytest.mark.parametrize("why", ODD_CREDENTIALS)
def test_an_odd_credential_signs_nobody_in(bea, why):
    shown = bea.shown() | ODD_CREDENTIALS[why]
    bea.signs_out()
    bea.posts("/passkeys/login/options")
    assert bea.tries(LOGIN, shown) in REFUSED
    assert bea.gets("/me")["signed_in"] is False


@pytest.mark.parametrize("path", [LOGIN, REGISTRATION, "/passkeys/step-up"])
@pytest.mark.parametrize("body", [b"[]", b"null", b"5", b'"a"', b"[" * 100_000, b"{}", b""])
def test_a_ceremony_takes_nothing_but_its_own_object(bea, path, body):
    assert bea.posts_raw(path, body, 400)["code"] == "bad_request"
