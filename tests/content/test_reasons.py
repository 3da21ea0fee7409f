"""The reason of a dip: every sentence, about every question, plain and kind to both who read it."""

from datetime import date

import pytest

from tests.content import plain_words
from webapp import content
from webapp.alliance import LOW, Why
from webapp.usual import QUESTIONS

REASONS = content.reasons()
WHYS = [
    Why(sentence.key, about, answer)
    for sentence in REASONS.sentences
    for about in (None, *QUESTIONS)
    for answer in range(LOW + 1)
]


def test_there_is_a_sentence_for_each_way_to_dip_and_a_name_for_each_question():
    assert [each.key for each in REASONS.sentences] == [
        "felt_off", "felt_off_lower", "low_answer", "sudden_fall", "below_usual", "slow_slide"
    ]  # fmt: skip
    assert [each.key for each in REASONS.questions] == [*QUESTIONS, "together"]
    assert type(REASONS.checked) is date


@pytest.mark.parametrize("why", WHYS, ids=str)
def test_a_reason_is_one_plain_sentence(why):
    for told in (REASONS.to_client(why), REASONS.to_therapist(why, "Bea")):
        assert plain_words.slips(told) == []
        assert told[0].isupper() and told[-1] == "." and "{" not in told


@pytest.mark.parametrize("sentence", REASONS.sentences, ids=lambda each: each.key)
def test_a_therapist_reads_whose_reason_it_is(sentence):
    assert "Bea" in REASONS.to_therapist(Why(sentence.key, "safety", 1), "Bea")
    assert "you" not in REASONS.to_therapist(Why(sentence.key, "tasks", 1), "Bea")
