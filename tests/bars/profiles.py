"""Browser profiles on disk: whoever signed in stays so, while browsers come and go."""

import os
import subprocess
from contextlib import contextmanager

from tests import chromium
from tests.browser.people import LAPTOP, PHONE, Client, Therapist
from webapp.appointments.hours import ZONE

AT_HOME = {**os.environ, "TZ": ZONE}  # where the clocks are those of the sessions


def signed_in(people, folder):
    """Another phone of Bea's, with all that she has, and another laptop of Ada's: two folders."""
    bea, ada = folder / "bea", folder / "ada"
    with window(people, bea, **PHONE) as context:
        phone = Client(context, people.server.origin)
        _sign_in(phone, people.bea, "/")
        phone.waits_for_offline()
        phone.opens("/phone")
        phone.sees("Everything has been received.")
    with window(people, ada, **LAPTOP) as context:
        _sign_in(Therapist(context, people.server.origin), people.ada, "/practice")
    return bea, ada


def _sign_in(device, person, then):
    device.takes_passkeys_of(person)
    device.opens("/sign-in")
    device.taps("Sign in with your passkey")
    device.page.wait_for_url(device.origin + then)


@contextmanager
def window(people, profile, **device):
    """A new browser process on a profile."""
    context = people.browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium.path(), args=chromium.FLAGS, env=AT_HOME, **device
    )
    yield context
    context.close()


@contextmanager
def listening(profile):
    """A browser on a profile that other programs drive, by the port that is yielded."""
    command = [chromium.path(), *chromium.FLAGS, "--remote-debugging-port=0"]
    browser = subprocess.Popen(
        [*command, f"--user-data-dir={profile}"], stderr=subprocess.PIPE, text=True, env=AT_HOME
    )
    said = next(line for line in browser.stderr if line.startswith("DevTools listening"))
    try:
        yield said.split(":")[-1].split("/")[0]
    finally:
        browser.terminate()
        browser.communicate()
