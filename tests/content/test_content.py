"""The crisis numbers and the check-in: complete, plain and kind. And how the files are read."""

import re

import pytest

from tests.content import plain_words
from tests.content.reading_age import words
from webapp import content

LINES = content.crisis().lines
CHECK_IN = content.check_in()
SETTINGS = ["online", "in_person", "walk_and_talk"]


def read_by_clients():
    """Every text of the two: line by line, statement by statement."""
    lines = [f"{line.who}. {line.when}. {line.say}" for line in LINES]
    statements = [q.worded_for(setting) for q in CHECK_IN.questions for setting in SETTINGS]
    return [*lines, *dict.fromkeys(statements)]


@pytest.mark.parametrize("text", read_by_clients())
def test_what_a_client_reads_is_plain_and_kind(text):
    assert plain_words.slips(text) == []


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
    ("", "missing required field `tips`"),
    ("[[tips]]\nid = 'a'", "missing required field .* at `.*tips"),
    ("[[tips]]\nwhi = ''", "unknown field `whi` - at `.*tips"),
    ("[[tips]]\nid = 'Two words'", "matching regex .* at `.*tips.*id`"),
    ("tips = [", "Invalid"),
]


@pytest.mark.parametrize(("written", "said"), SLIPS)
def test_a_slip_of_the_pen_is_named_when_the_file_is_read(tmp_path, written, said):
    (tmp_path / "tips.toml").write_text(written)
    with pytest.raises(ValueError, match=f"tips.toml: .*{said}"):
        content.read("tips", content.Tips, tmp_path)


def test_a_tip_without_its_reason_or_of_no_known_setting_is_refused(tmp_path):
    tip = (content.FOLDER / "tips.toml").read_text().split("[[tips]]")[1]
    for right, wrong in (("online", "on_the_moon"), ('why = "', 'why = " '), ("2026", "date")):
        (tmp_path / "tips.toml").write_text("[[tips]]" + tip.replace(right, wrong))
        with pytest.raises(ValueError, match="tips.toml: "):
            content.read("tips", content.Tips, tmp_path)
