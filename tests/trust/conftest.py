"""A world for the matrix, made once: its tests change nothing in it."""

import pytest

from tests.trust.world import World


@pytest.fixture(scope="module")
def world(sqlite, tmp_path_factory):
    """Everybody, on SQLite."""
    return World(sqlite.new(tmp_path_factory.mktemp("trust") / "instance"))


@pytest.fixture
def secrets_file(app):
    """The secrets of the application; as they were, for whoever comes next."""
    file = app.config["INSTANCE"] / "secrets.json"
    before = file.read_text()
    yield file
    file.write_text(before)
