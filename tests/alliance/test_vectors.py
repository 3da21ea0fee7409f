"""What the rule finds in histories that somebody thought of, some of them published."""

import json
from pathlib import Path

import pytest

from webapp import content
from webapp.alliance import develop
from webapp.scores import Said

HISTORIES = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))["histories"]
ONE_BY_ONE = pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history["it"])


def developed(history):
    """The development of one history of vectors.json."""
    given = history.get("check_ins", [{"score": score} for score in history.get("scores", [])])
    return develop([Said(**each) for each in given], history.get("range", 10))


def sparse(values):
    """By place, without what is none."""
    return {str(at): value for at, value in enumerate(values) if value}


@ONE_BY_ONE
def test_the_rule_finds_each_dip_and_each_repair(history):
    steps = developed(history).steps
    assert sparse(list(step.dip) for step in steps) == history["dip"]
    assert [at for at, step in enumerate(steps) if step.put_right] == history["put_right"]


@ONE_BY_ONE
def test_the_rule_computes_what_is_published(history):
    steps = developed(history).steps
    close = [("score", 1e-9), ("limit", 5e-5)]
    for name, tolerance in close:
        found = [getattr(step, name) for step in steps]
        assert found == pytest.approx(history.get(name, found), abs=tolerance)
    assert [step.legs for step in steps] == history.get("legs", [step.legs for step in steps])


@ONE_BY_ONE
def test_the_rule_follows_each_strain_to_its_end(history):
    development = developed(history)
    found = [{"dips": list(each.dips), "reference": each.reference, "ended": each.ended,
              "closed": each.closed} for each in development.strains]  # fmt: skip
    assert found == history.get("strains", found)
    still = [at for at in range(len(development.steps)) if development.is_open(at)]
    assert still == history.get("open", still)


@ONE_BY_ONE
def test_a_client_reads_why_in_one_sentence(history):
    steps = developed(history).steps
    told = [step.why and content.reasons().to_client(step.why) for step in steps]
    assert [bool(each) for each in told] == [bool(step.dip) for step in steps]
    assert sparse(told) == history.get("reason", sparse(told))
    short = sparse(list(step.short) for step in steps)
    assert short == history.get("short", short)
