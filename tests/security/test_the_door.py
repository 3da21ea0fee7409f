"""Line 24: who comes when too many are there is told when to come back, and who waits gets in."""

from http.client import HTTPConnection
from io import BytesIO
from threading import Event, Thread
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from werkzeug.test import create_environ, run_wsgi_app

from tests.pages import A_PERSON, OURS
from webapp.security.door import Door

FORM = "application/x-www-form-urlencoded"


class Quiet(WSGIRequestHandler):
    """A plain server's, which says nothing of whom it answered."""

    def log_message(self, *said):
        pass


@pytest.fixture
def inside(app, monkeypatch):
    """Somebody is being answered at a server with one place; set it to let them go."""
    came, may_go = Event(), Event()

    def slow(environ, start_response):
        if environ["PATH_INFO"] == "/slow":
            came.set()
            may_go.wait()
        return answers(environ, start_response)

    def busy_with_one(waiting, longest_s=60):
        monkeypatch.setattr(app, "wsgi_app", Door(slow, 1, 1000, waiting, longest_s))
        Thread(target=app.test_client().get, args=["/slow"]).start()
        came.wait()
        return may_go

    answers = app.wsgi_app
    yield busy_with_one
    may_go.set()


def is_turned_away(nobody):
    """What somebody is told then."""
    told = nobody.asks("GET", "/me")
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    return told


def test_where_nobody_may_wait_the_next_is_turned_away_and_the_one_after_is_not(inside, nobody):
    may_go = inside(waiting=0)
    assert is_turned_away(nobody).get_json()["code"] == "busy"
    may_go.set()
    while nobody.asks("GET", "/me").status_code != 200:
        pass


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_whether_it_is_well_is_answered_when_all_is_full(inside, nobody, path):
    inside(waiting=0)
    assert nobody.gets(path) == {"status": "ok"}


def test_files_are_given_when_all_is_full(app, inside, nobody):
    inside(waiting=0)
    style = nobody.asks("GET", f"/assets/{app.config['VERSION']}/css/learn.css")
    assert style.status_code == 200


def test_who_waited_long_is_turned_away(inside, nobody):
    inside(waiting=1, longest_s=0.01)
    is_turned_away(nobody)


def test_a_person_gets_a_page_that_says_so(inside, nobody):
    inside(waiting=0)
    told = nobody.asks("GET", "/help", headers=A_PERSON)
    assert (told.status_code, told.headers["Retry-After"]) == (503, "5")
    assert "Content-Security-Policy" in told.headers and told.mimetype == "text/html"


@pytest.mark.parametrize(("more", "status"), [(0, 400), (1, 413), (400_000, 413)])
def test_what_comes_in_pieces_without_its_length_has_the_same_limit(app, more, status):
    raw = b" " * (app.config["MAX_CONTENT_LENGTH"] + more)
    how = {"headers": OURS, "content_type": "application/json", "input_stream": BytesIO(raw)}
    asked = create_environ("/logout", app.config["PUBLIC_ORIGIN"], method="POST", **how)
    asked.pop("CONTENT_LENGTH")
    _, told, _ = run_wsgi_app(app, asked | {"wsgi.input_terminated": True})
    assert told.startswith(str(status))


def test_a_form_that_broke_off_on_the_way_saves_nothing(ada):
    ada.opens("/practice/settings")
    token = ada.page.find("input", {"name": "csrf_token"})["value"]
    raw = urlencode({"csrf_token": token, "name": "The Garden and Room"})
    how = {"CONTENT_LENGTH": str(len(raw)), "wsgi.input_terminated": True}  # as Granian hands it on
    cut = {"data": raw.removesuffix("and+Room"), "environ_overrides": how}
    told = ada.asks("POST", "/practice/settings", headers=A_PERSON, content_type=FORM, **cut)
    assert told.status_code == 400
    assert ada.opens("/practice/settings").find(id="name")["value"] == "The Walking Room"


@pytest.fixture
def in_pieces(app):
    """The answer to what comes in pieces, as Granian hands it on."""

    def answer(path, said, **how):
        asked = create_environ(path, app.config["PUBLIC_ORIGIN"], method="POST", data=said, **how)
        asked.pop("CONTENT_LENGTH")
        more = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
        return run_wsgi_app(app, asked | more)[1]

    return answer


@pytest.mark.parametrize(("said", "status"), [(b"{}", "200 OK"), (b"{", "400 BAD REQUEST")])
def test_what_a_program_says_in_pieces_is_heard_if_it_came_whole(in_pieces, said, status):
    how = {"headers": OURS, "content_type": "application/json"}
    assert in_pieces("/passkeys/login/options", said, **how) == status


def test_a_form_in_pieces_of_which_nobody_knows_the_end_saves_nothing(ada, in_pieces):
    ada.opens("/practice/settings")
    token = ada.page.find("input", {"name": "csrf_token"})["value"]
    cookies = "; ".join(f"{c.key}={c.value}" for c in map(ada.cookie, ("login", "form")))
    cut = urlencode({"csrf_token": token, "name": "The Garden"}).encode()
    headers = {**A_PERSON, "Cookie": cookies}
    assert in_pieces("/practice/settings", cut, headers=headers, content_type=FORM)[:3] == "400"
    assert ada.opens("/practice/settings").find(id="name")["value"] == "The Walking Room"


def test_under_a_server_that_ends_nothing_nobody_waits_for_more_than_was_sent(app):
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        answering = Thread(target=server.handle_request)
        answering.start()
        asked = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        headers = {**OURS, "Host": "localhost:8000", "Content-Type": "application/json"}
        asked.request("POST", "/passkeys/login/options", b"{}", headers)
        assert asked.getresponse().status == 200
        asked.close()
        answering.join()
