"""Ada sees how it develops, from what Bea shares: in words and as a table, whatever the browser."""

import json

from tests.entries import saying
from tests.practice.test_overview import answered, page
from tests.repairs.points import point


def stones(ada, picture):
    """What a picture on Ada's page is drawn from."""
    return json.loads(ada.page.find(picture)["data-stones"])


def test_ada_reads_why_a_session_stands_out_and_what_became_of_it(ada, bea):
    good, low = answered(4, "online", 4), answered(2, "walk_and_talk", 4)
    bea.syncs(good, low, answered(4, "online", 4))
    seen = page(ada, bea)
    assert (
        "3 check-ins, a ring for each. The newest is on the outside. All three legs stand." in seen
    )
    assert "on a walk. Being just as they are was a good deal lower for Bea than the time" in seen
    assert "Back to how it was before" in seen
    assert [bool(stone["dip"]) for stone in stones(ada, "path-picture")] == [False, True, False]
    assert [stone["put_right"] for stone in stones(ada, "path-picture")] == [False, False, True]


def test_ada_reads_that_a_dip_is_open_until_bea_says_that_it_is_put_right(ada, bea):
    low = answered(4, "online", 4, felt_off=True)
    bea.syncs(low)
    assert "Bea said that something felt off. It is still open." in page(ada, bea)
    bea.syncs(point(check_in=low["record"], state="put_right"))
    assert "Bea said that it is put right." in page(ada, bea)


def test_a_leg_that_is_short_is_said_in_words_too(ada, bea):
    bea.syncs(*[answered(4, "online", 4) for _ in range(3)])
    bea.syncs(saying(ratings={"safety": 4, "respect": 4, "goals": 2}, words=""))
    seen = page(ada, bea)
    assert "The goals stand on a small stone: they were lower than usual for Bea." in seen
    assert "Nothing was answered about how you work this time" in seen
    assert stones(ada, "stool-picture")[-1]["short"] == ["goals"]


def test_ada_reads_the_same_figure_as_bea_also_where_it_lies_between_two_tenths(ada, bea):
    bea.syncs(saying(ratings={"tasks": 3, "feedback": 2}, words=""))
    assert "– – 6.3" in page(ada, bea)


def test_what_bea_keeps_for_herself_is_in_no_picture(ada, bea):
    bea.syncs(answered(4, "online", 4), answered(4, "online", 4))
    before = page(ada, bea), stones(ada, "path-picture"), stones(ada, "stool-picture")
    bea.syncs(answered(0, "walk_and_talk", 0, shared=False))
    assert (page(ada, bea), stones(ada, "path-picture"), stones(ada, "stool-picture")) == before


def test_where_nothing_is_shared_there_is_no_picture(ada, bea):
    bea.syncs(answered(4, "online", 4, shared=False))
    assert "How it develops" not in page(ada, bea)


def test_what_was_said_is_not_worth_a_talk_for_ever_once_the_answers_are_back(ada, bea):
    good = [answered(4, "online", 4) for _ in range(4)]
    bea.syncs(answered(4, "online", 4), answered(2, "online", 4, felt_off=True), *good[:2])
    assert "Worth a talk." in page(ada, bea)
    bea.syncs(*good[2:])
    assert "Worth a talk." not in page(ada, bea)
