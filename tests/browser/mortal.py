"""A Chromium with a profile on the disk, which can be killed as when a battery dies."""

import os
import signal
import subprocess
import time

from tests import chromium
from tests.browser.people import Client

FLAGS = [*chromium.FLAGS, "--remote-debugging-port=0", "--hide-crash-restore-bubble"]
PATIENCE_S = 90


class MortalPhone:
    """One phone. `starts` hands it to its owner; `dies` is `kill -9`, at any moment."""

    def __init__(self, chrome, profile, origin):
        self.chrome, self.profile, self.origin = chrome, profile, origin
        self.process, self.passkeys = None, []

    def starts(self):
        """Start the browser. Returns the person who holds it."""
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [chromium.shell(), *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        address = f"http://localhost:{_first_line(port)}"
        return Client(
            self.chrome.connect_over_cdp(address, timeout=PATIENCE_S * 1000).contexts[0],
            self.origin,
        )

    def dies(self):
        """Kill every process of it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE_S)
        self.process = None


def _first_line(path):
    """What the browser writes there once it listens."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if path.exists() and path.read_text().count("\n"):
            return path.read_text().split("\n")[0]
        time.sleep(0.05)
    raise TimeoutError(path)
