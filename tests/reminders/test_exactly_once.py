"""One reminder, once: of many workers, across a kill, with a queue and without one."""

import os
import socket
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from threading import Event

import psutil
import pytest

from tests import databases
from tests.browser.server import Server
from tests.cast import invited
from tests.crowd import at_once
from tests.entries import check_in
from tests.pages import Visitor
from tests.push_service import Browser
from tests.reminders.people import chooses, reminded, states
from webapp.extensions import db, now
from webapp.reminders import sending
from webapp.reminders.queue import Queue

HOUSE = Path(__file__).parents[2]
PATIENCE_S = 120


@pytest.fixture
def bea(person, push_service):
    """Bea, whose phone is subscribed, and who waits for a test; the clock is the real one."""
    return waits_for_a_test(person("Bea"), push_service)


def waits_for_a_test(bea, push_service):
    bea.phone = Browser(push_service)
    bea.posts("/push-subscriptions", bea.phone.subscription, status=204)
    chooses(bea, push=True)
    bea.posts("/reminders/test", status=204)
    return bea


def a_worker(app, push_service):
    """`flask remind`, as a process of its own."""
    told = {
        "INSTANCE": str(app.config["INSTANCE"]), "PUSH_SERVICES": push_service.origin,
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
    }  # fmt: skip
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "remind"]
    return subprocess.Popen(command, cwd=HOUSE, env={**os.environ, **told})


def time_passes(app, **time):
    """As if a claim had been made earlier."""
    with app.app_context():
        earlier = {"earlier": now() - timedelta(**time)}
        db.session.execute(db.text("UPDATE reminder SET claimed_at = :earlier"), earlier)
        db.session.commit()


def test_a_worker_killed_between_handing_over_and_marking_loses_nothing(app, bea, push_service):
    push_service.hold = Event()
    worker = a_worker(app, push_service)
    assert push_service.came.wait(PATIENCE_S)
    worker.kill()
    worker.wait()
    push_service.hold.set()
    assert states(app) == {"test": "sending"}
    assert reminded(app) == 0  # nobody else takes it while the claim is good
    time_passes(app, minutes=6)
    assert [reminded(app), reminded(app)] == [1, 0]
    first, second = bea.phone.came
    assert first[0]["Topic"] == second[0]["Topic"]  # a phone shows the one in place of the other
    assert states(app) == {"test": "sent"}


def test_of_many_workers_one_sends(app, bea, push_service):
    with app.app_context():
        (waiting,) = sending.waiting(now())

    def send():
        with app.app_context():
            return sending.send(waiting)

    ends = at_once(*[send] * 6)
    assert sorted(ends, key=str) == [None] * 5 + ["sent"]
    assert len(push_service.messages) == 1


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def queue(request, app, tmp_path, monkeypatch):
    """A queue on each of the databases that it may be on."""
    url = f"sqlite:///{tmp_path / 'queue.sqlite'}"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql").emptied().config["SQLALCHEMY_DATABASE_URI"]
        url = databases.fresh_database(server, "queue").replace("+psycopg", "")
    monkeypatch.setitem(app.config, "HUEY_URL", url)
    with closing(Queue(app)) as queue:
        yield queue


def worked_off(queue):
    """Do what waits in the queue, and what was put off until now. Returns what that was."""
    done = []
    for task in queue.huey.read_schedule(queue.huey._get_timestamp()):
        queue.huey.enqueue(task)
    while task := queue.huey.dequeue():
        done.append(task.name)
        queue.huey.execute(task)
    return done


def test_the_queue_looks_and_sends(queue, bea):
    queue.look()
    done = worked_off(queue)
    assert {*done} == {"look", "send"} and worked_off(queue) == []
    assert len(bea.phone.shown) == 1


def test_what_could_not_go_is_tried_again_by_the_queue(app, queue, bea, push_service, after):
    push_service.answers.append((503, {"Retry-After": "90"}))
    queue.look()
    worked_off(queue)
    assert bea.phone.shown == []
    after(seconds=100)
    assert worked_off(queue)
    assert (len(bea.phone.shown), states(app)) == (1, {"test": "sent"})


def test_a_queue_that_is_not_there_harms_nobody(app, person, push_service, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setitem(app.config, "HUEY_URL", f"postgresql://127.0.0.1:{port}/queue")
    bea = waits_for_a_test(person("Bea"), push_service)
    assert bea.syncs(check_in())["results"][0]["status"] == "stored"
    assert reminded(app) == 1


def worker_of(server):
    """The process that sends, beside those that serve."""
    below = psutil.Process(server.process.pid).children(recursive=True)
    return [each for each in below if any("queue.sqlite" in f.path for f in files_of(each))]


def files_of(process):
    """What it has open; nothing if it has just ended."""
    with suppress(psutil.Error):
        return process.open_files()
    return []


def eventually(condition):
    """Ask until there is something, and give it."""
    waiting = Event()
    answers = (condition() or waiting.wait(0.2) for _ in range(PATIENCE_S * 5))
    return next(filter(None, answers))


@contextmanager
def started(server):
    """A server that runs."""
    server.start()
    try:
        yield server
    finally:
        server.stop()


def test_the_server_sends_by_itself_starts_its_worker_anew_and_leaves_none_behind(
    sqlite, tmp_path, push_service
):
    folder = tmp_path / "instance"
    app = sqlite.new(folder, PUSH_SERVICES=push_service.origin)
    bea = waits_for_a_test(Visitor(app).joins(invited(app)["Bea"]), push_service)
    with started(Server(folder, PUSH_SERVICES=push_service.origin)) as server:
        assert push_service.came.wait(PATIENCE_S)
        (first,) = eventually(lambda: worker_of(server))
        first.kill()
        (second,) = eventually(lambda: [each for each in worker_of(server) if each != first])
    assert eventually(lambda: not second.is_running())
    assert len(bea.phone.shown) == 1
