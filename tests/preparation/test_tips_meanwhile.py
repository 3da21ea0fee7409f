"""Ada’s word on a tip, where something else has come between, or the same once more."""

from functools import partial
from operator import attrgetter
from uuid import UUID

import pytest

from tests import dump
from tests.appointments.typed import filled
from tests.entries import check_in
from tests.pages import A_PERSON, Visitor, read
from tests.preparation.test_tips_of_the_practice import (
    ITS_RECORD,
    NEW,
    OWN,
    PAGE,
    TIPS,
    adds,
    closes_the_account,
    rewords,
    told,
)
from webapp.journal import revisions
from webapp.preparation import delivering, library
from webapp.preparation.models import PracticeTip

HERS = {"title": "Close the other windows", "text": "All of them."}


def switches(ada, to):
    """Ada switches the tip, on the page of all of them."""
    ada.opens(TIPS)
    ada.sends(f"{PAGE}/state", to=to)


def test_where_beas_own_words_have_the_id_of_a_tip_everybody_else_has_the_tip(ada, bea, ben):
    words = check_in("mine", record=str(ITS_RECORD))
    bea.syncs(words)
    switches(ada, "off")
    rewords(ada, "Close the other windows", "All of them.")
    assert [tip["text"] for tip in told(ben).values()] == ["All of them."]
    switches(ada, "as it was")
    assert told(ben) == {str(ITS_RECORD): None}
    assert [change["entry"] for change in bea.feed()] == [words["entry"]]


@pytest.fixture
def both(ada, olga, right_after):
    """Ada and Olga send a form at once: Olga's comes when Ada's has found how the tip is, and has
    not changed it yet."""

    def send(page, path, adas, olgas):
        ada.opens(page), olga.opens(page)
        meanwhile = right_after(library, "one", partial(olga.sends, path, **olgas))
        ada.sends(path, **adas)
        meanwhile.join()

    return send


def test_two_who_are_the_first_to_switch_a_tip_both_do(both, bea):
    both(TIPS, f"{PAGE}/state", {"to": "off"}, {"to": "off"})
    assert [tip["state"] for tip in told(bea).values()] == ["off"]


def test_two_who_are_the_first_to_reword_a_tip_alike_both_do(both, bea):
    words = {"title": "Close the windows", "text": "All of them."}
    both(PAGE, PAGE, words, words)
    assert [tip["text"] for tip in told(bea).values()] == ["All of them."]


def test_two_who_put_a_tip_back_at_once_both_do(ada, both, bea):
    switches(ada, "off")
    both(TIPS, f"{PAGE}/state", {"to": "as it was"}, {"to": "as it was"})
    assert told(bea) == {str(ITS_RECORD): None}


def test_what_was_meant_for_ben_goes_to_nobody_when_he_closes_his_account(app, ada, ben, bea):
    ada.opens(NEW)
    closes_the_account(app, ben)
    page = ada.sends(NEW, 400, **{**OWN, "person": UUID(ben.id).hex})
    assert "This client is not here any more. Please choose again." in page.get_text()
    assert page.select_one("option").get_text() == "Please choose"
    assert not page.find("option", selected=True)
    page = ada.sends(NEW, 400, **{**OWN, "person": ""})
    assert "Please choose for whom it is." in page.get_text() and told(bea) == {}


def test_ada_overwrites_no_words_of_olgas_unsaid(ada, olga, bea):
    ada.opens(PAGE)
    rewords(olga, "A quiet screen", "Only us.")
    page = ada.sends(PAGE, 409, **HERS)
    assert "Here is what stands now: A quiet screen Only us." in read(page.main)
    assert told(bea)[str(ITS_RECORD)]["title"] == "A quiet screen"
    assert page.find(id="title")["value"] == HERS["title"]
    ada.sends(PAGE, **HERS)
    assert told(bea)[str(ITS_RECORD)]["text"] == HERS["text"]


def test_saving_words_twice_from_one_page_is_no_quarrel(ada):
    ada.opens(PAGE)
    form = ada.page
    for _ in range(2):
        ada.page = form
        assert "In your words." in ada.sends(PAGE, **HERS).get_text()


def test_what_ada_typed_for_a_tip_that_olga_deleted_may_be_a_new_one(ada, olga, bea):
    adds(ada)
    path = ada.page.find("a", string="Reword")["href"]
    ada.opens(path), olga.opens(TIPS)
    olga.sends(f"{path}/state", to="as it was")
    page = ada.sends(path, 409, title="Bring two sticks", text="It is very steep.")
    assert "This tip was deleted before your words came." in page.get_text()
    typed = filled(page)
    assert (typed["title"], typed["text"]) == ("Bring two sticks", "It is very steep.")
    assert typed["person"] == "" and "setting" not in typed
    ada.sends(NEW, **{**typed, "setting": "every", "person": "every"})
    assert "Bring two sticks" in [tip and tip["title"] for tip in told(bea).values()]


def test_a_tip_that_is_sent_twice_is_one(ada, bea):
    ada.opens(NEW)
    form = ada.page
    for _ in range(2):
        ada.page = form
        assert "Bring a stick" in ada.sends(NEW, **OWN).get_text()
    assert len(told(bea)) == 1
    adds(ada, person=UUID(bea.id).hex), adds(ada, setting="online")
    assert len(told(bea)) == 3


def test_a_tip_that_is_sent_from_four_tabs_at_the_same_moment_is_one(ada, bea):
    ada.opens(NEW)
    pages = ada.sends_at_once(NEW, **OWN)
    assert all("Bring a stick" in page.get_text() for page in pages) and len(told(bea)) == 1


def test_who_comes_in_while_ada_switches_a_tip_has_it_too(app, cast, ada, ben, right_after):
    came = []
    joins = partial(Visitor(app).joins, cast["Bea"])
    meanwhile = right_after(delivering, "_tell_one", lambda: came.append(joins()))
    switches(ada, "off")
    meanwhile.join()
    assert [tip["state"] for tip in told(came[0]).values()] == ["off"]


def test_who_closes_the_account_at_that_moment_keeps_a_tip_from_nobody(
    app, ada, ben, bea, right_after
):
    first, second = sorted((ben, bea), key=attrgetter("journal"))  # as they are told
    leaving = right_after(revisions, "lock", partial(closes_the_account, app, second))
    switches(ada, "off")
    leaving.join()
    assert [tip["state"] for tip in told(first).values()] == ["off"]


def test_a_tip_for_ben_is_not_kept_when_he_closes_it_at_that_moment(app, ada, ben, right_after):
    ada.opens(NEW)
    leaving = right_after(PracticeTip, "hold", partial(closes_the_account, app, ben))
    token = ada.page.find("input", {"name": "csrf_token"})["value"]
    typed = {**OWN, "person": UUID(ben.id).hex, "csrf_token": token}
    ada.asks("POST", NEW, data=typed, headers=A_PERSON)
    leaving.join()
    assert not dump.rows(app)["practice_tip"]
