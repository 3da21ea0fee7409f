"""What a first visit and a whole copy of the app cost on a slow line, compressed as it is sent."""

import re
from urllib.parse import urljoin

import pytest

from tests.pages import A_PERSON
from tests.security.routes import routes
from tests.shell.kept import kept, told
from webapp.shell import release

PHONE = {**A_PERSON, "Accept-Encoding": "gzip, deflate, br"}
KB = 1024
ADDRESS = re.compile(r"""url\(["']?([^"')]+)""")


@pytest.fixture
def app(sqlite):
    """The application. What a page weighs has nothing to do with the database."""
    return sqlite.emptied()


def weight(nobody, *paths):
    """How many bytes these come to, as a phone is sent them."""
    answers = [nobody.asks("GET", path, headers=PHONE) for path in paths]
    assert all(answer.status_code == 200 for answer in answers)
    return sum(len(answer.data) for answer in answers)


def styles(page):
    return [link["href"] for link in page.find_all("link", rel="stylesheet")]


def scripts(page):
    return [script["src"] for script in page.find_all("script")]


def references(page):
    """Every file that a page names, pictures too."""
    named = [tag["src"] for tag in page.find_all(src=True)]
    return {*named, *(link["href"] for link in page.find_all("link"))}


def of_everybody(app, visitor, caller):
    """The pages that this kind of caller may open."""
    pages = [path for method, path, view in routes(app)
             if method == "GET" and view.who_may_call == caller]  # fmt: skip
    return [visitor.opens(path) for path in pages if is_page(visitor, path)]


def is_page(visitor, path):
    answer = visitor.asks("GET", path, headers=A_PERSON)
    return (answer.status_code, answer.mimetype) == (200, "text/html")


def test_an_invitation_opens_with_little(nobody):
    page = nobody.opens("/join")
    drawn = weight(nobody, "/join", *styles(page))
    assert drawn <= 14 * KB
    assert drawn + weight(nobody, *scripts(page)) <= 30 * KB


def test_the_whole_app_comes_to_a_phone_with_little(nobody):
    assert weight(nobody, told(nobody, "whole"), "/service-worker.js", "/precache.js") <= 115 * KB


@pytest.mark.parametrize("caller", ["anyone", "therapist"])
def test_no_page_has_two_scripts_so_that_it_has_each_module_once(app, ada, caller):
    for page in of_everybody(app, ada, caller):
        assert len(page.find_all("script", type="module")) <= 1, page.title


def test_a_page_that_a_phone_keeps_needs_nothing_that_it_does_not_keep(app, nobody):
    held = set(kept(nobody))
    for endpoint in release.PAGES:
        with app.test_request_context():
            page = nobody.opens(app.url_for(endpoint))
        assert {*scripts(page), *styles(page)} <= held, endpoint


@pytest.mark.parametrize("caller", ["anyone", "therapist"])
def test_every_file_that_a_page_names_is_there(app, ada, caller):
    pages = of_everybody(app, ada, caller)
    sheets = {sheet for page in pages for sheet in styles(page)}
    named = {urljoin(sheet, path) for sheet in sheets
             for path in ADDRESS.findall(ada.asks("GET", sheet).text)}  # fmt: skip
    for page in pages:
        named |= references(page)
    assert [path for path in named if ada.asks("GET", path).status_code != 200] == []
