"""Ada’s word on a tip, where something else has come between."""

from tests.entries import check_in
from tests.preparation.test_tips_of_the_practice import ITS_RECORD, PAGE, TIPS, rewords, told


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
