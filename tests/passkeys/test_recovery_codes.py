"""Ten codes of Ada's: shown once, each lets her make a new passkey when she has none left."""

import pytest

from tests import dump
from tests.authenticator import Passkey
from tests.crowd import at_once
from tests.pages import A_PERSON, Visitor

PAGE, CODES = "/practice/passkeys", "/practice/passkeys/codes"
OPTIONS = "/passkeys/registration/options"


def makes_codes(ada):
    """Ada has ten codes made. Returns them."""
    ada.opens(PAGE)
    ada.steps_up("recovery_codes")
    return [code.get_text() for code in ada.sends(CODES).find_all("li", "code")]


@pytest.fixture
def codes(ada):
    return makes_codes(ada)


@pytest.fixture
def lost(app):
    """Ada at a new laptop, without any passkey of hers."""
    return Visitor(app, Passkey())


def comes_in(visitor, code):
    """Make a new passkey by a code."""
    options = visitor.posts(OPTIONS, {"code": code})
    return visitor.registers(visitor.passkey.creates(options), code=code)


def test_ada_gets_ten_codes_which_are_shown_once_and_kept_nowhere(app, ada, codes):
    assert len(set(codes)) == 10 and all(len(code) == 34 for code in codes)
    assert "10 of 10" in ada.opens(PAGE).get_text()
    assert not any(code in ada.response.text for code in codes)
    kept = dump.everything(app)
    assert not any(code.encode() in kept for code in codes)


def test_making_them_asks_for_the_passkey_once_more(ada):
    ada.opens(PAGE)
    assert "This needs your passkey" in ada.sends(CODES, 403).get_text()
    assert "none yet" in ada.opens(PAGE).get_text()


def test_a_code_brings_ada_in_with_a_new_passkey_beside_the_old_one(ada, lost, codes):
    assert comes_in(lost, codes[3])["person"] == ada.person
    assert "9 of 10" in lost.opens(PAGE).get_text()
    assert len(lost.gets("/my-passkeys")["passkeys"]) == 2
    assert lost.signs_in().id == ada.signs_in().id


@pytest.mark.parametrize("typed", [str.upper, lambda code: code.replace("-", " "), "  {} ".format])
def test_a_code_may_be_typed_in_any_way(lost, codes, typed):
    assert comes_in(lost, typed(codes[0]))["person"]["name"] == "Ada"


def test_wrong_used_and_ended_codes_get_the_same_answer(ada, lost, codes):
    wrong = lost.is_refused(410, "code_gone", OPTIONS, {"code": "no-such-code"})
    comes_in(lost, codes[0])
    assert lost.is_refused(410, "code_gone", OPTIONS, {"code": codes[0]}) == wrong
    assert makes_codes(ada)
    assert lost.is_refused(410, "code_gone", OPTIONS, {"code": codes[1]}) == wrong


def test_asking_uses_no_code_up_and_a_refused_passkey_neither(app, lost, codes):
    forged = lost.passkey.but(origin="https://evil.example")
    refused = forged.creates(lost.posts(OPTIONS, {"code": codes[0]}))
    assert lost.registers(refused, 400, code=codes[0])["code"] == "passkey_refused"
    assert comes_in(lost, codes[0])["person"]["name"] == "Ada"


def test_of_four_who_come_by_one_code_at_once_one_comes_in(app, codes):
    four = [Visitor(app, Passkey()) for _ in range(4)]
    asked = [(v, v.passkey.creates(v.posts(OPTIONS, {"code": codes[0]}))) for v in four]

    def comes(visitor, credential):
        body = {"credential": credential, "code": codes[0]}
        return visitor.asks("POST", "/passkeys/registration", json=body).status_code

    assert sorted(at_once(*[lambda a=a: comes(*a) for a in asked])) == [201] + [410] * 3


def test_only_ten_are_good_when_ada_asks_for_them_in_four_tabs_at_once(ada):
    ada.steps_up("recovery_codes")
    ada.opens(PAGE)
    shown = [page.find_all("li", "code") for page in ada.sends_at_once(CODES)]
    assert list(map(len, shown)) == [10] * 4
    assert "10 of 10" in ada.opens(PAGE).get_text()


def test_whoever_tries_often_has_to_wait_a_right_code_too(lost, codes, after):
    for _ in range(10):
        lost.is_refused(410, "code_gone", OPTIONS, {"code": "guess"})
    lost.is_refused(429, "too_many", OPTIONS, {"code": codes[0]})
    after(minutes=15)
    assert comes_in(lost, codes[0])["person"]["name"] == "Ada"


def test_nobody_waits_for_longer_because_the_servers_clock_was_put_back(lost, codes, after):
    after(days=365)
    for _ in range(10):
        lost.is_refused(410, "code_gone", OPTIONS, {"code": "guess"})
    after(days=-365)
    assert comes_in(lost, codes[0])["person"]["name"] == "Ada"


def test_an_invitation_and_a_code_are_one_too_many(lost, codes, cast):
    body = {"code": codes[0], "invitation": cast["Bea"]}
    lost.is_refused(400, "bad_request", OPTIONS, body)


def test_the_codes_of_ada_are_not_those_of_olga(ada, olga, codes):
    makes_codes(olga)
    assert "10 of 10" in ada.opens(PAGE).get_text()


def test_who_is_nobody_or_a_client_makes_none(nobody, bea):
    assert nobody.asks("POST", CODES, headers=A_PERSON).status_code == 302
    assert bea.asks("POST", CODES, headers=A_PERSON).status_code == 404


def test_a_line_says_that_ada_has_one_passkey_until_she_has_codes_or_another(ada):
    assert "You have one passkey." in ada.opens("/practice").get_text()
    makes_codes(ada)
    assert "You have one passkey." not in ada.opens("/practice").get_text()


def test_a_second_passkey_is_as_good(ada):
    ada.steps_up("add_passkey")
    ada.registers(Passkey().creates(ada.posts(OPTIONS)))
    assert "You have one passkey." not in ada.opens("/practice").get_text()
