"""The first run: one link, which names the practice and brings its first therapist in."""

import pytest

from tests.pages import Visitor
from webapp import first_run

NAMES = {"practice": " The Walking Room ", "name": "Ada"}


@pytest.fixture
def secret(app):
    return link(app).partition("#")[2]


def link(app):
    with app.app_context():
        return first_run.set_up_link()


def test_the_link_opens_the_set_up_page_and_its_secret_stays_in_the_fragment(app):
    assert link(app).startswith("http://localhost:8000/set-up#")


def test_ada_names_her_practice_and_comes_in(nobody, secret):
    told = nobody.posts("/set-up", {"invitation": secret, **NAMES})
    assert told == {"name": "Ada", "practice": "The Walking Room"}
    assert nobody.joins(secret).person["name"] == "Ada"


def test_ada_may_correct_the_names_before_she_comes_in(nobody, secret):
    nobody.posts("/set-up", {"invitation": secret, "practice": "The Waking Room", "name": "Eda"})
    nobody.posts("/set-up", {"invitation": secret, **NAMES})
    told = nobody.posts("/invitations/look", {"invitation": secret})
    assert (told["name"], told["practice"]) == ("Ada", "The Walking Room")


def test_each_start_gives_a_new_link_until_one_is_used(app, nobody, secret):
    newer = link(app).partition("#")[2]
    nobody.is_refused(410, "invitation_gone", "/set-up", {"invitation": secret, **NAMES})
    nobody.posts("/set-up", {"invitation": newer, **NAMES})
    nobody.joins(newer)
    assert link(app) is None


def test_nobody_sets_up_what_is_set_up(app, nobody, secret):
    nobody.joins(secret)
    late = Visitor(app)
    late.is_refused(410, "invitation_gone", "/set-up", {"invitation": secret, **NAMES})


def test_a_client_names_no_practice(nobody, cast):
    body = {"invitation": cast["Bea"], **NAMES}
    nobody.is_refused(410, "invitation_gone", "/set-up", body)


@pytest.mark.parametrize("name", ["", "  ", "A\nda", "A" * 81])
def test_a_name_is_one_line_with_something_in_it(nobody, secret, name):
    body = {"invitation": secret, **NAMES, "name": name}
    nobody.is_refused(400, "bad_request", "/set-up", body)
