"""What clients read before a session: enough of it for each setting, short, plain and kind."""

import re
from collections import Counter
from datetime import date

import pytest

from tests.content import plain_words
from tests.content.reading_age import sentences, words
from webapp import content

TIPS = content.tips()
SETTINGS = ["online", "in_person", "walk_and_talk", "every"]
KEYS = {question.key for question in content.check_in().questions}
USUAL = [tip for tip in TIPS if not tip.first]
FIRST = [tip for tip in TIPS if tip.first]
one_by_one = pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.id)


def together(setting):
    return " ".join(f"{tip.text} {tip.why}" for tip in TIPS if tip.setting == setting)


def helping(setting, key):
    """The topics of the tips that may help with one question, in the order of the file."""
    return [tip.topic for tip in TIPS if tip.setting == setting and key in tip.helps]


def test_a_client_finds_enough_for_each_setting_and_for_every_session():
    found = Counter(tip.setting for tip in USUAL)
    assert found == {"online": 17, "in_person": 14, "walk_and_talk": 17, "every": 16}
    assert min(found[setting] for setting in SETTINGS[:3]) >= 12 and found["every"] >= 10


def test_a_client_who_comes_for_the_first_time_finds_what_is_for_that():
    assert len(FIRST) >= 5
    assert {tip.setting for tip in FIRST} == {"every"}


def test_a_ticked_tip_is_never_mistaken_for_another():
    ids = [tip.id for tip in TIPS]
    assert len(set(ids)) == len(ids)


BEFORE = """
    online-private-spot online-tell-the-house online-same-place online-test-first
    online-if-it-cuts-out online-quiet-screen online-where-you-are online-recording
    in-person-arrive in-person-find-the-door in-person-access in-person-running-late
    in-person-phone in-person-pack in-person-room in-person-afterwards
    walk-meeting-point walk-weather walk-clothes walk-privacy walk-meet-someone walk-pace
    walk-health-and-signal walk-pause walk-change-your-mind
    every-one-thing every-last-time every-more-or-less every-disagree every-afterwards
    every-body every-start
"""


def test_what_was_ticked_off_in_an_older_version_still_has_its_tip():
    assert set(BEFORE.split()) <= {tip.id for tip in TIPS}


@one_by_one
def test_a_client_takes_a_tip_in_at_a_glance(tip):
    assert len(words(tip.title)) <= 7 and not tip.title.endswith(".")
    assert 2 <= len(sentences(tip.text)) <= 3
    assert len(sentences(tip.why)) == 1


@one_by_one
def test_a_tip_says_why_where_it_comes_from_and_since_when(tip):
    assert tip.why and tip.source and type(tip.checked) is date


@one_by_one
def test_a_tip_is_plain_and_kind(tip):
    assert plain_words.slips(f"{tip.title}. {tip.text} {tip.why}") == []


@one_by_one
def test_no_single_tip_is_hard_to_read(tip):
    assert plain_words.grade(f"{tip.text} {tip.why}") <= plain_words.ALONE


@pytest.mark.parametrize("setting", SETTINGS)
def test_an_eleven_year_old_could_read_the_tips_of_a_setting(setting):
    assert plain_words.grade(together(setting)) <= plain_words.TOGETHER


def test_a_tip_names_only_questions_that_the_check_in_asks():
    assert all(set(tip.helps) <= KEYS for tip in TIPS)


@pytest.mark.parametrize("key", sorted(KEYS - {"setting_fit"}))
def test_whatever_was_low_last_time_some_tip_may_help(key):
    assert len(helping("every", key)) >= 2


@pytest.mark.parametrize("setting", SETTINGS[:3])
def test_whoever_found_a_setting_hard_has_much_to_try(setting):
    assert len(helping(setting, "setting_fit")) >= 4


def test_whoever_found_a_call_hard_reads_of_sound_and_privacy_first():
    assert set(helping("online", "setting_fit")[:3]) == {"sound", "privacy"}


def test_the_titles_of_a_setting_can_be_told_apart():
    titles = Counter((tip.setting, re.sub(r"\W", "", tip.title.lower())) for tip in TIPS)
    assert set(titles.values()) == {1}
