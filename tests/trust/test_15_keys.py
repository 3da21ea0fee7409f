"""Line 15: a new key for words at rest while the server goes on, and a crash half-way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import dump
from tests.entries import check_in
from tests.trust.said import everything
from webapp import rotation
from webapp.extensions import db
from webapp.journal import bodies
from webapp.security import secrets
from webapp.security.keyring import Keyring, ours
from webapp.security.sealing import Sealer

ROOT = Path(__file__).parents[2]
KILLED_HALF_WAY = """
import os, signal
from webapp import create_app, rotation
rotation.A_FEW, rotation.BREATH_S, batch = 2, 0, rotation._batch
def counted(*given, done=[]):
    done.append(1)
    if len(done) == 6:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch(*given)
rotation._batch = counted
create_app().test_cli_runner().invoke(args=["rotate-keys"])
"""


@pytest.fixture
def rotates(app, secrets_file, monkeypatch):
    """`flask rotate-keys`, in the time of a test."""
    monkeypatch.setattr(rotation, "GRACE_S", 0)
    return lambda: app.test_cli_runner().invoke(args=["rotate-keys"])


def file_of(app):
    return app.config["INSTANCE"] / "secrets.json"


def key_ids(app):
    """The numbers of the keys that there are."""
    return sorted(map(int, json.loads(file_of(app).read_text())["sealing"]))


def sealed_with(app):
    """The numbers of the keys that something is sealed with, for each column that is sealed."""
    with app.app_context():
        columns = [c for t in db.metadata.sorted_tables for c in t.columns if "_sealed" in c.name]
        cells = {str(c): db.session.scalars(db.select(c).where(c.is_not(None))) for c in columns}
        return {column: {cell[1] for cell in found} for column, found in cells.items()}


def used(app):
    return set().union(*sealed_with(app).values())


def test_every_row_is_sealed_anew_and_the_old_key_is_gone(app, ada, bea, rotates):
    said = everything(app, ada, bea)
    ada.opens("/practice")
    told = rotates()
    assert told.exit_code == 0 and "Key 1 is gone." in told.output
    assert (key_ids(app), used(app)) == ([2], {2})
    assert [word for word in said if word in json.dumps(bea.feed())] == list(said)
    assert "Kingfisher" in ada.opens(f"/practice/clients/{bea.id}").get_text()


def test_whatever_a_table_calls_sealed_can_be_sealed_anew(app):
    """What opens with the place that rotation takes it for is what the models seal it for."""
    with app.app_context():
        tables = [t for t in db.metadata.sorted_tables for c in t.columns if "_sealed" in c.name]
        assert all(len(t.primary_key) == 1 for t in tables)
        names = {c.name for t in tables for c in t.columns if "sealed" in c.name}
    assert all(name.endswith("_sealed") for name in names)


def test_a_running_process_seals_with_the_new_key_at_once(app, bea, rotates):
    bea.syncs(check_in("before"))
    secrets.add_sealing_key(file_of(app))
    bea.syncs(check_in("after"))
    assert sealed_with(app)["entry.body_sealed"] == {1, 2}
    assert len(bea.feed()) == 2


def test_killed_half_way_everything_can_be_read_and_a_second_run_goes_on(app, ada, bea, rotates):
    said = everything(app, ada, bea)
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    place = {"INSTANCE": str(app.config["INSTANCE"]), "DATABASE_URL": url}
    killed = subprocess.run([sys.executable, "-c", KILLED_HALF_WAY], cwd=ROOT, env=place)
    assert killed.returncode == -9
    assert (key_ids(app), used(app)) == ([1, 2], {1, 2})
    assert len(bea.feed()) > len(said) and ada.opens(f"/practice/clients/{bea.id}")
    assert rotates().exit_code == 0
    assert (key_ids(app), used(app)) == ([2], {2})
    assert [word for word in said if word in json.dumps(bea.feed())] == list(said)


def test_the_old_key_stays_while_a_row_uses_it(app, bea, rotates, monkeypatch):
    """Somebody who began before the new key was there writes after everything was sealed anew."""
    seen = []

    def meanwhile():
        seen.append(key_ids(app))
        if len(seen) == 1:
            writes_once(app, bea, monkeypatch)

    monkeypatch.setattr(rotation, "_let_finish", meanwhile)
    assert rotates().exit_code == 0
    assert seen == [[1, 2], [1, 2]] and len(bea.feed()) == 1
    assert (key_ids(app), used(app)) == ([2], {2})


def test_the_old_key_stays_while_somebody_holds_a_row_that_uses_it(app, bea, rotates, monkeypatch):
    """Only PostgreSQL lets one row be held; there a batch passes over it."""
    times = []

    def meanwhile():
        times.append(len(key_ids(app)))
        if len(times) == 3:
            held.rollback()

    with app.app_context(), db.engine.connect() as held:
        if db.engine.dialect.name == "postgresql":
            held.execute(db.text("SELECT id FROM person FOR UPDATE"))
        monkeypatch.setattr(rotation, "_let_finish", meanwhile)
        assert rotates().exit_code == 0
    assert (set(times), key_ids(app), used(app)) == ({2}, [2], {2})


def writes_once(app, bea, monkeypatch):
    """Bea's words come in, sealed with the key that there was before."""
    with app.app_context():
        old = Sealer({1: ours().sealing[1]})
    with monkeypatch.context() as then:
        then.setattr(bodies, "sealer", lambda: old)
        bea.syncs(check_in("late"), limit=1)


def test_what_does_not_open_keeps_the_old_key(app, bea, rotates):
    bea.syncs(check_in("Kingfisher"))
    with app.app_context():
        db.session.execute(db.text("UPDATE entry SET body_sealed = substr(body_sealed, 1, 20)"))
        db.session.commit()
    told = rotates()
    assert told.exit_code == 1 and "no key was taken away" in told.output
    assert key_ids(app) == [1, 2]


def test_phones_and_the_list_of_readings_keep_their_keys(app, ada, bea, rotates):
    before = bea.posts(f"/devices/{bea.device}/key")
    bea.syncs(check_in("Kingfisher"))
    ada.opens(f"/practice/clients/{bea.id}")
    rotates()
    assert bea.posts(f"/devices/{bea.device}/key") == before
    assert ada.opens("/practice") and "Whole." in verified(app)


def verified(app):
    return app.test_cli_runner().invoke(args=["verify-audit"]).output


def test_secrets_of_the_environment_are_changed_by_hand(sqlite, tmp_path, monkeypatch):
    monkeypatch.setattr(rotation, "GRACE_S", 0)
    secrets.make(tmp_path / "secrets.json")
    told = (tmp_path / "secrets.json").read_text()
    app = sqlite.new(tmp_path / "one", SECRETS=told)
    assert "add the new key there" in app.test_cli_runner().invoke(args=["rotate-keys"]).output
    secrets.add_sealing_key(tmp_path / "secrets.json")
    app = sqlite.new(tmp_path / "two", SECRETS=(tmp_path / "secrets.json").read_text())
    assert "take it out of SECRETS" in app.test_cli_runner().invoke(args=["rotate-keys"]).output


def test_a_file_of_secrets_that_is_damaged_meanwhile_changes_nothing(app, bea, rotates):
    bea.syncs(check_in("Kingfisher"))
    file_of(app).write_text("{")
    assert len(bea.feed()) == 1 and dump.rows(app)["entry"]


def test_a_worker_that_starts_while_a_key_is_added_finds_it(tmp_path, monkeypatch):
    path, kept = tmp_path / secrets.NAME, secrets.kept
    secrets.make(path)
    first = Keyring(tmp_path)

    def slow(path):
        found = kept(path)
        if len(json.loads(found)["sealing"]) == 1:
            secrets.add_sealing_key(path)
        return found

    monkeypatch.setattr(secrets, "kept", slow)
    late = Keyring(tmp_path)
    assert late.sealer.newest == first.sealer.newest
