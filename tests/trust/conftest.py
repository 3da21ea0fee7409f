"""A world for the matrix, made once: its tests change nothing in it."""

import pytest

from tests.trust.world import World


@pytest.fixture(scope="module")
def world(sqlite, tmp_path_factory):
    """Everybody, on SQLite."""
    return World(sqlite.new(tmp_path_factory.mktemp("trust") / "instance"))
