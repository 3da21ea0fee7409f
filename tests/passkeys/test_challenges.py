"""A challenge: once, soon, in the browser that asked, for one purpose."""

import pytest

from tests.authenticator import Passkey
from tests.crowd import at_once
from tests.pages import Visitor

LOGIN, OPTIONS = "/passkeys/login", "/passkeys/login/options"
TO_JOIN = "/passkeys/registration/options"
STEP_UP, TO_STEP_UP = "/passkeys/step-up", "/passkeys/step-up/options"


def test_no_two_challenges_are_alike(nobody):
    assert len({nobody.posts(OPTIONS)["challenge"] for _ in range(20)}) == 20


def test_a_challenge_is_good_for_one_answer(bea):
    shown = bea.shown()
    bea.posts(LOGIN, shown)
    bea.is_refused(401, "passkey_refused", LOGIN, shown)


def test_a_wrong_answer_uses_the_challenge_up_too(bea):
    options = bea.posts(OPTIONS)
    bea.is_refused(401, "passkey_refused", LOGIN, bea.passkey.but(flags=1).shows(options))
    bea.is_refused(401, "passkey_refused", LOGIN, bea.passkey.shows(options))


def test_of_eight_answers_to_one_challenge_at_once_one_signs_in(app, bea):
    bea.signs_out()
    shown = bea.shown()
    copies = [bea.copied() for _ in range(8)]
    tries = [lambda b=b: b.asks("POST", LOGIN, json=shown).status_code for b in copies]
    assert sorted(at_once(*tries)) == [200] + [401] * 7


def test_a_challenge_of_another_browser_is_none(app, bea):
    shown = Visitor(app).shown(bea.passkey)
    bea.posts(OPTIONS)
    bea.is_refused(401, "passkey_refused", LOGIN, shown)


def test_a_browser_that_never_asked_cannot_answer(app, bea):
    shown = bea.shown()
    Visitor(app).is_refused(401, "passkey_refused", LOGIN, shown)


def test_asking_again_ends_the_earlier_challenge(bea):
    earlier = bea.shown()
    bea.posts(OPTIONS)
    bea.is_refused(401, "passkey_refused", LOGIN, earlier)


@pytest.mark.parametrize(("minutes", "status"), [(4, 200), (6, 401)])
def test_five_minutes_to_sign_in(bea, after, minutes, status):
    shown = bea.shown()
    after(minutes=minutes)
    bea.posts(LOGIN, shown, status)


@pytest.mark.parametrize(("minutes", "status"), [(9, 201), (11, 400)])
def test_ten_minutes_to_join(nobody, cast, after, minutes, status):
    by = {"invitation": cast["Bea"]}
    created = nobody.passkey.creates(nobody.posts(TO_JOIN, by))
    after(minutes=minutes)
    nobody.registers(created, status, **by)


@pytest.mark.parametrize(("minutes", "status"), [(4, 200), (6, 401)])
def test_five_minutes_to_step_up(bea, after, minutes, status):
    shown = bea.passkey.shows(bea.posts(TO_STEP_UP, {"for": "export"}))
    after(minutes=minutes)
    bea.posts(STEP_UP, shown, status)


def test_a_challenge_to_sign_in_is_none_to_step_up(bea):
    bea.is_refused(401, "passkey_refused", STEP_UP, bea.shown())


def test_a_challenge_to_step_up_is_none_to_sign_in(bea):
    shown = bea.passkey.shows(bea.posts(TO_STEP_UP, {"for": "export"}))
    bea.is_refused(401, "passkey_refused", LOGIN, shown)


def test_a_challenge_to_sign_in_makes_no_passkey(nobody, cast):
    by = {"invitation": cast["Bea"]}
    asked = {**nobody.posts(OPTIONS), "user": {"id": "AAAA"}}
    assert nobody.registers(nobody.passkey.creates(asked), 400, **by)["code"] == "passkey_refused"


def test_a_challenge_for_ben_makes_no_passkey_for_bea(app, nobody, cast):
    options = nobody.posts(TO_JOIN, {"invitation": cast["Ben"]})
    told = nobody.registers(nobody.passkey.creates(options), 400, invitation=cast["Bea"])

    assert told["code"] == "passkey_refused"
    assert [Visitor(app, Passkey()).joins(cast[name]).journal for name in ("Ben", "Bea")]
