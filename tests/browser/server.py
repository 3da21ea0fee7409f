"""The real server, as an operator starts it, on a port that stays the same while it is stopped."""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 90
# Below those that a system gives to outgoing connections, one of which might take the port of a
# server that is stopped.
PORTS = range(15_000, 32_000)


class Server:
    """`flask serve` with an instance of its own, and with SQLite unless `settings` say otherwise.

    `port` is where it listens, `origin` the public address, where a proxy may stand in front.
    """

    def __init__(self, instance, root=ROOT, **settings):
        self.instance, self.root, self.settings = instance, root, settings
        self.port, self.public_port = _free_port(), _free_port()
        self.origin = f"http://localhost:{self.public_port}"
        self.health = f"http://localhost:{self.port}/healthz"
        self.process = None
        self.said = ""

    def start(self):
        """Start, and wait until it serves."""
        with (self.instance / "log.txt").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flask", "--app", "wsgi", "serve"],
                cwd=self.root, env=self._all_settings(), stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        self._wait_until(self._serves)
        self.said = (self.instance / "log.txt").read_text()

    def stop(self, how=signal.SIGTERM):
        """Stop; with SIGKILL as a power cut would."""
        if self.process:
            os.killpg(self.process.pid, how)
            self.process.wait(PATIENCE_S)
            self.process = None

    def set_up_link(self):
        """The one-time link that the last start printed."""
        return re.findall(r"http://localhost:\d+/set-up#\S+", self.said)[-1]

    def invites(self, name):
        """The link for one more therapist, as the operator gives it."""
        return self.flask("invite", name, "--role", "therapist").strip()

    def flask(self, *words):
        """What an operator's command prints."""
        return subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *words],
            cwd=self.root, env=self._all_settings(), check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    def environment(self):
        """The settings that are this server's own."""
        place = {"PORT": str(self.port), "INSTANCE": str(self.instance)}
        return {**place, "PUBLIC_ORIGIN": self.origin, **self.settings}

    def _all_settings(self):
        others = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        return others | self.environment()

    def _serves(self):
        try:
            return urllib.request.urlopen(self.health, timeout=10).status == 200
        except (OSError, HTTPException):
            return False

    def _wait_until(self, condition):
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end or self.process.poll() is not None:
                raise RuntimeError((self.instance / "log.txt").read_text())
            time.sleep(0.05)


def _free_port():
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def by_itself(instance):
    """One that runs, with nothing in front."""
    server = Server(instance)
    server.public_port, server.origin = server.port, f"http://localhost:{server.port}"
    server.start()
    try:
        yield server
    finally:
        server.stop()
