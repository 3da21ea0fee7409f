"""What stands around the tips: why some come first, and ways in for whoever is stuck."""

from datetime import date

import pytest

from tests.content import plain_words
from webapp import content
from webapp.preparation.words import words

SETTINGS = {setting.key for setting in content.check_in().settings}
QUESTIONS = {question.key for question in content.check_in().questions} - {"setting_fit"}
WHY = [f"Some tips come first, because {each.words} was not easy last time."
       for each in words().because]  # fmt: skip


def test_whatever_was_not_easy_can_be_said_once():
    keys = [each.key for each in words().because]
    assert sorted(keys) == sorted(SETTINGS | QUESTIONS)


@pytest.mark.parametrize("sentence", WHY + [each.words for each in words().openers])
def test_it_is_plain_and_kind(sentence):
    assert plain_words.slips(sentence) == []


def test_somebody_who_is_stuck_finds_a_few_ways_in_and_one_for_not_knowing():
    openers = [each.words for each in words().openers]
    assert 4 <= len(openers) <= 8 and any("I do not know" in opener for opener in openers)


def test_it_says_where_it_comes_from_and_since_when():
    assert words().source and type(words().checked) is date


def test_no_tip_is_called_what_stands_for_the_thing_to_bring():
    """It is ticked off as “bring”, among the tips (static/js/preparations.js)."""
    assert "bring" not in {tip.id for tip in content.tips()}
