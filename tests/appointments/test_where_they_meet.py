"""Another setting is one tap away, and the place or the link is the one that is usual."""

import pytest

from tests.appointments.typed import (
    CALL,
    books,
    changes,
    field,
    filled,
    marks,
    notices,
    one,
    standing,
    switches,
    told,
    words,
)

pytestmark = pytest.mark.usefixtures("wednesday")


def test_rain_is_one_tap_where_the_call_is_known(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea)
    _, walk = standing(bea)
    page = switches(ada, bea, walk, "online")
    assert field(bea, "link")[1] == CALL["link"] and field(bea, "place")[1] == ""
    assert "Online" in page and notices(bea) == ["setting_changed"]
    switches(ada, bea, walk, "walk_and_talk")
    assert field(bea, "setting") == ["online", "walk_and_talk"]


def test_where_the_call_is_not_known_yet_its_link_is_asked_for(ada, bea):
    books(ada, bea)
    page = switches(ada, bea, one(bea), "online")
    assert "You have not met on a call here yet, so please say where." in page
    assert filled(ada.page)["setting"] == "online" and len(told(bea)) == 1


def test_the_next_walk_is_where_the_last_one_was(ada, bea):
    books(ada, bea, place="The lake")
    books(ada, bea, day="2026-12-03", **CALL)
    _, call = standing(bea)
    switches(ada, bea, call, "walk_and_talk")
    assert field(bea, "place") == ["The lake", "The lake"]


def test_the_walk_that_became_a_call_goes_back_to_where_it_was_itself(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea, place="The lake")
    _, walk = standing(bea)
    switches(ada, bea, walk, "online")
    books(ada, bea, day="2026-12-03", place="Only this once: the zoo")
    switches(ada, bea, walk, "walk_and_talk")
    assert field(bea, "place")[1] == "The lake"


def test_the_next_walk_is_where_the_one_before_is_not_a_later_or_cancelled_one(ada, bea):
    books(ada, bea, day="2026-11-19", place="The lake")
    for day, place in [("2026-12-10", "The zoo"), ("2026-11-20", "Nowhere")]:
        books(ada, bea, day=day, place=place)
    marks(ada, bea, list(standing(bea))[2], "cancelled")
    books(ada, bea, day="2026-12-03", **CALL)
    switches(ada, bea, list(standing(bea))[3], "walk_and_talk")
    assert field(bea, "place")[3] == "The lake"


def test_a_link_to_a_call_never_stands_for_the_way_to_a_room(ada, bea):
    books(ada, bea, **CALL)
    changes(ada, bea, one(bea), setting="in_person", place="Room 4")
    assert (field(bea, "place"), field(bea, "link")) == (["Room 4"], [""])


def test_a_call_after_a_walk_has_the_link_of_the_last_call(ada, bea):
    books(ada, bea, day="2026-11-19", **CALL)
    books(ada, bea)
    _, walk = standing(bea)
    changes(ada, bea, walk, setting="online")
    assert field(bea, "link") == [CALL["link"], CALL["link"]]


def test_another_setting_is_one_tap_away_only_while_it_is_short_notice(ada, bea):
    books(ada, bea, day="2026-12-24")
    assert "Online instead" not in words(ada.page)
    books(ada, bea, day="2026-12-03")
    assert words(ada.page).count("Online instead") == 1


@pytest.mark.parametrize("link", ["Https://calls.example/Bea", "https://calls.example/Bea\ufeff"])
def test_a_link_as_a_tablet_or_a_letter_has_it_opens_the_call(ada, bea, link):
    books(ada, bea, **{**CALL, "link": link})
    assert field(bea, "link") == ["https://calls.example/Bea"]
