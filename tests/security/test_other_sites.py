"""Nothing changes at another site's bidding."""

import json

import pytest

from tests import dump
from tests.entries import check_in
from tests.pages import A_PERSON, OURS
from tests.security.routes import changing, routes

EVIL, HOME = "https://evil.example", "http://localhost:8000"
FOREIGN = {
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "a sister site": {"Sec-Fetch-Site": "same-site"},
    "typed by hand": {"Sec-Fetch-Site": "none"},
    "no known site": {"Sec-Fetch-Site": "SAME-ORIGIN"},
    "another site that names ours": {"Sec-Fetch-Site": "cross-site", "Origin": HOME},
    "an old browser, elsewhere": {"Origin": EVIL},
    "an old browser, in a frame": {"Origin": "null"},
    "another port": {"Origin": "http://localhost:8001"},
    "no encryption, or too much": {"Origin": "https://localhost:8000"},
    "ours, and more": {"Origin": HOME + ".evil.example"},
    "nothing said": {},
    "only a referrer": {"Referer": HOME + "/"},
}


def bound_to_us(app):
    """All but the addresses whose secret is in them: a mail program calls those by itself."""
    return [each for each in changing(app) if each[2].who_may_call != "link_holder"]


def test_only_e_mails_are_ended_from_anywhere_and_only_with_the_secret(app, nobody):
    free = [path for _, path, view in changing(app) if view.who_may_call == "link_holder"]
    assert [path.rpartition("/")[0] for path in free] == ["/no-more-e-mails"]
    before = dump.rows(app)
    assert nobody.asks("POST", free[0], headers=FOREIGN["nothing said"]).status_code == 404
    assert dump.rows(app) == before


@pytest.mark.parametrize("site", FOREIGN)
@pytest.mark.parametrize("name", ["Bea", "Ada"])
def test_no_route_changes_anything_for_another_site(app, person, name, site):
    somebody, before = person(name), dump.rows(app)
    for method, path, _ in bound_to_us(app):
        told = somebody.asks(method, path, json={}, headers=FOREIGN[site])
        assert (told.status_code, told.get_json()["code"]) == (403, "cross_site"), path
    assert dump.rows(app) == before


@pytest.mark.parametrize("site", FOREIGN)
def test_a_good_sync_from_another_site_stores_nothing(bea, site):
    told = bea.asks("POST", "/sync", json=bea.sync(check_in()), headers=FOREIGN[site])
    assert told.status_code == 403
    assert bea.feed() == []


@pytest.mark.parametrize("ours", [OURS, {"Origin": HOME}, {**OURS, "Origin": HOME}])
def test_our_own_page_may_sync_in_a_new_browser_and_an_old_one(bea, ours):
    told = bea.asks("POST", "/sync", json=bea.sync(check_in()), headers=ours)
    assert told.get_json()["results"][0]["status"] == "stored"


def test_another_site_signs_nobody_out(bea):
    bea.asks("POST", "/logout", json={}, headers=FOREIGN["another site"])
    assert bea.gets("/me")["signed_in"] is True


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_ways_to_change_are_refused_too(bea, method):
    told = bea.asks(method, "/sync", json={}, headers=FOREIGN["another site"])
    assert told.status_code == 403


FORMS = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None]


@pytest.mark.parametrize("type", FORMS)
@pytest.mark.parametrize("name", ["Bea", "Ada"])
def test_no_json_route_reads_what_a_form_could_send(app, person, name, type):
    somebody, before = person(name), dump.rows(app)
    theirs = {"anyone", "signed_in", "client_self" if name == "Bea" else ""}
    for method, path, view in changing(app):
        if view.who_may_call in theirs:
            told = somebody.asks(method, path, data=b"{}", content_type=type)
            assert told.status_code == 415, path
    assert dump.rows(app) == before


def test_opening_pages_changes_nothing(app, bea, ada):
    before = dump.rows(app)
    for person in (bea, ada):
        for method, path, _ in routes(app):
            if method == "GET":
                person.asks("GET", path, headers=A_PERSON)
    assert dump.rows(app) == before


def test_reading_a_page_as_an_object_takes_no_cookie_from_another_site(bea):
    told = bea.asks("GET", "/me", headers={"Origin": EVIL})
    assert "Access-Control-Allow-Origin" not in told.headers


def test_json_is_never_shown_as_a_page(bea):
    told = bea.asks("GET", "/me")
    assert json.loads(told.data) and told.content_type == "application/json"
