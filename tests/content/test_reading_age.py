"""The formulas that the other tests trust."""

import pytest

from tests.content.plain_words import grade, slips
from tests.content.reading_age import automated_readability, coleman_liau, sentences, words

FORM = "Participants are requested to communicate environmental considerations beforehand."


def test_the_reading_age_tells_a_form_from_a_friend():
    assert min(automated_readability(FORM), coleman_liau(FORM)) > 12
    assert grade("You can sit on the bench. It is fine to rest.") < 3


def test_the_reading_age_agrees_with_the_formulas_worked_by_hand():
    text = "We walk to the old gate. You may say, ‘Let us stop.’ Then we rest at 2."
    assert (len(words(text)), len(sentences(text))) == (17, 3)  # 48 letters, 1 digit
    assert automated_readability(text) == pytest.approx(4.71 * 49 / 17 + 0.5 * 17 / 3 - 21.43)
    assert coleman_liau(text) == pytest.approx(0.0588 * 4800 / 17 - 0.296 * 300 / 17 - 15.8)


@pytest.mark.parametrize("unkind", ["Well done!", "You missed it", "A symptom", "It will help"])
def test_an_unkind_word_is_seen(unkind):
    assert slips(f"You sit down. {unkind}.")
    assert not slips("You sit down.")
