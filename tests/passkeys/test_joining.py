"""Coming in: by invitation, with a passkey made on the spot."""

import pytest

from tests.authenticator import KEYS, Passkey, raw
from tests.pages import Visitor

OPTIONS = "/passkeys/registration/options"


def test_bea_is_asked_for_a_passkey_that_needs_no_name_and_proves_it_is_her(nobody, cast):
    asked = nobody.posts(OPTIONS, {"invitation": cast["Bea"]})

    assert asked["rp"] == {"id": "localhost", "name": "Footing"}
    assert asked["attestation"] == "none" and asked["timeout"] == 300_000
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert {kind["alg"] for kind in asked["pubKeyCredParams"]} == {-7, -8, -257}
    assert asked["user"]["displayName"] == "Bea" and len(raw(asked["challenge"])) >= 16


@pytest.mark.parametrize("algorithm", KEYS)
def test_bea_comes_in_whichever_keys_her_phone_makes(app, cast, algorithm):
    bea = Visitor(app, Passkey(KEYS[algorithm]())).joins(cast["Bea"])

    assert bea.person == {"id": bea.id, "role": "client", "name": "Bea"}
    assert bea.gets("/me") == {"signed_in": True, "person": bea.person, "journal": bea.journal}
    bea.signs_out()
    assert bea.signs_in().syncs()["changes"] == []


def test_ada_comes_in_and_has_no_journal_of_her_own(ada):
    assert ada.person["role"] == "therapist" and ada.journal is None


def test_ben_and_bea_have_a_journal_each(ben, bea):
    assert ben.journal != bea.journal


def test_what_a_passkey_calls_its_owner_says_nothing_about_them(bea):
    handle = bea.passkey.handle
    assert len(handle) >= 16 and b"Bea" not in handle and bea.id.encode() not in handle


@pytest.mark.parametrize("length", [16, 1023])
def test_bea_comes_in_with_a_credential_id_of_any_allowed_length(app, cast, length):
    bea = Visitor(app, Passkey(id=bytes(length))).joins(cast["Bea"])
    assert bea.signs_in().journal


@pytest.mark.parametrize("counter", [1, 2**31, 2**32 - 1])
def test_bea_comes_in_with_a_passkey_that_counts_as_far_as_counters_go(app, cast, counter):
    bea = Visitor(app, Passkey(counter=counter)).joins(cast["Bea"])
    assert bea.signs_in().journal


def test_bea_may_give_her_passkey_a_name(nobody, cast):
    by = {"invitation": cast["Bea"], "label": "My old phone"}
    options = nobody.posts(OPTIONS, {"invitation": cast["Bea"]})
    assert nobody.registers(nobody.passkey.creates(options), **by)["journal"]


def test_a_refused_passkey_leaves_the_invitation_as_it_was(app, cast):
    bea = Visitor(app, Passkey(origin="https://evil.example"))
    by = {"invitation": cast["Bea"]}
    told = bea.registers(bea.passkey.creates(bea.posts(OPTIONS, by)), 400, **by)

    assert told["code"] == "passkey_refused"
    assert bea.gets("/me")["signed_in"] is False
    assert Visitor(app).joins(cast["Bea"]).journal


def test_a_passkey_without_an_invitation_brings_nobody_in(nobody, cast):
    options = nobody.posts(OPTIONS, {"invitation": cast["Bea"]})
    told = nobody.registers(nobody.passkey.creates(options), 401)
    assert told["code"] == "not_signed_in"


def test_nobody_is_asked_for_a_passkey_without_an_invitation(nobody):
    nobody.is_refused(401, "not_signed_in", OPTIONS)


def test_an_invitation_that_ends_while_the_phone_asks_brings_nobody_in(nobody, cast, after):
    after(days=6, hours=23, minutes=58)
    by = {"invitation": cast["Bea"]}
    options = nobody.posts(OPTIONS, by)
    after(minutes=3)
    assert nobody.registers(nobody.passkey.creates(options), 410, **by)["code"] == "invitation_gone"


def test_an_answer_that_was_lost_and_comes_again_hears_that_the_invitation_is_used(nobody, cast):
    by = {"invitation": cast["Bea"]}
    credential = nobody.passkey.creates(nobody.posts(OPTIONS, by))
    nobody.registers(credential, **by)
    assert nobody.registers(credential, 410, **by)["code"] == "invitation_gone"
    nobody.is_refused(410, "invitation_gone", OPTIONS, {"invitation": "x" * 2000})


def test_ben_cannot_come_in_with_the_passkey_of_bea(app, bea, cast):
    ben = Visitor(app, bea.passkey.but())
    by = {"invitation": cast["Ben"]}
    told = ben.registers(ben.passkey.creates(ben.posts(OPTIONS, by)), 400, **by)

    assert told["code"] == "passkey_refused"
    assert bea.signs_in().person["name"] == "Bea"
    assert Visitor(app).joins(cast["Ben"]).person["name"] == "Ben"
