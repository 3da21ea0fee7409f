"""The invariants of syncing (see the README), in histories that nobody thought of."""

import os

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.histories import Histories
from tests.sync.household import Morning

# The same ones each time, and no search for a shorter one: that takes minutes, and is for the soak.
BOUNDED = settings(
    settings.get_profile("soak"),
    max_examples=int(os.environ.get("HISTORIES", "30")),
    stateful_step_count=50,
    derandomize=True,
    phases=[Phase.generate],
)


@pytest.fixture
def histories(app):
    """The machine, on one database."""
    return type("Histories", (Histories,), {"morning": Morning(app)})


def test_whatever_happens_every_word_arrives_once_and_stays(histories, is_long):
    how_many = settings.get_profile("soak") if is_long else BOUNDED
    run_state_machine_as_test(histories, settings=how_many)
