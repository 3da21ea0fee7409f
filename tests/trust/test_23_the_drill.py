"""Line 23: a backup is taken while many write, and put back on an empty machine."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import hashlib
import os
import shutil
from contextlib import closing
from functools import partial
from threading import Event
from time import sleep
from uuid import UUID

import pytest

from tests import databases, postgresql_programs
from tests.cast import invited
from tests.crowd import at_once
from tests.pages import Visitor
from tests.sync.conftest import cluster, is_long, server
from tests.sync.copies import Copy
from tests.sync.writer import Writer
from webapp import create_app, driver, ledger
from webapp.extensions import db
from webapp.journal import erasure

PHONES = 3


@pytest.fixture
def practice(server):
    """The application of the server that runs, Ada, and Bea with her phones."""
    app = create_app(server.environment())
    links = invited(app)
    ada, bea = (Visitor(app).joins(links[name]) for name in ("Ada", "Bea"))
    phones = [Writer(server, bea, Copy) for _ in range(PHONES)]
    yield app, ada, bea, phones
    for phone in phones:
        phone.wire.close()
    driver.let_go()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def key(practice, tmp_path, monkeypatch):
    """The private key of the backups, in a file; and PostgreSQL's programs can be found."""
    monkeypatch.setenv("PATH", f"{postgresql_programs.folder()}{os.pathsep}{os.environ['PATH']}")
    told = practice[0].test_cli_runner().invoke(args=["backup-key"]).output
    (tmp_path / "key").write_text(told.splitlines()[-1])
    return tmp_path / "key"


def when_each_wrote(phones, more=5):
    """Wait until the server has acknowledged some more of each phone. Returns all it has."""
    wanted = [len(phone.acknowledged) + more for phone in phones]
    while any(len(p.acknowledged) < least for p, least in zip(phones, wanted, strict=True)):
        sleep(0.01)
    return set().union(*[set(phone.acknowledged) for phone in phones])


def backs_up(practice, file, over):
    """Take a backup. Returns what was acknowledged before."""
    app, ada, bea, phones = practice
    try:
        before = when_each_wrote(phones)
        ada.opens(f"/practice/clients/{bea.id}")
        told = app.test_cli_runner().invoke(args=["backup", str(file)])
        assert told.exit_code == 0, told.output
        when_each_wrote(phones)
        return before
    finally:
        over.set()


def erases(practice):
    """Erase what Bea wrote first. Returns its record."""
    app, _, bea, (phone, *_) = practice
    record = phone.copy.entries[0]["record"]
    with app.app_context():
        erasure.erase(UUID(bea.journal), UUID(record))
        db.session.commit()
    return record


def moves(server, file, key, folder, database):
    """The machine is gone. Put the backup on an empty one, with the list of what was erased."""
    server.stop()
    folder.mkdir()
    shutil.copy(server.instance / ledger.NAME, folder)
    server.instance, server.settings = folder, database
    told = server.flask("restore", str(file), "--key-file", str(key))
    assert "Erased once more: 1." in told and "the list is whole" in told
    server.start()


@pytest.fixture
def elsewhere(request, server):
    """The database of the empty machine, as a setting."""
    if "DATABASE_URL" not in server.settings:
        return {}
    url = request.getfixturevalue("cluster").url
    return {"DATABASE_URL": databases.fresh_database(url, "elsewhere")}


@pytest.fixture
def drilled(practice, server, key, tmp_path, elsewhere):
    """The drill, up to the start on the new machine. Returns what was acknowledged before the
    backup began, and the record that was erased since."""
    file, over = tmp_path / "all.backup", Event()
    writing = [partial(phone.goes_on_until, over) for phone in practice[3]]
    before, *_ = at_once(partial(backs_up, practice, file, over), *writing)
    erased = erases(practice)
    moves(server, file, key, tmp_path / "elsewhere", elsewhere)
    return before, erased


def feed(server, bea):
    """The whole feed, as a new phone reads it, which holds that no number is missing."""
    with closing((new := Writer(server, bea, Copy)).wire):
        return new.catches_up()


def is_whole(change):
    body = change["body"]
    return body is None or hashlib.sha256(body.encode()).hexdigest() == change["sha256"]


def refill(phones):
    """Each notices where the server was put back to, and hands over what is missing there."""
    over = Event()
    over.set()
    at_once(*[partial(phone.goes_on_until, over) for phone in phones])


def test_what_was_acknowledged_before_a_backup_comes_back_and_phones_bring_the_rest(
    practice, server, drilled
):
    (before, erased), (_, _, bea, phones) = drilled, practice
    there = feed(server, bea)
    assert before <= {change["entry"] for change in there}
    assert all(map(is_whole, there))
    assert not any(change["body"] for change in there if change["record"] == erased)
    refill(phones)
    written = set().union(*[phone.written for phone in phones])
    after = feed(server, bea)
    assert written == {change["entry"] for change in after if change["op"] == "put"}
    assert len(after) == len(written) + 1  # the erasure: nothing is there twice
