"""What two people may agree about how they meet: short, plain, kind, and with its source."""

from datetime import date

import pytest

from tests.content import plain_words
from tests.content.reading_age import words
from webapp import content

ARRANGEMENTS = content.arrangements()
PARTS = [part for card in ARRANGEMENTS.settings for part in card.parts]
one_by_one = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)

# What the card of each setting has to ask.
ASKED = {
    "walk_and_talk": "meet end pace weather who_decides instead meet_somebody dogs no_signal "
    "health stop",
    "online": "call_back number lost_time private recording emergency",
    "in_person": "arrive access late cannot_come room",
}


@pytest.mark.parametrize("setting", ASKED)
def test_a_card_asks_what_matters_in_its_setting(setting):
    assert [part.key for part in ARRANGEMENTS.card(setting).parts] == ASKED[setting].split()


def test_there_is_a_card_for_each_setting_and_for_nothing_else():
    assert [card.key for card in ARRANGEMENTS.settings] == list(ASKED)
    assert ARRANGEMENTS.card("moon") is None


def test_what_is_written_of_one_part_is_never_taken_for_another():
    keys = [part.key for part in PARTS]
    assert len(set(keys)) == len(keys) and not {"words", "value", "fits", "goal"} & set(keys)


@one_by_one
def test_a_part_is_taken_in_at_a_glance(part):
    assert len(words(part.label)) <= 7 and len(words(part.hint)) <= 24
    assert len(words(part.example)) <= 26 and part.source and type(ARRANGEMENTS.checked) is date


@one_by_one
def test_a_part_is_plain_and_kind(part):
    assert plain_words.slips(f"{part.label}. {part.hint} {part.example}") == []


@pytest.mark.parametrize("setting", ASKED)
def test_an_eleven_year_old_could_read_a_card(setting):
    told = " ".join(f"{part.hint} {part.example}" for part in ARRANGEMENTS.card(setting).parts)
    assert plain_words.grade(told) <= plain_words.TOGETHER


@pytest.mark.parametrize("point", ["the way back", "how long", "client’s"])
def test_a_walk_card_says_what_people_forget(point):
    card = ARRANGEMENTS.card("walk_and_talk")
    assert point in " ".join(f"{part.hint} {part.example}" for part in card.parts).lower()
