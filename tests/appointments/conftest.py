"""The day on which most of these begin."""

import pytest


@pytest.fixture
def wednesday(time_machine):
    """Noon, the day before the first walk."""
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)
