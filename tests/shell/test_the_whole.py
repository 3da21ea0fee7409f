"""A new phone fetches the whole app in one piece."""

from threading import Thread

import brotli
import pytest

from tests.pages import Visitor
from tests.security.routes import routes
from tests.shell.kept import kept, told
from webapp.shell import whole


@pytest.fixture
def app(sqlite):
    """The application. What a phone keeps of it has nothing to do with the database."""
    app = sqlite.emptied()
    app.extensions.pop("whole", None)
    return app


def test_everything_in_it_is_what_its_own_address_gives(nobody):
    for address, (kind, body) in kept(nobody).items():
        alone = nobody.asks("GET", address)
        assert (alone.status_code, alone.content_type.lower(), alone.data) == (200, kind, body)


def test_it_holds_every_page_and_as_many_parts_as_the_phone_is_told(nobody):
    held, pages = kept(nobody), told(nobody, "pages")
    assert len(pages) > 20 and set(pages) < set(held)
    assert len(held) == told(nobody, "parts")


def test_whoever_can_is_sent_it_compressed_and_the_same(nobody):
    address = told(nobody, "whole")
    pressed = nobody.asks("GET", address, headers={"Accept-Encoding": "gzip, br"})
    assert pressed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(pressed.data) == nobody.asks("GET", address).data


def test_a_release_that_is_not_here_any_more_is_not_given_another_instead(nobody):
    assert nobody.asks("GET", "/assets/whole/000000000000").status_code == 404


@pytest.mark.parametrize("origin", ["https://footing.example", "https://footing.example:8443"])
def test_on_the_web_everybody_may_open_what_is_for_anyone(sqlite, tmp_path, origin):
    app = sqlite.new(tmp_path / "web", PUBLIC_ORIGIN=origin)
    nobody = Visitor(app)
    open_to_all = [path for method, path, view in routes(app, base_url=origin)
                   if method == "GET" and view.who_may_call == "anyone"]  # fmt: skip
    assert [path for path in open_to_all if nobody.asks("GET", path).status_code >= 500] == []
    assert len(kept(nobody)) == told(nobody, "parts")


def test_many_phones_that_ask_at_once_have_it_made_once(nobody, monkeypatch):
    made, form = [], whole._form
    monkeypatch.setattr(whole, "_form", lambda: made.append(1) or form())
    address = told(nobody, "whole")
    phones = [Thread(target=nobody.app.test_client().get, args=[address]) for _ in range(4)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert len(made) == 1
