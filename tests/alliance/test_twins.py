"""The phone and the server come to the same, down to the last digit, whatever happens.

TWINS is how many histories are tried; `make twins` tries 10,000.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp import content
from webapp.alliance import develop
from webapp.scores import Said
from webapp.usual import QUESTIONS

HERE = Path(__file__).parent
SLOW = [HealthCheck.too_slow]  # on a busy machine
HOW_MANY = int(os.environ.get("TWINS", "300"))


def words():
    """What the phone is given to tell reasons with."""
    reasons, answers = content.reasons(), content.check_in().answers
    return {
        "sentences": {each.key: each.you for each in reasons.sentences},
        "questions": {each.key: each.you for each in reasons.questions},
        "answers": {str(answer.value): answer.words for answer in answers},
    }


@contextmanager
def node(script):
    """One long-lived process that runs what the phone runs."""
    program = [Path(sys.prefix) / "bin" / "node", HERE / script]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        process.stdin.close()


class Phone:
    """The rule on the phone."""

    def __init__(self, process):
        self.process = process
        self._says(words())

    def _says(self, what):
        self.process.stdin.write(json.dumps(what).encode() + b"\n")
        self.process.stdin.flush()

    def finds(self, check_ins, reach):
        """What it makes of a history."""
        self._says({"check_ins": [asdict(said) for said in check_ins], "reach": reach})
        return json.loads(self.process.stdout.readline())


@pytest.fixture(scope="module")
def phone():
    with node("twin.js") as process:
        yield Phone(process)


def server_finds(check_ins, reach):
    """The same in the same shape."""
    development = develop(check_ins, reach)
    steps = [
        asdict(step) | {"open": development.is_open(at),
                        "reason": step.why and content.reasons().to_client(step.why)}
        for at, step in enumerate(development.steps)
    ]  # fmt: skip
    return json.loads(
        json.dumps({"steps": steps, "strains": list(map(asdict, development.strains))})
    )


def histories(check_in):
    """Up to thirty check-ins, each by such a strategy."""
    return st.lists(check_in, max_size=30)


def ratings(answer):
    """The answers of one check-in, some skipped."""
    return st.dictionaries(st.sampled_from([*QUESTIONS, "setting_fit"]), answer, max_size=7)


MARKED = st.sampled_from([False] * 9 + [True])
WORD = st.one_of(st.none(), st.none(), st.integers(0, 31))
# Mostly good answers, as people give them; any at all; and one like the next but for a slip.
ANSWERS = st.sampled_from(
    [st.sampled_from([2, 3, 3, 4, 4, 4]), st.integers(0, 4), st.integers(3, 4)]
)
RATED = ANSWERS.flatmap(
    lambda answer: histories(
        st.builds(Said, ratings=ratings(answer), felt_off=MARKED, mended_at=WORD)
    )
)
STEPS = st.sampled_from([0, 0.1, 1 / 3, 0.625, 2.5])
SCORES = st.one_of(
    st.integers(0, 40).map(float), st.floats(0, 40), STEPS.map(lambda step: 9 - step)
)
SCORED = histories(st.builds(Said, score=SCORES, felt_off=MARKED, mended_at=WORD))


@settings(max_examples=HOW_MANY, deadline=None, database=None, suppress_health_check=SLOW)
@given(check_ins=st.one_of(RATED, SCORED), reach=st.sampled_from([10, 10, 40, 6, 7.5]))
def test_the_phone_finds_what_the_server_finds(phone, check_ins, reach):
    assert phone.finds(check_ins, reach) == server_finds(check_ins, reach)


def test_the_vectors_speak_in_todays_words():
    assert json.loads((HERE / "vectors.json").read_text("utf-8"))["words"] == words()
