"""A Chromium for the tests. `python -m tests.chromium` prints where it is, and installs it if
there is none.

Where Debian's package can be had, most tests use Chromium's headless shell: the same engine without
the parts that draw windows, for a third less of the processor. It shows no notifications.
"""

import contextlib
import functools
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

SHELL = "chromium-headless-shell"

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


class NoChromium(Exception):
    """No browser, and no way to get one; the message is the sentence for the developer."""


@functools.cache
def path():
    """Return the path of a Chromium that can be started."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        found = shutil.which(chosen)
        if not found:
            raise NoChromium(f"CHROMIUM is “{chosen}”, which is not a program.")
        return found
    found = _on_path() or _from_debian("chromium") or _from_playwright()
    if not found:
        raise NoChromium(
            "There is no Chromium for the tests: install it, or set CHROMIUM to its path."
        )
    return found


@functools.cache
def shell():
    """Return the path of a headless shell; of a whole Chromium where there is none."""
    if os.environ.get("CHROMIUM"):
        return path()
    return shutil.which(SHELL) or _from_debian(SHELL) or path()


def launched(chromium, program):
    """A browser of this program, by Playwright's `chromium`."""
    return chromium.launch(executable_path=program, args=FLAGS)


def _on_path():
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def _from_debian(package):
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    # Ubuntu's package of the same name only fetches a snap, which containers cannot start.
    if platform.freedesktop_os_release()["ID"] != "debian":
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run("apt-get", "update", env=quiet)
    _run("apt-get", "install", "-y", "--no-install-recommends", package, env=quiet)
    return shutil.which(package)


def _from_playwright():
    # Asked in a process of its own, because the caller may be using Playwright already.
    command = [sys.executable, "-c", ASK_PLAYWRIGHT]
    browser = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    if not Path(browser).exists():
        # As root it also fetches the libraries that the browser needs, where it knows the system.
        libraries = ["--with-deps"] if os.geteuid() == 0 else []
        _run(sys.executable, "-m", "playwright", "install", *libraries, "chromium")
    return browser if Path(browser).exists() else None


def _run(*command, env=None):
    """Run an installer. Whether it worked is seen by looking for the browser."""
    print("Installing Chromium:", *command, file=sys.stderr, flush=True)
    with contextlib.suppress(OSError):
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    try:
        print(path(), shell(), sep="\n")
    except NoChromium as error:
        sys.exit(str(error))
