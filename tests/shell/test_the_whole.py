"""A new phone fetches the whole app in one piece."""

import brotli
import pytest

from tests.shell.kept import kept, told


@pytest.fixture
def app(sqlite):
    """The application. What a phone keeps of it has nothing to do with the database."""
    return sqlite.emptied()


def test_everything_in_it_is_what_its_own_address_gives(nobody):
    for address, (kind, body) in kept(nobody).items():
        alone = nobody.asks("GET", address)
        assert (alone.status_code, alone.content_type.lower(), alone.data) == (200, kind, body)


def test_it_holds_every_page_and_as_many_parts_as_the_phone_is_told(nobody):
    whole, pages = kept(nobody), told(nobody, "pages")
    assert len(pages) > 20 and set(pages) < set(whole)
    assert len(whole) == told(nobody, "parts")


def test_whoever_can_is_sent_it_compressed_and_the_same(nobody):
    address = told(nobody, "whole")
    pressed = nobody.asks("GET", address, headers={"Accept-Encoding": "gzip, br"})
    assert pressed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(pressed.data) == nobody.asks("GET", address).data


def test_a_release_that_is_not_here_any_more_is_not_given_another_instead(nobody):
    assert nobody.asks("GET", "/assets/whole/000000000000").status_code == 404
