"""How long somebody stays signed in, and when a copied cookie dies."""

import pytest

from tests import dump
from tests.cast import invited
from tests.pages import Visitor
from webapp.extensions import db
from webapp.passkeys.models import Passkey


def is_in(person):
    return person.gets("/me")["signed_in"]


def test_a_copied_cookie_dies_when_bea_signs_out(bea):
    thief = bea.copied()
    bea.signs_out()
    assert not is_in(thief)
    thief.is_refused(401, "not_signed_in", "/sync", thief.sync())


def test_signing_out_takes_the_cookie_away(bea):
    bea.signs_out()
    assert bea.cookie("login") is None


def test_signing_out_twice_harms_nobody(bea):
    bea.signs_out()
    bea.signs_out()


def test_bea_is_signed_out_on_this_phone_only(app, bea):
    tablet = Visitor(app, bea.passkey).signs_in()
    bea.signs_out()
    assert is_in(tablet)


@pytest.mark.parametrize(("days", "still"), [(29, True), (31, False)])
def test_a_client_may_be_away_for_thirty_days(bea, after, days, still):
    after(days=days)
    assert is_in(bea) is still


@pytest.mark.parametrize(("minutes", "still"), [(29, True), (31, False)])
def test_a_therapist_may_be_away_for_thirty_minutes(ada, after, minutes, still):
    after(minutes=minutes)
    assert is_in(ada) is still


def test_a_client_signs_in_again_after_ninety_days_however_often_they_came(bea, after):
    seen = [after(days=18) or is_in(bea) for _ in range(5)]
    assert seen == [True] * 4 + [False]
    bea.is_refused(401, "not_signed_in", "/sync", bea.sync())


def test_a_therapist_signs_in_again_after_twelve_hours_however_busy_they_were(ada, after):
    seen = [after(minutes=20) or is_in(ada) for _ in range(36)]
    assert seen == [True] * 35 + [False]


def test_who_signed_in_while_the_servers_clock_was_a_year_ahead_is_signed_out_when_it_is_right(
    ada, bea, after
):
    after(days=365)
    for person in (ada, bea):
        person.signs_in()
    after(days=-365)
    assert not is_in(ada) and not is_in(bea)


def test_a_clock_that_is_put_back_by_minutes_signs_nobody_out(ada, after):
    after(minutes=-20)
    assert is_in(ada)
    after(minutes=29)
    assert is_in(ada)
    after(minutes=31)
    assert not is_in(ada)


def test_changing_networks_and_updating_the_browser_signs_nobody_out(bea):
    other = {"User-Agent": "another browser"}
    elsewhere = {"REMOTE_ADDR": "203.0.113.9"}
    told = bea.asks("GET", "/me", headers=other, environ_overrides=elsewhere).get_json()
    assert told["signed_in"] is True


@pytest.mark.parametrize("token", ["", "x", "é", "x" * 4000, "' OR 1=1 --", "null"])
def test_a_made_up_cookie_is_nobodys(nobody, token):
    nobody.browser.set_cookie(nobody.name_of("login"), token)
    assert nobody.gets("/me") == {"signed_in": False, "person": None, "journal": None}
    assert nobody.posts("/sync", {}, 401)["code"] == "not_signed_in"


def test_a_passkey_that_is_removed_takes_its_logins_with_it(app, bea):
    with app.app_context():
        db.session.execute(db.delete(Passkey))
        db.session.commit()
    assert not is_in(bea)


def test_no_cookie_is_kept_as_it_is(app, bea):
    cookies = [bea.cookie(name).value for name in ("login", "browser")]
    assert not [cookie for cookie in cookies if cookie.encode() in dump.everything(app)]


def test_no_script_and_no_other_site_gets_a_cookie(bea):
    bea.signs_in()
    (cookie,) = bea.response.headers.getlist("Set-Cookie")
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    assert "Domain" not in cookie


def test_on_the_web_a_cookie_travels_encrypted_and_is_for_this_host_alone(sqlite, tmp_path):
    app = sqlite.new(tmp_path / "web", PUBLIC_ORIGIN="https://footing.example")
    bea = Visitor(app).joins(invited(app)["Bea"])
    for cookie in map(bea.cookie, ("login", "browser")):
        assert cookie.key.startswith("__Host-") and cookie.secure and cookie.origin_only
    assert is_in(bea)


def test_two_installations_on_one_machine_sign_nobody_out_of_the_other(sqlite, tmp_path, bea):
    other = sqlite.new(tmp_path / "other", PORT="9000")
    ben = Visitor(other).joins(invited(other)["Ben"])
    for cookie in map(ben.cookie, ("login", "browser")):
        bea.browser.set_cookie(cookie.key, cookie.value, domain="localhost")
    assert is_in(bea) and is_in(ben)


def test_a_cookie_that_another_program_left_signs_nobody_out(bea, ada):
    for person in (bea, ada):
        person.browser.set_cookie("remember_token", "of another program", domain="localhost")
        assert is_in(person)
