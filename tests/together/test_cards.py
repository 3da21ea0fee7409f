"""Ada and Bea agree how they meet in one setting: the card."""

import json

import pytest

from tests.agreeing import WALK, answer, newest, place, sees
from tests.entries import entry, said


@pytest.fixture
def hers(bea):
    """The card for walks that Bea has proposed."""
    hers = entry(json.dumps(WALK), kind="arrangement")
    bea.syncs(hers)
    return hers


def test_ada_reads_the_card_that_bea_proposes_and_begins_with_its_words(ada, bea, hers):
    assert "Where we meet the lower gate" in sees(ada, bea)
    ada.opens(place(bea, "meeting", "walk_and_talk"))
    assert ada.page.find(id="meet").get_text(strip=True) == "the lower gate"


def test_ada_suggests_a_change_of_beas_card_and_bea_agrees(ada, bea, hers):
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    ada.sends(meeting, meet="the lower gate", dogs="None with us.")
    assert said(newest(bea, "arrangement")) == {
        "setting": "walk_and_talk", "replaces": hers["entry"],
        "fields": {"meet": "the lower gate", "dogs": "None with us."},
    }  # fmt: skip
    assert "Dogs (changed)" in ada.page.get_text()
    assert "the lower gate" not in ada.page.get_text() and "The rest stays" in ada.page.get_text()
    bea.syncs(answer(newest(bea, "arrangement")))
    assert "Both of you agreed on" in sees(ada, bea)


def test_a_part_of_a_card_that_ada_does_not_know_is_kept_and_shown(ada, bea):
    fields = {"meet": "the lower gate", "picnic_spot": "by the oak"}
    bea.syncs(entry(json.dumps({**WALK, "fields": fields}), kind="arrangement"))
    assert "picnic spot by the oak" in sees(ada, bea)
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    ada.sends(meeting, meet="the upper gate")
    assert said(newest(bea, "arrangement"))["fields"] == {**fields, "meet": "the upper gate"}


def test_where_all_parts_of_a_card_are_taken_adas_words_have_room_and_one_is_left_out(ada, bea):
    fields = {f"part_{n}": "x" for n in range(40)}
    bea.syncs(entry(json.dumps({**WALK, "fields": fields}), kind="arrangement"))
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    ada.sends(meeting, meet="the upper gate")
    del fields["part_39"]
    assert said(newest(bea, "arrangement"))["fields"] == {**fields, "meet": "the upper gate"}
    assert "part 39 (left out)" in ada.page.get_text()


def test_ada_loses_no_word_when_bea_changes_the_card_meanwhile(ada, bea):
    meeting = place(bea, "meeting", "walk_and_talk")
    ada.opens(meeting)
    bea.syncs(entry(json.dumps(WALK), kind="arrangement"))
    ada.sends(meeting, 409, meet="the car park")
    assert ada.page.find(id="meet").get_text(strip=True) == "the car park"
    assert "This had changed before your words came." in ada.page.get_text()
    ada.sends(meeting, meet="the car park")
    assert said(newest(bea, "arrangement"))["fields"] == {"meet": "the car park"}
