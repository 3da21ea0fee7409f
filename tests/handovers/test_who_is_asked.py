"""Who can be asked, about whom, and what is refused."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest

from tests.appointments.typed import WALK, sessions, standing
from tests.crowd import at_once
from tests.handovers.test_handing_over import A_DAY, ANSWER, asked, page, says
from tests.pages import A_PERSON, read
from webapp.extensions import now
from webapp.handovers import views
from webapp.people.models import Person
from webapp.privacy import closing


def test_only_colleagues_who_have_come_in_can_be_chosen(ada, bea, person):
    assert "There is nobody else in this practice yet." in read(ada.opens(page(bea)))
    olga = person("Olga")
    assert ada.opens(page(bea)).find("input", value=olga.id.replace("-", "-"))


def test_whoever_chooses_nobody_is_told(ada, olga, bea):
    ada.opens(page(bea))
    for nobody in ({}, {"colleague": ada.id}, {"colleague": bea.id}, {"colleague": "Olga"}):
        told = read(ada.sends(page(bea), 400, **nobody))
        assert "Please choose one of your colleagues." in told
    assert bea.gets("/my-therapist")["handover"] is None


def test_whoever_has_not_come_in_cannot_be_asked(app, ada, olga, cast):
    ben = next(each for each in ada.opens("/practice").select(".links a") if "Ben" in each.text)
    assert "Ben has not come in yet" in read(ada.opens(f"{ben['href']}/hand-over"))


def test_two_taps_ask_once(ada, olga, bea):
    ada.opens(page(bea))
    ada.sends_at_once(page(bea), colleague=olga.id)
    assert "Bea was asked" in read(ada.opens(page(bea)))
    ada.sends(f"{page(bea)}/take-back")
    assert bea.gets("/my-therapist")["handover"] is None


def test_ben_cannot_answer_for_bea(olga, bea, ben, asked):
    ben.steps_up("another_therapist")
    for word in ("yes", "no"):
        ben.is_refused(404, "not_found", ANSWER, {"handover": asked, "answer": word})
    assert bea.gets("/my-therapist")["handover"]["id"] == asked


def test_a_question_about_a_colleague_who_has_left_is_none(app, bea, olga, asked):
    said = app.test_cli_runner().invoke(args=["erase-account", olga.id, "--yes"])
    assert said.exit_code == 0
    assert bea.gets("/my-therapist")["handover"] is None
    bea.steps_up("another_therapist")
    bea.is_refused(404, "not_found", ANSWER, {"handover": asked, "answer": "yes"})


def test_who_leaves_while_bea_goes_to_them_leaves_her_with_somebody(
    app, bea, olga, asked, right_after
):
    bea.steps_up("another_therapist")
    yes = {"handover": asked, "answer": "yes"}
    thread = right_after(closing, "_erase_journal", lambda: bea.asks("POST", ANSWER, json=yes))
    app.test_cli_runner().invoke(args=["erase-account", olga.id, "--yes"])
    thread.join()
    assert bea.gets("/my-therapist")["therapist"]["name"] in ("Ada", "Olga")


def test_yes_and_taking_back_at_once_end_in_one_of_both(ada, olga, bea, asked):
    bea.steps_up("another_therapist")
    ada.opens(page(bea))
    said = {"handover": asked, "answer": "yes"}
    answered, _ = at_once(
        lambda: bea.asks("POST", ANSWER, json=said).status_code,
        lambda: ada.copied().asks("POST", f"{page(bea)}/take-back"),
    )
    has_moved = bea.gets("/my-therapist")["therapist"]["name"] == "Olga"
    assert answered == (204 if has_moved else 404)


def test_what_ada_books_while_the_yes_comes_is_not_left(ada, olga, bea, asked, right_after):
    bea.steps_up("another_therapist")
    new = f"{sessions(bea)}/new"
    token = ada.opens(new).find("input", {"name": "csrf_token"})["value"]
    typed = {"csrf_token": token, **WALK, "day": (now() + A_DAY).date().isoformat()}
    yes = {"handover": asked, "answer": "yes"}
    thread = right_after(Person, "client", lambda: bea.posts(ANSWER, yes, 204))
    ada.asks("POST", new, data=typed, headers=A_PERSON)
    thread.join()
    assert "booked" not in {each["state"] for each in standing(bea).values()}


def test_ada_reads_nothing_while_the_yes_comes(ada, olga, bea, asked, right_after):
    bea.steps_up("another_therapist")
    yes = {"handover": asked, "answer": "yes"}
    thread = right_after(views, "hold", lambda: ada.copied().opens(f"/practice/clients/{bea.id}"))
    bea.posts(ANSWER, yes, 204)
    thread.join()
    ada.opens(f"/practice/clients/{bea.id}", 404)


@pytest.fixture
def meanwhile(ada, bea, asked, right_after):
    """Has Ada send the form of a page, and Bea say yes just when the server looks whose she is."""

    def sends(path, action=None, **fields):
        ada.opens(path)
        ada.steps_up(action or "close_client")
        bea.steps_up("another_therapist")
        yes = {"handover": asked, "answer": "yes"}
        thread = right_after(Person, "client", lambda: bea.posts(ANSWER, yes, 204))
        typed = {"csrf_token": ada.page.find("input", {"name": "csrf_token"})["value"], **fields}
        ada.asks("POST", path, data=typed, headers=A_PERSON)
        thread.join()

    return sends


def test_ada_closes_nobodys_account_while_the_yes_comes(bea, meanwhile):
    meanwhile(f"/practice/clients/{bea.id}/close")
    other = bea.gets("/my-therapist")
    assert (other["therapist"]["name"], other["closes_at"]) == ("Olga", None)


def test_ada_makes_no_link_to_let_bea_in_while_the_yes_comes(bea, meanwhile):
    meanwhile(f"/practice/clients/{bea.id}/again", "recover")
    assert bea.gets("/recovery")["state"] == "none"
