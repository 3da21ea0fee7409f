"""The server where something is in the way, or a part of it dies."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import psutil
import pytest

from tests.browser.server import ROOT, Server
from webapp import create_app
from webapp.server import STOPPING_S

PATIENCE_S = 90
HERE = ["127.0.0.1", "::1"] if socket.has_dualstack_ipv6() else ["127.0.0.1"]
IT_TAKES_LONG_TO_BEGIN = """
import os, time
os.register_at_fork(after_in_child=lambda: time.sleep(3))
from wsgi import app
app.test_cli_runner().invoke(args=["serve"])
"""
UNDER_ANOTHER = """
import logging, sys
logging.basicConfig(format="%(process)d %(thread)d %(lineno)d %(message)s", stream=sys.stdout)
import wsgi
logging.warning("Booted")
"""


def refused(tmp_path, **settings):
    """What an operator reads when nothing can be served."""
    app = create_app({"INSTANCE": str(tmp_path), **settings})
    told = app.test_cli_runner().invoke(args=["serve"])
    assert told.exit_code == 1
    return told.output


@pytest.mark.parametrize("address", HERE)
def test_a_second_server_on_a_taken_port_says_so_and_stops(tmp_path, address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, 0), family=family) as first:
        port = str(first.getsockname()[1])
        assert f"Port {port} is taken" in refused(tmp_path, PORT=port, BIND=address)


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_an_address_of_another_machine_is_not_called_a_taken_port(tmp_path, address):
    told = refused(tmp_path, BIND=address)
    assert told == f"Error: BIND must be an address of this machine, and {address} is none.\n"


@pytest.mark.parametrize("address", HERE[1:])
def test_whoever_chooses_ipv6_is_served_by_it(tmp_path, address):
    server = Server(tmp_path, BIND=address)
    by = f"http://[{address}]:{server.port}/healthz"
    server.health = urllib.request.Request(by, headers={"Host": "localhost"})
    server.start()
    server.stop()


def test_a_worker_that_dies_takes_nobody_along_and_another_takes_its_place(tmp_path):
    server = Server(tmp_path)
    server.start()
    try:
        first, second = eventually(lambda: two_of(workers(server)))
        first.send_signal(signal.SIGSEGV)
        again = eventually(lambda: two_of(set(workers(server)) - {first}))
        assert second in again and urllib.request.urlopen(server.health).status == 200
    finally:
        server.stop()


def test_a_server_that_is_stopped_while_its_workers_still_begin_waits_for_none_of_them(tmp_path):
    server = Server(tmp_path, WORKERS="5")
    server.start()  # one of them serves
    begun = time.monotonic()
    server.stop()
    assert time.monotonic() - begun < STOPPING_S


def test_what_is_said_to_a_worker_before_it_can_hear_is_not_lost(tmp_path):
    server = subprocess.Popen(
        [sys.executable, "-c", IT_TAKES_LONG_TO_BEGIN], cwd=ROOT, start_new_session=True,
        env={**os.environ, **Server(tmp_path).environment()},
    )  # fmt: skip
    eventually(lambda: len(psutil.Process(server.pid).children()) == 3)  # one sends reminders
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(STOPPING_S)


def test_nothing_is_put_back_under_a_server_that_runs(tmp_path):
    server, letter = Server(tmp_path), tmp_path / "letter"
    letter.write_text("Dear Ada")
    server.start()
    try:
        with pytest.raises(subprocess.CalledProcessError) as refused:
            server.flask("restore", str(letter), "--key-file", str(letter), "--replace")
    finally:
        server.stop()
    assert "Footing is running here: stop it first." in refused.value.stderr


def test_another_wsgi_server_can_go_on_logging_in_its_own_way(tmp_path):
    command, env = [sys.executable, "-c", UNDER_ANOTHER], Server(tmp_path).environment()
    told = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert told.stdout.endswith("Booted\n") and "Traceback" not in told.stderr


def workers(server):
    """The processes that answer requests."""
    below = psutil.Process(server.process.pid).children(recursive=True)
    return [each for each in below if listens(each)]


def listens(process):
    with suppress(psutil.Error):  # it has just ended
        return any(each.status == psutil.CONN_LISTEN for each in process.net_connections())
    return False


def two_of(found):
    return found if len(found) == 2 else None


def eventually(condition):
    """Ask until there is something, and give it."""
    end = time.monotonic() + PATIENCE_S
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.1)
    return found
