"""What an installation makes for itself: one set of secrets, for nobody else."""

import json
import subprocess
import sys
from base64 import b64decode

from tests.browser.server import ROOT
from tests.crowd import at_once, right_after
from webapp import create_app, first_run
from webapp.security import secrets
from webapp.security.keyring import Keyring

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from webapp.security import secrets, whole_file
def kept(file):
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
whole_file.kept = kept
secrets.add_sealing_key(Path(sys.argv[1]))
"""


def started(instance):
    """The secrets of an installation, made at its first start."""
    return create_app({"INSTANCE": str(instance)}).extensions["keyring"].secrets


def test_the_secrets_are_long_each_of_its_own_and_private(tmp_path):
    started(tmp_path / "instance")
    path = tmp_path / "instance" / "secrets.json"
    told = json.loads(path.read_text())

    keys = [told["session"], told["devices"], *told["sealing"].values()]
    assert all(len(b64decode(key)) == 32 for key in keys) and len(set(keys)) == 3
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_start_finds_the_secrets_of_the_first(tmp_path):
    assert started(tmp_path) == started(tmp_path)


def test_eight_that_make_the_secrets_at_once_end_up_with_the_same_ones(tmp_path):
    def makes():
        secrets.make(tmp_path / secrets.NAME)
        return Keyring(tmp_path).secrets

    found = at_once(*[makes] * 8)
    assert all(one == found[0] == started(tmp_path) for one in found)
    assert {path.name for path in tmp_path.iterdir()} == {"secrets.json", "secrets.json-lock"}


def test_secrets_are_shown_in_no_message(tmp_path):
    assert repr(started(tmp_path)) == "Secrets()"


def test_two_installations_share_no_secret(tmp_path):
    one, other = started(tmp_path / "one"), started(tmp_path / "other")
    assert one.session != other.session and one.sealing != other.sealing


def test_keys_that_one_who_was_killed_left_beside_the_secrets_go_with_the_next_start(tmp_path):
    app = create_app({"INSTANCE": str(tmp_path)})
    path = tmp_path / secrets.NAME
    subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, path], cwd=ROOT)
    assert [b"sealing" in left.read_bytes() for left in tmp_path.glob(".secrets.json.*")] == [True]
    with app.app_context():
        first_run.prepare()
    assert not list(tmp_path.glob(".secrets.json.*"))
    assert list(json.loads(path.read_text())["sealing"]) == ["1"]


def test_whoever_writes_the_secrets_while_another_one_starts_is_let_finish(tmp_path, monkeypatch):
    secrets.make(tmp_path / secrets.NAME)
    starts = right_after(monkeypatch, secrets.json, "dumps", lambda: secrets.clear(tmp_path))
    secrets.add_sealing_key(tmp_path / secrets.NAME)
    starts.join()
    assert list(json.loads((tmp_path / secrets.NAME).read_text())["sealing"]) == ["1", "2"]
