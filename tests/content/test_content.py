"""What clients read: complete, short, plain and kind. A slip in a data file is named at once."""

import re
from collections import Counter
from dataclasses import astuple
from datetime import date

import pytest

from tests.content.reading_age import automated_readability, coleman_liau, sentences, words
from webapp import content

TIPS = content.tips()
LINES = content.crisis().lines
CHECK_IN = content.check_in()
SETTINGS = ["online", "in_person", "walk_and_talk"]
BANNED = (
    r"submit|overdue|great job|\bpatients?\b|symptom|\balert|risk score|diagnos|should have|[!'\"]|"
    r"\bguarantee|\bwill help|you must|you failed|you missed"
)


def read_by_clients() -> list[str]:
    """Every text a client meets here: tip by tip, line by line, statement by statement."""
    tips = [f"{tip.title}. {tip.text} {tip.why}" for tip in TIPS]
    lines = [f"{line.who}. {line.when}. {line.say}" for line in LINES]
    statements = [q.worded_for(setting) for q in CHECK_IN.questions for setting in SETTINGS]
    return [*tips, *lines, *dict.fromkeys(statements)]


def grades(text: str) -> tuple[float, float]:
    return automated_readability(text), coleman_liau(text)


def test_a_client_finds_the_promised_number_of_tips_for_each_setting():
    assert Counter(tip.setting for tip in TIPS) == {
        "online": 8,
        "in_person": 8,
        "walk_and_talk": 9,
        "every": 7,
    }


def test_a_ticked_tip_is_never_mistaken_for_another():
    ids = [tip.id for tip in TIPS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", id) for id in ids)


@pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.id)
def test_a_client_takes_a_tip_in_at_a_glance(tip):
    assert all(value.strip() for value in astuple(tip))
    assert len(words(tip.title)) <= 7 and not tip.title.endswith(".")
    assert 2 <= len(sentences(tip.text)) <= 3
    assert len(sentences(tip.why)) == 1
    assert re.fullmatch("[a-z]+", tip.about)


@pytest.mark.parametrize("text", read_by_clients())
def test_nobody_loses_the_thread_of_a_long_sentence(text):
    assert all(len(words(sentence)) <= 20 for sentence in sentences(text))


@pytest.mark.parametrize("text", read_by_clients())
def test_a_client_meets_no_cheer_no_blame_and_no_clinic(text):
    assert not re.search(BANNED, text, re.IGNORECASE)


@pytest.mark.parametrize("setting", [*SETTINGS, "every"])
def test_an_eleven_year_old_could_read_the_tips_of_a_setting(setting):
    together = " ".join(f"{tip.text} {tip.why}" for tip in TIPS if tip.setting == setting)
    assert max(grades(together)) <= 6.0


@pytest.mark.parametrize("tip", TIPS, ids=lambda tip: tip.id)
def test_no_single_tip_is_hard_to_read(tip):
    assert max(grades(f"{tip.text} {tip.why}")) <= 9.0


def test_the_reading_age_tells_a_form_from_a_friend():
    form = "Participants are requested to communicate environmental considerations beforehand."
    assert min(grades(form)) > 12
    assert max(grades("You can sit on the bench. It is fine to rest.")) < 3


def test_the_reading_age_agrees_with_the_formulas_worked_by_hand():
    text = "We walk to the old gate. You may say, ‘Let us stop.’ Then we rest at 2."
    assert (len(words(text)), len(sentences(text))) == (17, 3)  # 48 letters, 1 digit
    assert automated_readability(text) == pytest.approx(4.71 * 49 / 17 + 0.5 * 17 / 3 - 21.43)
    assert coleman_liau(text) == pytest.approx(0.0588 * 4800 / 17 - 0.296 * 300 / 17 - 15.8)


def test_a_person_in_danger_reads_999_first_then_their_nation_then_who_listens():
    nations = list(dict.fromkeys(line.where for line in LINES[1:-4]))
    assert LINES[0].tel == "999"
    assert nations == ["England", "Wales", "Scotland", "Northern Ireland"]
    assert [line.id for line in LINES[-4:]] == ["samaritans", "shout", "papyrus", "childline"]
    assert len({line.id for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_one_tap_dials_or_texts_the_number_that_is_shown(line):
    number = line.tel or line.sms
    assert bool(line.tel) != bool(line.sms)
    assert re.fullmatch("[0-9]{3,11}", number)
    assert line.shown.replace(" ", "") == number
    assert line.when.strip() and line.source.strip()


def test_a_person_can_see_when_the_numbers_were_last_checked():
    assert type(content.crisis().checked) is date
    assert type(content.load("tips")["checked"]) is date


def test_a_client_answers_seven_statements_in_order():
    legs = {q.key: q.leg for q in CHECK_IN.questions}
    assert list(legs.items()) == [
        ("safety", "bond"), ("respect", "bond"), ("openness", "bond"), ("goals", "goals"),
        ("tasks", "tasks"), ("feedback", "tasks"), ("setting_fit", "none"),
    ]  # fmt: skip
    assert all(
        len(words(q.worded_for(setting))) <= 12 for q in CHECK_IN.questions for setting in SETTINGS
    )


def test_only_the_last_statement_changes_with_the_setting():
    ways = [len({q.worded_for(setting) for setting in SETTINGS}) for q in CHECK_IN.questions]
    assert ways == [1, 1, 1, 1, 1, 1, 3]
    assert list(CHECK_IN.questions[-1].statement) == SETTINGS


def test_a_client_answers_in_words_stored_as_0_to_4():
    answers = [(answer.value, answer.words) for answer in CHECK_IN.answers]
    assert answers == list(enumerate(["Not at all", "A little", "Partly", "Mostly", "Completely"]))


def test_a_client_reads_the_name_of_every_setting():
    assert [setting.key for setting in CHECK_IN.settings] == SETTINGS
    assert all(setting.label and setting.sentence for setting in CHECK_IN.settings)


SLIPS = [
    ("tips", {"checked": 1, "tips": [{"id": "a"}]}, "tips.toml, tips 1: .*missing.*'why'"),
    ("tips", {"checked": 1, "tips": [{"whi": ""}]}, "tips.toml, tips 1: .*unexpected.*'whi'"),
    ("crisis", {"lines": []}, "crisis.toml: .*missing.*'checked'"),
    ("crisis", {"checked": 1, "lines": [], "lnes": []}, "crisis.toml: .*unexpected.*'lnes'"),
    ("check_in", {"answers": [], "settings": []}, "check_in.toml: .*missing.*'questions'"),
]


@pytest.mark.parametrize(("name", "data", "said"), SLIPS)
def test_a_slip_of_the_pen_is_named_when_the_file_is_read(monkeypatch, name, data, said):
    monkeypatch.setattr(content, "load", lambda _: data)
    with pytest.raises(ValueError, match=said):
        getattr(content, name)()
