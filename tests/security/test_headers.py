"""The headers of every answer: good ones, refusals, files, and answers to a wrong address."""

import pytest

from tests.pages import A_PERSON
from tests.security.routes import routes

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "footing",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
MANY = {"data": b" " * 262_145, "content_type": "application/json"}

ANSWERS = {
    "a page": (200, "GET", "/", {}),
    "an object": (200, "GET", "/me", {}),
    "a script": (200, "GET", "/service-worker.js", {}),
    "not understood": (400, "POST", "/logout", {**MANY, "data": b"{"}),
    "not signed in": (401, "POST", "/sync", {}),
    "of another site": (403, "POST", "/logout", {"headers": {}}),
    "not here": (404, "GET", "/nowhere", {}),
    "not here, for a person": (404, "GET", "/nowhere", {"headers": A_PERSON}),
    "a file that is not here": (404, "GET", "/assets/{version}/nothing.js", {}),
    "not like this": (405, "GET", "/sync", {}),
    "not like this, typed by a person": (405, "GET", "/sync", {"headers": A_PERSON}),
    "not like this, a file": (405, "POST", "/assets/{version}/icons/icon.svg", {}),
    "too large": (413, "POST", "/logout", MANY),
    "not JSON": (415, "POST", "/logout", {}),
    "led on": (302, "GET", "/practice", {}),
    "a wrong host": (400, "GET", "/", {"base_url": "http://evil.example"}),
    "a wrong host, for a person": (
        400,
        "GET",
        "/",
        {"base_url": "http://evil.example", "headers": A_PERSON},
    ),
    "a wrong host, for an object": (400, "GET", "/me", {"base_url": "http://evil.example:8000"}),
    "options": (200, "OPTIONS", "/sync", {}),
    "a method of its own": (405, "BREW", "/", {}),
    "half a host": (400, "GET", "/", {"base_url": "http://localhost.evil.example"}),
}


def holds(headers):
    """Whether an answer has all that every answer has."""
    parts = (part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert dict(parts) == POLICY
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert int(headers["Strict-Transport-Security"].split("max-age=")[1].split(";")[0]) >= 31536000
    assert headers["Cache-Control"] and "Server" not in headers
    return True


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_kind_of_answer_has_every_header(app, nobody, kind):
    status, method, path, more = ANSWERS[kind]
    path = path.format(version=app.config["VERSION"])
    answer = nobody.asks(method, path, **more)
    assert answer.status_code == status, answer.data
    assert holds(answer.headers)


def test_where_programs_talk_a_person_gets_no_page_either(nobody):
    told = nobody.asks("GET", "/sync", headers=A_PERSON)
    assert (told.status_code, told.mimetype) == (405, "application/problem+json")


def test_an_answer_with_nothing_in_it_is_no_page(nobody):
    gone = nobody.asks("POST", "/logout", json={})
    assert gone.status_code == 204 and "Content-Type" not in gone.headers


def test_what_an_address_takes_is_told_in_no_page(nobody):
    told = nobody.asks("OPTIONS", "/sync")
    assert set(told.allow) == {"POST", "OPTIONS"} and "Content-Type" not in told.headers


def test_every_route_answers_with_every_header(app, nobody):
    for method, path, _ in routes(app):
        assert holds(nobody.asks(method, path).headers)


def test_a_browser_may_use_passkeys_and_the_clipboard_and_nothing_else(nobody):
    policy = nobody.asks("GET", "/me").headers["Permissions-Policy"]
    allowed = {part.split("=")[0] for part in policy.split(", ") if not part.endswith("=()")}
    assert allowed == {
        "publickey-credentials-create", "publickey-credentials-get", "clipboard-write",
    }  # fmt: skip
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(policy.split(", "))


def test_a_file_of_a_version_is_kept_for_good_and_a_missing_one_is_not(app, nobody):
    folder = f"/assets/{app.config['VERSION']}"
    kept = nobody.asks("GET", f"{folder}/icons/icon.svg").headers["Cache-Control"]
    assert kept == "public, max-age=31536000, immutable"
    assert nobody.asks("GET", f"{folder}/none.svg").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/me", "/practice", "/nowhere", "/my-therapist"])
def test_what_is_about_a_person_is_kept_nowhere(bea, path):
    assert bea.asks("GET", path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/%2e%2e/webapp/config.py", "/..%2f..%2fwsgi.py", "/../app.py"])
def test_no_file_outside_the_folder_is_served(app, nobody, path):
    assert nobody.asks("GET", f"/assets/{app.config['VERSION']}{path}").status_code == 404
