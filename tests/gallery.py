"""Every page and state, in every look, as pictures to be looked at: `make gallery`.

Real people in a real browser, in the invented practice of `make demo`. Nothing is drawn for the
picture: a state is one that somebody here has brought about.
"""

import argparse
import re
import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium, gallery_scenes
from tests.browser import looks
from tests.browser.people import LAPTOP, PHONE, Client, Therapist
from tests.browser.server import Server

WIDE = 768
HEIGHT = "document.documentElement.scrollHeight"
SETTLE = "document.getAnimations().forEach(animation => animation.finish())"


def main():
    out = _arguments().folder
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with cast() as people:
        names = [taken for scene in gallery_scenes.ALL for taken in _take(scene, people, out)]
    (out / "index.html").write_text(_index(names))
    print(f"{len(names)} pictures: {out / 'index.html'}")


@contextmanager
def cast():
    """Ada and Bea of the demo, whoever is new, and the server they meet at."""
    with ExitStack() as opened:
        server = Server(Path(opened.enter_context(tempfile.TemporaryDirectory())))
        server.public_port, server.origin = server.port, f"http://localhost:{server.port}"
        links = dict(re.findall(r"^\s*(\w+): (http\S+)", server.flask("demo"), re.M))
        server.start()
        opened.callback(server.stop)
        playwright = opened.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        opened.callback(browser.close)
        yield People(browser, server, links)


class People:
    """The cast, each in a browser profile of their own; who is asked for comes in."""

    def __init__(self, browser, server, links):
        self.browser, self.server, self.links = browser, server, links
        self.ada = self._therapist()
        self.bea = self._client()

    def phone(self):
        """A phone that nobody has used yet."""
        return Client(self.browser.new_context(**PHONE), self.server.origin)

    def newcomer(self, name="Finn"):
        """Somebody who has just come in."""
        phone = self.phone()
        phone.invitation = self.ada.invites(name)
        phone.joins(phone.invitation.link)
        phone.waits_for_offline()
        return phone

    def _client(self):
        """Her first Today may stand for a moment only, until her year has come."""
        bea = self.phone()
        bea.opens(self.links["Bea"])
        bea.taps("Make my passkey")
        bea.taps("Not now")
        bea.taps("Go on in the browser", "link")
        bea.waits_for_offline()
        bea.opens("/phone")
        bea.sees("Everything has been received.")
        return bea

    def _therapist(self):
        ada = Therapist(self.browser.new_context(**LAPTOP), self.server.origin)
        ada.opens(self.links["Ada"])
        ada.taps("Make my passkey")
        ada.page.wait_for_url("**/practice")
        return ada


@contextmanager
def _wide(person):
    usual = person.page.viewport_size
    person.page.set_viewport_size({"width": WIDE, "height": 1024})
    yield person.page
    person.page.set_viewport_size(usual)


LOOKS = {
    "light": looks.LOOKS["light"][0],
    "dark": looks.LOOKS["dark"][0],
    "bright": looks.bright,
    "large text": looks.large_text,
    "320 px": looks.narrow,
    "768 px": _wide,
}


def _take(scene, people, out):
    """Yields the name of each picture of a scene, once it is there."""
    person = scene(people)
    person.page.wait_for_load_state("networkidle")
    person.page.evaluate(SETTLE)
    for look, has in LOOKS.items():
        name = f"{scene.__name__} {look}".replace(" ", "-").replace("_", "-")
        with has(person) as page:
            _photograph(page, out / f"{name}.png")
        yield name


def _photograph(page, file):
    """The whole page, in a window as tall as it is.

    Playwright's own way to take all of a page undoes the phone's text size, and leaves what stands
    at the lower edge in the middle of the picture.
    """
    usual = page.viewport_size
    page.set_viewport_size({**usual, "height": max(usual["height"], page.evaluate(HEIGHT))})
    page.screenshot(path=file)
    page.set_viewport_size(usual)


def _index(names):
    figure = '<figure><img src="{0}.png" alt=""><figcaption>{0}</figcaption></figure>'
    figures = "\n".join(figure.format(escape(name)) for name in names)
    return f"<!doctype html><meta charset=utf-8><title>Gallery</title>\n{figures}\n"


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=Path("instance/gallery"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
