"""What Ada noted when she invited Bea can be put right."""

from functools import partial
from uuid import UUID

from tests.pages import A_PERSON, read
from webapp.extensions import db
from webapp.people.models import Person


def about(client):
    return f"/practice/clients/{client.id}/about"


def test_a_mistyped_name_and_the_usual_setting_are_put_right(ada, bea):
    ada.opens(about(bea))
    told = ada.sends(about(bea), name="Beatrice", usual_setting="online")
    assert "Saved." in read(told) and "About Beatrice" in read(told)
    assert bea.gets("/my-therapist")["usual_setting"] == "online"
    assert "Beatrice" in read(ada.opens("/practice"))


def test_what_is_no_name_is_said_so_and_nothing_changes(ada, bea):
    ada.opens(about(bea))
    for wrong in ({"name": ""}, {"name": "B" * 81}, {"name": "Bea", "usual_setting": "boat"}):
        fields = {"name": "Bea", "usual_setting": "online", **wrong}
        assert "Please look at this again" in read(ada.sends(about(bea), 400, **fields))
    assert bea.gets("/my-therapist")["usual_setting"] == "walk_and_talk"


def test_from_there_all_that_is_seldom_done_is_reached(ada, bea):
    links = [a["href"] for a in ada.opens(about(bea)).select(".links a")]
    assert len(links) == 3
    for link in links:
        ada.opens(link)


def test_whoever_is_erased_while_ada_saves_stays_without_a_name(app, ada, bea, right_after):
    token = ada.opens(about(bea)).find("input", {"name": "csrf_token"})["value"]
    bea.steps_up("close_account")
    closing = partial(bea.posts, "/account/close", {"account": bea.id}, 204)
    thread = right_after(Person, "client", closing)
    typed = {"csrf_token": token, "name": "Beatrice", "usual_setting": "online"}
    ada.asks("POST", about(bea), data=typed, headers=A_PERSON)
    thread.join()
    with app.app_context():
        person = db.session.get(Person, UUID(bea.id))
        assert person.erased_at and person.name is None
