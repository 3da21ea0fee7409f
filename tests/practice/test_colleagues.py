"""Who works in the practice: Ada invites a colleague, who comes in and sees nothing of hers."""

from uuid import UUID

import pytest

from tests.authenticator import Passkey
from tests.pages import Visitor, read
from tests.practice.test_inviting import secret_on
from webapp.extensions import db
from webapp.people.models import Person
from webapp.practice import colleagues

HERE = "/practice/colleagues"
OPTIONS, REGISTRATION = "/passkeys/registration/options", "/passkeys/registration"


def invites(ada, name="Gwen", status=200):
    """Ada shows her passkey, and fills in the form. Returns the page that follows."""
    ada.steps_up("invite")
    ada.opens(HERE)
    return ada.sends(HERE, status, name=name)


def about_olga(app, what):
    """The address of what can be done about Olga, who was invited."""
    with app.app_context():
        of_all = db.session.scalars(db.select(Person)).all()
        (olga,) = [each.id for each in of_all if each.name == "Olga"]
    return f"{HERE}/{olga}/{what}"


def test_a_colleague_comes_in_and_sees_none_of_adas_clients(app, ada, bea):
    gwen = Visitor(app, Passkey()).joins(secret_on(invites(ada)))
    assert gwen.person["role"] == "therapist"
    assert "Bea" not in gwen.opens("/practice").get_text()
    gwen.opens(f"/practice/clients/{bea.id}", 404)
    assert "Gwen That is you. Ada Came in on" in read(gwen.opens(HERE).main)
    page = read(ada.opens(HERE).main)
    assert "Gwen Came in on" in page and f"Gwen {gwen.id}" in page


def test_ada_shows_her_passkey_before_a_colleague_is_invited(ada):
    ada.opens(HERE)
    page = ada.sends(HERE, 403, name="Gwen")
    assert "This needs your passkey" in page.get_text() and page.find(id="name")["value"] == "Gwen"
    assert "Gwen" not in ada.opens(HERE).get_text()


def test_a_colleague_without_a_name_is_not_invited(ada):
    assert "Please write a name." in invites(ada, " ", 400).get_text()


def test_a_new_link_ends_the_old_one(app, cast, ada):
    path = about_olga(app, "invitation")
    ada.opens(HERE)
    assert "needs your passkey" in ada.sends(path, 403).get_text()
    ada.steps_up("invite")
    second = secret_on(ada.sends(path))
    gone = {"invitation": cast["Olga"]}
    Visitor(app).is_refused(410, "invitation_gone", "/invitations/look", gone)
    assert Visitor(app).joins(second).person["name"] == "Olga"


def test_an_invitation_is_taken_back_and_nothing_is_kept_of_whom_it_was_for(app, cast, ada):
    ada.opens(HERE)
    page = ada.sends(about_olga(app, "take-back"))
    assert "Olga" not in page.get_text()
    gone = {"invitation": cast["Olga"]}
    Visitor(app).is_refused(410, "invitation_gone", "/invitations/look", gone)


@pytest.mark.parametrize("what", ["invitation", "take-back"])
def test_an_old_page_does_nothing_to_a_colleague_who_has_come_in(app, ada, person, what):
    ada.steps_up("invite")
    ada.opens(HERE)
    olga = person("Olga")
    ada.sends(about_olga(app, what), 404)
    olga.opens("/practice")


def test_who_comes_in_while_their_invitation_is_taken_back_comes_too_late(
    app, cast, ada, right_after
):
    ada.opens(HERE)
    path, olga = about_olga(app, "take-back"), Visitor(app)
    by = {"invitation": cast["Olga"]}
    new = {"credential": olga.passkey.creates(olga.posts(OPTIONS, by)), **by}
    told = []
    coming = right_after(
        colleagues, "expected_beside", lambda: told.append(olga.tries(REGISTRATION, new))
    )
    ada.sends(path)
    coming.join()
    assert told == ["invitation_gone"] and "Olga" not in ada.opens(HERE).get_text()


def test_no_client_is_taken_for_a_colleague(ada, bea):
    ada.opens(HERE)
    page = ada.page
    form = page.find("form", action=lambda path: path.endswith("/take-back"))
    form["action"] = f"{HERE}/{UUID(bea.id)}/take-back"
    ada.sends(form["action"], 404)
    assert "Bea" in ada.opens("/practice").get_text()
