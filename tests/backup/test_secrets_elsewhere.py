"""An installation whose secrets are in the environment takes a backup that they open."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import base64
import json
import secrets

import pytest

from tests.backup.test_backups import backup, key, says
from webapp import create_app


@pytest.fixture
def app(sqlite):
    return sqlite.emptied()


@pytest.fixture
def restores(app, backup, key, says, tmp_path):
    """Puts the backup back on another machine, where its secrets are said after `change`."""

    def restore(change, **how):
        told = json.loads((app.config["INSTANCE"] / "secrets.json").read_text())
        change(told)
        there = {"INSTANCE": str(tmp_path / "new"), "SECRETS": json.dumps(told, indent=4)}
        words = "restore", backup[0], "--key-file", key
        return says(*words, of=create_app(there), **how)

    return restore


def fresh():
    return base64.b64encode(secrets.token_bytes(32)).decode()


@pytest.mark.parametrize("more", [{}, {"200": fresh()}], ids=["the same", "a key more"])
def test_what_opens_its_words_is_taken_however_it_is_written(restores, more):
    assert "Restored" in restores(lambda told: told["sealing"].update(more))


@pytest.mark.parametrize("name", ["devices", "sealing"])
def test_what_does_not_open_its_words_is_refused(restores, name):
    other = {"devices": fresh(), "sealing": {"1": fresh()}}[name]
    restores(lambda told: told.update({name: other}), fails="would open none of its words")
