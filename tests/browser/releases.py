"""A newer version of Footing, and how a phone comes to use it."""

import shutil

from tests.browser.server import ROOT

IS_NEWER = "getComputedStyle(document.documentElement).getPropertyValue('--newer') === 'yes'"
LOOK_FOR_A_NEWER_ONE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const { installing, waiting } = registration;
  if (!installing) return waiting?.state ?? "nothing new";
  return new Promise((tell) => { installing.onstatechange = () => tell(installing.state); });
}"""
USE_IT = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const newer = registration.waiting;
  newer.postMessage("use this version");
  await new Promise((used) => {
    newer.onstatechange = () => newer.state === "activated" && used();
  });
}"""


class NewerVersion:
    """A copy of the product, to be changed, and compiled already."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        shutil.copytree(ROOT / "webapp", folder / "webapp")
        shutil.copy(ROOT / "wsgi.py", folder)

    def is_put_in_place(self, file="static/css/app.css", more=":root { --newer: yes; }"):
        """As an operator does; with something more in a file."""
        with (self.folder / "webapp" / file).open("a") as changed:
            changed.write(more)
        self.server.stop()
        self.server.root = self.folder
        self.server.start()


def looks_for_a_newer_version(person):
    """As the browser does by itself now and then. Returns what became of what it found."""
    return person.page.evaluate(LOOK_FOR_A_NEWER_ONE)


def takes_the_newer_version(person):
    """From a page that does not ask, as somebody who said yes in another tab."""
    assert looks_for_a_newer_version(person) == "installed"
    person.page.evaluate(USE_IT)
