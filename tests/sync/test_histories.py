"""The invariants of PROTOCOL.md, in histories that nobody thought of."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.histories import Histories
from tests.sync.household import Morning

BOUNDED = settings(
    max_examples=30,
    stateful_step_count=40,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def histories(app):
    """The machine, on one database."""
    return type("Histories", (Histories,), {"morning": Morning(app)})


def test_whatever_happens_every_word_arrives_once_and_stays(histories):
    run_state_machine_as_test(histories, settings=BOUNDED)
