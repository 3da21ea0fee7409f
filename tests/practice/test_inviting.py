"""Ada invites a client."""

import pytest

from tests.authenticator import Passkey
from tests.cast import invited
from tests.pages import Visitor

NEW = "/practice/clients/new"


def invites(ada, name="Cleo", usual_setting="online", **more):
    """Ada fills in the form. Returns the page that follows."""
    ada.opens(NEW)
    return ada.sends(NEW, name=name, usual_setting=usual_setting, **more)


@pytest.fixture
def careful(ada):
    """Ada, who has just shown her passkey for an invitation."""
    ada.steps_up("invite")
    return ada


def secret_on(page):
    return page.find(id="link")["value"].partition("#")[2]


def test_ada_shows_her_passkey_before_an_invitation_is_made(ada):
    ada.opens(NEW)
    page = ada.sends(NEW, 403, name="Cleo", usual_setting="online")
    assert "This needs your passkey" in page.get_text() and page.find(id="name")["value"] == "Cleo"
    assert page.find("input", checked=True)["value"] == "online"
    assert "Cleo" not in ada.opens("/practice").get_text()


def test_ada_gets_a_link_that_brings_cleo_in(app, careful):
    page = invites(careful)
    assert page.find(id="link")["value"].startswith("http://localhost:8000/join#")
    cleo = Visitor(app, Passkey()).joins(secret_on(page))
    assert cleo.gets("/my-therapist")["therapist"]["name"] == "Ada"
    assert cleo.gets("/my-therapist")["usual_setting"] == "online"


def test_the_link_is_shown_once(careful):
    secret = secret_on(invites(careful))
    for path in ("/practice", careful.page.find(id="link")["data-address"]):
        careful.opens(path)
        assert secret not in careful.response.text


def test_a_new_link_ends_the_old_one(app, careful):
    first = secret_on(invites(careful))
    again = careful.page.find(id="link")["data-address"]
    careful.opens(again)
    second = secret_on(careful.sends(again))
    gone = {"invitation": first}
    Visitor(app).is_refused(410, "invitation_gone", "/invitations/look", gone)
    assert Visitor(app).joins(second).person["name"] == "Cleo"


def test_of_new_links_made_in_four_tabs_at_once_one_is_good(app, careful):
    again = invites(careful).find(id="link")["data-address"]
    careful.opens(again)
    links = [secret_on(page) for page in careful.sends_at_once(again)]
    looks = [Visitor(app).asks("POST", "/invitations/look", json={"invitation": x}) for x in links]
    assert sorted(each.status_code for each in looks) == [200, 410, 410, 410]


def test_who_has_come_in_gets_no_new_link(careful, bea):
    page = careful.opens(f"/practice/clients/{bea.id}/invitation")
    assert page.find("form") is None and "Bea came in on" in page.get_text()


def test_a_link_cannot_be_made_for_who_has_come_in_by_an_old_page(app, careful):
    page = invites(careful)
    again = page.find(id="link")["data-address"]
    careful.opens(again)
    Visitor(app).joins(secret_on(page))
    assert careful.sends(again).find(id="link") is None


MISTAKES = {
    "no name": {"name": "", "usual_setting": "online"},
    "a blank name": {"name": "  ", "usual_setting": "online"},
    "a long name": {"name": "C" * 81, "usual_setting": "online"},
    "two lines": {"name": "Cleo\nPatra", "usual_setting": "online"},
    "no setting": {"name": "Cleo", "usual_setting": ""},
    "an unknown setting": {"name": "Cleo", "usual_setting": "on the moon"},
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_ada_is_told_what_to_look_at_again(careful, mistake):
    page = invites(careful, status=400, **MISTAKES[mistake])
    assert page.main.find(role="alert") and "look at this again" in page.get_text()
    assert "Cl" not in careful.opens("/practice").find("main").find("ul", "links").get_text()


def test_a_mistake_in_the_name_leaves_the_setting_as_it_was_chosen(careful):
    page = invites(careful, status=400, name=" ", usual_setting="walk_and_talk")
    assert page.find("input", checked=True)["value"] == "walk_and_talk"


def test_a_name_is_only_a_name(careful):
    invites(careful, name="<script>alert(1)</script>")
    assert "<script>alert(1)</script>" in careful.opens("/practice").get_text()


def test_an_invitation_needs_the_forms_own_token(careful):
    page = invites(careful, status=400, csrf_token="")
    assert page.find(id="link") is None


def test_on_the_web_the_link_is_a_square_code_too(sqlite, tmp_path):
    app = sqlite.new(tmp_path / "web", PUBLIC_ORIGIN="https://footing.example")
    ada = Visitor(app).joins(invited(app)["Ada"])
    ada.steps_up("invite")
    page = invites(ada)
    assert page.find("svg", "qr") and page.find(id="link")["value"].startswith("https://footing.")
