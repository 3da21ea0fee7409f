"""Help to say it, prompts for putting it right, questions to oneself: enough, plain and kind."""

from datetime import date

import pytest

from tests.content import plain_words
from tests.content.reading_age import words
from webapp import content

PHRASES = content.phrases()
SAID = [phrase for kind in PHRASES.kinds for phrase in kind.phrases]
REPAIR = content.repair()
PROMPTS = [prompt for step in REPAIR.steps for prompt in step.prompts]
QUESTIONS = content.reflection().questions


def read_by_clients():
    """Everything of the three files that stands on a phone."""
    kinds = [f"{kind.title}. {kind.more}." for kind in PHRASES.kinds]
    rights = [f"{each.title}. {each.text}" for each in PHRASES.all_right]
    return [*kinds, *rights, *(each.text for each in (*SAID, *QUESTIONS))]


def test_there_are_enough_sentences_to_choose_from_for_each_kind_of_strain():
    kinds = [kind.id for kind in PHRASES.kinds]
    assert kinds == ["quiet", "cross", "topic", "way", "setting", "unsure"]
    assert len({phrase.text for phrase in SAID}) == len(SAID) >= 20
    assert all(len(kind.phrases) >= 3 for kind in PHRASES.kinds)


@pytest.mark.parametrize("text", read_by_clients())
def test_what_helps_to_say_it_is_plain_and_kind(text):
    assert plain_words.slips(text) == []
    assert plain_words.grade(text) <= plain_words.ALONE


def test_an_eleven_year_old_could_read_it():
    assert plain_words.grade(" ".join(read_by_clients())) <= plain_words.TOGETHER


def test_a_sentence_is_short_enough_to_say():
    assert all(3 <= len(words(phrase.text)) <= 20 for phrase in SAID)


def test_a_client_may_disagree_change_therapist_and_complain():
    told = " ".join(each.title for each in PHRASES.all_right)
    assert all(right in told for right in ("disagree", "change therapist", "complain"))


def test_everything_says_where_it_comes_from_and_when_that_was_looked_at():
    assert all(each.source for each in (*SAID, *PHRASES.all_right, *PROMPTS))
    dates = [PHRASES.checked, REPAIR.checked, content.reflection().checked]
    assert {type(each) for each in dates} == {date}


def test_ada_is_to_hear_it_before_she_changes_anything():
    titles = [step.title for step in REPAIR.steps]
    assert titles == ["First, hear it", "Your own part", "Then, if it fits"]
    assert all(len(step.prompts) >= 2 for step in REPAIR.steps)


def test_the_five_questions_are_those_of_the_check_in_and_none_asks_for_a_yes():
    assert [q.key for q in QUESTIONS] == ["safety", "respect", "goals", "openness", "feedback"]
    yes_or_no = ("do ", "is ", "are ", "can ", "could ", "would ", "did ")
    assert not [q.text for q in QUESTIONS if q.text.lower().startswith(yes_or_no)]
