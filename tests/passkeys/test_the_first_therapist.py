"""The first run: one link, which names the practice and brings its first therapist in."""

import pytest

from tests.authenticator import Passkey
from tests.cast import invited
from tests.pages import Visitor
from webapp import first_run

LOOK = "/invitations/look"
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


def test_a_new_link_is_for_the_one_who_has_said_her_name_already(app, nobody, secret):
    nobody.posts("/set-up", {"invitation": secret, **NAMES})
    newer = link(app)
    nobody.is_refused(410, "invitation_gone", LOOK, {"invitation": secret})
    assert "/set-up#" in newer
    assert Visitor(app).joins(newer.partition("#")[2]).person["name"] == "Ada"


DOORS = [LOOK, "/set-up", "/passkeys/registration/options"]


@pytest.mark.parametrize("path", DOORS)
def test_a_set_up_link_is_no_door_once_another_therapist_came_in(app, nobody, secret, path):
    Visitor(app).joins(invited(app)["Olga"])
    names = NAMES if path == "/set-up" else {}
    nobody.is_refused(410, "invitation_gone", path, {"invitation": secret, **names})


def test_nobody_finishes_setting_up_after_another_therapist_came_in(app, nobody, secret):
    by = {"invitation": secret}
    created = nobody.passkey.creates(nobody.posts(DOORS[-1], by))
    Visitor(app).joins(invited(app)["Olga"])
    assert nobody.registers(created, 410, **by)["code"] == "invitation_gone"


def test_who_was_invited_by_name_still_comes_in_after_the_set_up(app, nobody, secret):
    by_name = invited(app)["Olga"]
    nobody.joins(secret)
    assert Visitor(app, Passkey()).joins(by_name).person["name"] == "Olga"


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
