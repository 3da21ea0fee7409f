"""`flask alliance`: JSON in, JSON out, and a sentence for what does not fit."""

import json

import pytest

from tests.alliance.test_vectors import HISTORIES

ANSWERED = {"safety": 4, "respect": 3, "openness": 2, "goals": 4, "setting_fit": 0}


@pytest.fixture
def app(sqlite):
    """The application. The rule has nothing to do with the database."""
    return sqlite.emptied()


@pytest.fixture
def asked(app):
    """What an operator's script gets for its input."""
    return lambda given, *args: app.test_cli_runner().invoke(args=["alliance", *args], input=given)


def test_a_script_gets_one_answer_for_each_check_in(asked):
    given = [{"ratings": ANSWERED, "felt_off": False}, {"ratings": {}, "felt_off": True}]
    result = asked(json.dumps(given))
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == [
        {"score": 8.125, "legs": {"bond": 7.5, "goals": 10, "tasks": None}, "limit": None,
         "dip": [], "put_right": False, "reason": None},
        {"score": None, "legs": {"bond": None, "goals": None, "tasks": None}, "limit": None,
         "dip": ["said_so"], "put_right": False, "reason": "You said that something felt off."},
    ]  # fmt: skip


def test_a_script_may_bring_scores_of_another_range(asked):
    published = HISTORIES[1]
    given = [{"score": score} for score in published["scores"]]
    found = json.loads(asked(json.dumps(given), "--range", "40").stdout)
    assert [each["limit"] for each in found] == pytest.approx(published["limit"], abs=5e-5)
    assert [each["dip"] for each in found] == [[], [], [], [], [], ["below_usual"], [], [], []]
    assert [each["put_right"] for each in found].index(True) == 7
    assert {each["legs"] for each in found} == {None}


WRONG = [
    "", "{}", "[1]", "[{}]", "[", '[{"score": 1, "ratings": {}}]', '[{"score": "1"}]',
    '[{"score": null}]', '[{"score": NaN}]', '[{"score": 1e999}]', '[{"score": 1e9}]',
    '[{"ratings": {"joy": 1}}]', '[{"ratings": {"safety": 5}}]', '[{"ratings": {"safety": true}}]',
    '[{"score": 1, "felt_off": 1}]', '[{"score": 1, "mood": 1}]', b"\xff", "[" * 9999,
]  # fmt: skip


@pytest.mark.parametrize("given", WRONG, ids=lambda given: str(given)[:40])
def test_what_does_not_fit_is_said_in_a_sentence(asked, given):
    result = asked(given)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


@pytest.mark.parametrize("reach", ["0", "-1", "nan", "inf"])
def test_a_range_is_above_nothing(asked, reach):
    result = asked("[]", "--range", reach)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--range" in result.stderr
