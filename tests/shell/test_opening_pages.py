"""Whoever opens whichever page finds one that keeps the house rules."""

import gzip
import json
import re

import brotli
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from tests.pages import A_PERSON
from tests.security.routes import routes
from webapp import content
from webapp.extensions import db
from webapp.passkeys.logins import SignedIn
from webapp.shell import release


def pages(app, *who):
    """The addresses of pages for these callers."""
    return [path for method, path, view in routes(app)
            if method == "GET" and view.who_may_call in who]  # fmt: skip


@pytest.fixture
def shells(app):
    """The addresses of the pages that a phone keeps."""
    with app.test_request_context():
        return [app.url_for(endpoint) for endpoint in release.PAGES]


@pytest.mark.parametrize("name", ["Bea", "Ada"])
def test_every_page_for_anyone_keeps_the_house_rules(app, person, name):
    visitor = person(name)
    opened = [visitor.opens(path) for path in pages(app, "anyone")
              if visitor.asks("GET", path).mimetype == "text/html"]  # fmt: skip
    assert len(opened) >= len(release.PAGES)


def test_every_page_of_a_therapist_keeps_the_house_rules(app, ada, bea):
    found = [path for path in pages(app, "therapist") if ada.asks("GET", path).status_code != 404]
    assert len(found) >= 5  # the others are of a thing that has an id
    for path in [*found, f"/practice/clients/{bea.id}"]:
        ada.opens(path)


def test_a_page_that_is_not_there_keeps_them_too(nobody):
    assert "There is nothing here" in nobody.opens("/nowhere", 404).get_text()


def test_every_small_picture_of_a_page_is_in_a_file_of_them_and_no_other(nobody, shells):
    uses = [use["href"] for path in shells for use in nobody.opens(path).find_all("use")]
    held = {f"{file.name}#{name}" for file in (release.STATIC / "pictures").glob("*.svg")
            for name in re.findall('<symbol id="([^"]+)"', file.read_text())}  # fmt: skip
    assert {address.rpartition("/")[2] for address in uses} == held


def test_under_a_wrong_name_there_is_no_page_at_all(nobody):
    told = nobody.asks("GET", "/", headers=A_PERSON, base_url="http://evil.example")
    assert (told.status_code, told.mimetype) == (400, "application/problem+json")


def test_a_page_that_a_phone_keeps_holds_no_word_of_anybody(app, nobody, person, shells):
    for path in shells:
        seen = {person(name).asks("GET", path).data for name in ("Bea", "Ben", "Ada")}
        assert seen == {nobody.asks("GET", path).data}, path


def test_a_page_that_a_phone_keeps_is_asked_for_anew_and_sets_no_cookie(bea, shells):
    for path in shells:
        headers = bea.asks("GET", path).headers
        assert headers["Cache-Control"] == "no-cache" and "Set-Cookie" not in headers


def test_help_is_there_for_everybody_with_a_number_to_call(nobody):
    calls = nobody.opens("/help").find_all("a", href=re.compile(r"^tel:"))
    assert calls[0]["href"] == "tel:999"


def test_help_is_one_tap_away_on_every_page_but_the_one_that_says_nothing(nobody, shells):
    without = [path for path in shells if not nobody.opens(path).find("a", href="/help")]
    assert without == ["/away"]


def test_wherever_bea_writes_she_reads_that_nobody_reads_it_straight_away(nobody, shells):
    written_on = [path for path in shells if nobody.opens(path).main.textarea]
    assert "/check-in" in written_on
    for path in written_on:
        assert "Nobody reads this straight away." in nobody.opens(path).main.get_text(), path


def test_a_person_can_see_when_the_numbers_were_last_checked(nobody):
    checked = content.crisis().checked
    told = nobody.opens("/help").main.get_text()
    assert f"last checked on {checked.day} {checked:%B %Y}." in told


def test_that_somebody_is_signed_out_stands_first_where_a_small_screen_shows_it(nobody):
    page = nobody.opens("/sign-in")
    assert page.h1.find_next_sibling()["data-when"] == "signed-out"


def test_the_app_can_be_put_on_a_home_screen(nobody):
    manifest = json.loads(nobody.asks("GET", "/manifest.webmanifest").text)
    icons = [icon["src"] for icon in manifest["icons"]]
    assert manifest["id"] == "/" and manifest["display"] == "standalone" and manifest["name"]
    assert all(nobody.asks("GET", icon).status_code == 200 for icon in icons)


def test_the_server_says_whether_it_is_well(nobody):
    assert nobody.gets("/healthz") == nobody.gets("/readyz") == {"status": "ok"}


@pytest.mark.parametrize("found", ["0001", None])
def test_a_server_whose_database_is_of_another_version_is_not_ready(app, nobody, found):
    with app.app_context(), db.engine.begin() as connection:
        (head,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
        set_version(connection, found)
    told = nobody.asks("GET", "/readyz")
    with app.app_context(), db.engine.begin() as connection:
        set_version(connection, head)
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert nobody.gets("/readyz") == {"status": "ok"}


def set_version(connection, version):
    """Say which version made this database; None, that none did."""
    connection.execute(db.text("DELETE FROM alembic_version"))
    if version:
        known = db.text("INSERT INTO alembic_version VALUES (:version)")
        connection.execute(known, {"version": version})


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_server_without_its_database_says_so_and_nothing_more(app, nobody, path, monkeypatch):
    def gone(*_, **__):
        raise OperationalError("SELECT 1", {}, Exception("no route to 10.0.0.7"))

    monkeypatch.setattr(Engine, "connect", gone)
    told = nobody.asks("GET", path)
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert told.get_json().keys() == {"type", "title", "status", "code", "detail"}
    assert b"10.0.0.7" not in told.data


def test_a_person_without_the_database_is_told_so_on_a_page_of_ours(ada, monkeypatch):
    def gone(*_, **__):
        raise OperationalError("SELECT 1", {}, Exception("no route to 10.0.0.7"))

    monkeypatch.setattr(SignedIn, "by_token", gone)
    told = ada.asks("GET", "/practice", headers=A_PERSON)
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert "That did not work" in told.text


def test_what_is_not_there_leads_ada_back_to_her_clients_and_bea_to_her_day(ada, bea):
    for path in ("/nowhere", "/practice/nowhere", f"/practice/clients/{ada.id}"):
        assert places(ada.opens(path, 404)) == (True, False), path
        assert places(bea.opens(path, 404)) == (False, True), path


@pytest.mark.parametrize(("path", "status", "seen"), [
    ("/practice", 503, (True, False)), ("/nowhere", 404, (False, True)),
])  # fmt: skip
def test_without_the_database_the_address_tells_whose_page_it_is(
    ada, monkeypatch, path, status, seen
):
    def gone(*_, **__):
        raise OperationalError("SELECT 1", {}, Exception("no route to 10.0.0.7"))

    monkeypatch.setattr(Engine, "connect", gone)
    monkeypatch.setattr(SignedIn, "by_token", gone)
    assert places(ada.opens(path, status)) == seen


def places(page):
    """Whether a page leads to the therapist's clients, and to the client's day."""
    return tuple(bool(page.find("a", class_="button", href=way)) for way in ("/practice", "/"))


@pytest.mark.parametrize("accepts", ["br", "gzip, deflate, br, zstd", "gzip", "identity"])
@pytest.mark.parametrize("what", ["/prepare", "css/app.css", "icons/icon-192.png"])
def test_however_it_is_packed_the_same_comes_out(nobody, app, what, accepts):
    path = what if what[0] == "/" else f"{app.static_url_path}/{what}"
    plain = nobody.asks("GET", path).data
    packed = nobody.asks("GET", path, headers={"Accept-Encoding": accepts})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
    assert unpack[packed.content_encoding](packed.data) == plain
    is_text = what.startswith(("/", "css"))
    assert (packed.content_encoding == "br") == (is_text and "br" in accepts)
