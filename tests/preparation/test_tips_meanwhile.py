"""Ada’s word on a tip, where something else has come between."""

from functools import partial

import pytest

from tests.entries import check_in
from tests.preparation.test_tips_of_the_practice import ITS_RECORD, PAGE, TIPS, rewords, told
from webapp.preparation import library


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
