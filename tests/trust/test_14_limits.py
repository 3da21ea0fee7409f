"""Line 14: limits hold across workers, and no made-up header gets around them."""

import pytest

from tests import dump
from tests.entries import check_in
from tests.pages import Visitor
from tests.trust.workers import WORKERS, statuses

SHOWN = {"clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"}
SIGN_IN = {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": SHOWN,
           "clientExtensionResults": {}}  # fmt: skip
MADE_UP = {"invitation": "x" * 43}
WRONG = {
    "signing in": ("/passkeys/login", SIGN_IN, 401),
    "guessing an invitation": ("/invitations/look", MADE_UP, 410),
}


def forged(n):
    """Headers in which somebody claims to be elsewhere each time."""
    address = f"203.0.113.{n}"
    named = {"X-Real-IP": address, "X-Client-IP": address, "CF-Connecting-IP": address}
    return {**named, "X-Forwarded-For": address, "Forwarded": f"for={address}"}


@pytest.mark.parametrize("way", WRONG)
def test_of_many_wrong_tries_in_three_workers_exactly_twenty_are_told_so(app, way):
    path, body, refused = WRONG[way]
    tries = [[(path, body, forged(n)) for n in range(25)]] * WORKERS
    assert statuses(app, "MOST_WRONG_TRIES", 20, tries) == {refused: 20, 429: 55}


def test_of_many_entries_in_three_workers_exactly_sixty_are_stored(app, bea):
    cookie = bea.cookie("login")
    headers = [{"Cookie": f"{cookie.key}={cookie.value}", **forged(n)} for n in range(25)]
    pushes = [[("/sync", bea.sync(check_in()), each) for each in headers] for _ in range(WORKERS)]
    assert statuses(app, "MOST_ENTRIES_AN_HOUR", 60, pushes) == {200: 60, 429: 15}
    assert len(bea.feed()) == 60


@pytest.fixture
def few(app, monkeypatch):
    """Only three wrong tries."""
    monkeypatch.setitem(app.config, "MOST_WRONG_TRIES", 3)


def guesses(visitor, status, times=1, **how):
    for _ in range(times):
        told = visitor.asks("POST", "/invitations/look", json=MADE_UP, **how)
        assert told.status_code == status, told.data
    return told


def test_whoever_guesses_is_told_when_to_come_back(few, nobody, after):
    guesses(nobody, 410, times=3)
    wait = int(guesses(nobody, 429).headers["Retry-After"])
    assert 890 <= wait <= 900
    after(seconds=wait)
    guesses(nobody, 410, times=3)


def test_by_then_a_right_one_is_refused_too_or_guessing_would_go_on(few, nobody, cast):
    guesses(nobody, 410, times=3)
    nobody.is_refused(429, "too_many", "/invitations/look", {"invitation": cast["Bea"]})


def test_each_address_that_takes_an_invitation_counts(few, nobody):
    guesses(nobody, 410)
    nobody.posts("/passkeys/registration/options", MADE_UP, 410)
    nobody.posts("/set-up", {**MADE_UP, "practice": "Mine", "name": "Me"}, 410)
    guesses(nobody, 429)


def test_who_guesses_in_one_way_may_still_sign_in(few, bea):
    guesses(bea, 410, times=3)
    bea.signs_in()


def test_who_tries_wrong_passkeys_on_adas_network_does_not_keep_her_out(few, nobody, ada):
    tried = [nobody.asks("POST", "/passkeys/login", json=SIGN_IN).status_code for _ in range(5)]
    assert tried == [401, 401, 401, 429, 429]
    ada.signs_in()
    assert nobody.asks("POST", "/passkeys/login", json=SIGN_IN).status_code == 429


def test_who_comes_from_elsewhere_is_not_held_up(few, nobody, cast):
    guesses(nobody, 410, times=3)
    guesses(nobody, 410, environ_overrides={"REMOTE_ADDR": "198.51.100.7"})


def test_a_subscriber_has_many_addresses_and_is_one(few, nobody):
    for n in range(3):
        guesses(nobody, 410, environ_overrides={"REMOTE_ADDR": f"2001:db8::{n}"})
    guesses(nobody, 429, environ_overrides={"REMOTE_ADDR": "2001:db8::9"})


def test_where_one_socket_serves_both_kinds_nobody_counts_for_everybody(few, nobody):
    for _ in range(3):
        guesses(nobody, 410, environ_overrides={"REMOTE_ADDR": "::ffff:203.0.113.9"})
    guesses(nobody, 410, environ_overrides={"REMOTE_ADDR": "::ffff:198.51.100.7"})
    guesses(nobody, 429, environ_overrides={"REMOTE_ADDR": "203.0.113.9"})


def test_an_old_link_is_no_guess_and_neither_is_signing_in_often(few, app, nobody, cast, bea):
    for _ in range(5):
        nobody.is_refused(410, "invitation_gone", "/invitations/look", {"invitation": cast["Bea"]})
        bea.signs_in()


def test_behind_a_proxy_the_address_is_what_the_proxy_says_and_no_more(sqlite, tmp_path):
    app = sqlite.new(tmp_path / "proxied", PROXY_HOPS="1")
    app.config["MOST_WRONG_TRIES"] = 3
    nobody, ours = Visitor(app), {"Sec-Fetch-Site": "same-origin"}
    for n in range(4):
        made_up = {**ours, "X-Forwarded-For": f"203.0.113.{n}, 198.51.100.7"}
        guesses(nobody, 410 if n < 3 else 429, headers=made_up)
    guesses(nobody, 410, headers={**ours, "X-Forwarded-For": "198.51.100.8"})


def test_no_address_is_kept(few, app, nobody):
    guesses(nobody, 410, environ_overrides={"REMOTE_ADDR": "198.51.100.7"})
    assert b"198.51.100.7" not in dump.everything(app)
