"""A restore that is stopped, wherever, brings nobody back and leaves nothing lying about."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import os
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import UUID

import pytest

from tests.backup.test_backups import WORDS, backup, key, says, words_of
from tests.browser.server import ROOT
from tests.entries import check_in
from webapp import ledger
from webapp.backup import at_work, restoring
from webapp.extensions import db
from webapp.people.models import Person
from webapp.privacy.closing import erase_account

STEPS = range(1, 10, 2)  # the last of them are behind its end
DAY_S = 24 * 3600 + 1
BEGUN = b"FOOTING1 and some of it"
BESIDE = [
    (".monday.backup.0123456789abcdef", BEGUN, 0),
    (".sunday.backup.0123456789abcdef", BEGUN, DAY_S),
    (".friday.backup.0123456789abcdef", BEGUN, 0),  # somebody is at it
    (".monday.backup.0123456789abcde", BEGUN, DAY_S),
    (".monday.backup.fedcba9876543210", b"Dear Ada", DAY_S),
]
HALF_WAY = 4  # on either database


class Stopped(BaseException):
    """As if the power had gone."""


@contextmanager
def stopped_at(step):
    """From a certain step on, no file is moved or removed any more."""
    left = iter(range(step))
    with pytest.MonkeyPatch.context() as meanwhile, suppress(Stopped):
        for name in "rename", "replace", "unlink":
            meanwhile.setattr(os, name, _counted(left, getattr(os, name)))
        yield


def _counted(left, really):
    def move(*given, **how):
        if next(left, None) is None:
            raise Stopped
        return really(*given, **how)

    return move


@pytest.fixture
def restores(app, ben, bea, backup, key):
    """Puts the backup back. Since it was made, Ben closed his account, and Bea wrote on."""
    with app.app_context():
        erase_account(db.session.get(Person, UUID(ben.id)))
        db.session.commit()
    bea.syncs(check_in("written on Tuesday"))
    words = ["restore", str(backup[0]), "--key-file", str(key), "--replace"]
    return lambda: app.test_cli_runner().invoke(args=words)


def left_lying(app):
    """What is in the folder that has a whole database in it, or says that one is on its way."""
    inside = app.config["INSTANCE"].glob(f"{at_work.NAME}/*")
    return [*inside, *app.config["INSTANCE"].glob("restor*"), *app.config["INSTANCE"].glob("tmp*")]


@pytest.mark.parametrize("step", STEPS)
def test_wherever_it_is_stopped_the_next_start_goes_on_and_ben_stays_erased(
    app, ben, bea, says, restores, step
):
    with stopped_at(step):
        restores()
    says("erase-due")
    ben.syncs(status=410)
    is_back = bool(list(app.config["INSTANCE"].glob("before-restore-*")))
    assert len(words_of(bea)) == (1 if is_back else 2) and WORDS in words_of(bea)[0]
    assert not left_lying(app)


def test_what_was_done_after_all_is_told(app, ben, says, restores):
    with stopped_at(HALF_WAY):
        restores()
    told = says("erase-due")
    assert "A restore had stopped half-way" in told and "Erased once more: 1." in told


def test_another_restore_takes_the_place_of_one_that_stopped(app, ben, bea, says, restores):
    with stopped_at(HALF_WAY):
        restores()
    assert "Erased once more: 1." in restores().output
    assert WORDS in words_of(bea)[0] and not left_lying(app)
    ben.syncs(status=410)


def test_a_restore_that_does_not_open_leaves_the_one_before_to_be_finished(
    app, ben, says, key, restores
):
    with stopped_at(HALF_WAY):
        restores()
    key.write_text("A" * 43)
    assert "Nothing was changed." in restores().output
    says("erase-due")
    ben.syncs(status=410)


def test_a_damaged_line_of_the_list_is_named_and_the_others_are_done(app, ben, restores):
    file = app.config["INSTANCE"] / ledger.NAME
    file.write_text("login 1234-12\n" + file.read_text())
    told = restores().output
    assert "Line 1 of erased.txt is damaged" in told and "Erased once more: 1." in told
    ben.syncs(status=410)


@pytest.mark.parametrize("command", ["backup", "restore", "erase-due"])
def test_what_a_stopped_backup_left_is_gone_with_the_next_start(
    app, backup, key, says, tmp_path, command
):
    (app.config["INSTANCE"] / at_work.NAME / "copy").write_text("all of it, opened")
    how = ["--key-file", key, "--replace"] if command == "restore" else []
    says(command, *([] if command == "erase-due" else [backup[0]]), *how)
    assert not left_lying(app)


def test_what_a_killed_backup_left_beside_its_file_goes_with_the_next_and_nothing_else(
    backup, says
):
    for name, content, age_s in BESIDE:
        file = backup[0].with_name(name)
        file.write_bytes(content)
        os.utime(file, times=(time.time() - age_s,) * 2)
    says("backup", backup[0])
    left = [name for name, _, _ in BESIDE if backup[0].with_name(name).exists()]
    assert left == [name for name, _, _ in BESIDE[2:]]


def test_nobody_takes_away_what_somebody_else_has_in_hand(app, backup, says):
    with app.app_context(), at_work.folder() as folder:
        (folder / "copy").write_text("all of it, opened")
        says("erase-due")
        assert (folder / "copy").exists()


def test_a_key_that_was_not_seen_is_not_the_key(tmp_path):
    environ = {"INSTANCE": str(tmp_path), "PATH": os.environ["PATH"]}
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "flask", "--app", "wsgi", "backup-key"]
        told = subprocess.run(words, cwd=ROOT, env=environ, stdout=full, stderr=subprocess.PIPE)
    assert told.returncode and not list(tmp_path.glob("backup-key*"))
