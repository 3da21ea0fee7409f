"""What only a real browser can prove: nothing runs that was written, nothing changes at another
site's bidding, nothing lies readable on the disk, and nobody else is ever asked."""

import contextlib
import sqlite3

import pytest

from tests.browser import hostile_words
from tests.browser.devices import opens_it
from tests.browser.disk import writes_down
from tests.browser.evil_site import EvilSite
from tests.browser.mortal import MortalPhone
from tests.browser.people import LAPTOP, PHONE, Client, Therapist
from tests.browser.places import unfolds
from tests.browser.server import Server
from tests.browser.waiting import eventually
from tests.security.routes import changing
from webapp import create_app

SECRET = "Kingfisher under the seventh bridge"
# What the server notes by itself is no change: that somebody was there, and whom it told of what.
STILL = ("last_seen_at", "told_sealed", "told_at")
BY_ITSELF = ("challenge", "reminder")


@pytest.fixture(scope="module")
def place(browser, tmp_path_factory):
    """A server of its own, and Ada, whose practice is called something hostile."""
    server = Server(tmp_path_factory.mktemp("hostile"))
    server.origin = f"http://localhost:{server.port}"
    server.start()
    ada = Therapist(browser.new_context(**LAPTOP), server.origin)
    ada.watched = hostile_words.Watched(ada)
    ada.sets_up(server.set_up_link())
    yield server, ada
    ada.context.close()
    server.stop()


@pytest.fixture
def bea(browser, place):
    """Bea, whose name is hostile too, on a phone that is watched."""
    server, ada = place
    bea = Client(browser.new_context(**PHONE), server.origin)
    bea.watched, bea.invitation = hostile_words.Watched(bea), ada.invites(hostile_words.NAME)
    bea.joins(bea.invitation.link)
    yield bea
    bea.context.close()


def rows_of(server):
    """Everything in the database that the server does not note by itself."""
    with contextlib.closing(sqlite3.connect(server.instance / "footing.sqlite")) as database:
        database.row_factory = sqlite3.Row
        names = [
            n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        found = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    return {
        name: sorted(repr([v for k, v in dict(row).items() if k not in STILL]) for row in rows)
        for name, rows in found.items()
        if name not in BY_ITSELF and not name.startswith("sqlite_")
    }


def shown(person, paths):
    """How many of these pages show the hostile words as they were written."""
    count = 0
    for path in paths:
        person.opens(path)
        person.page.wait_for_load_state("networkidle")
        unfolds(person)
        count += hostile_words.SEEN in person.page.inner_text("main")
        assert person.page.locator("main :is(script, iframe, math, svg[onload])").count() == 0
    return count


def test_whatever_is_written_is_shown_as_it_was_written_and_nobody_else_is_asked(place, bea):
    _, ada = place
    hostile_words.fills_in(ada, "/practice/settings", ["name"],
                           ["about", "cancellation", "complaints"])  # fmt: skip
    hostile_words.fills_in(ada, "/practice/tips/new", ["title"], ["text"])
    client = bea.invitation.client
    hostile_words.keeps_them(bea)
    bea.syncs()
    assert shown(bea, hostile_words.OF_BEA) >= 3
    pages = [*hostile_words.OF_ADA, *(client + page for page in hostile_words.OF_CLIENT)]
    assert shown(ada, pages) >= 3
    assert ada.watched.wrong == bea.watched.wrong == ada.errors == bea.errors == []


@pytest.fixture
def evil(request):
    site = EvilSite(request.param)
    yield site
    site.close()


@pytest.mark.parametrize("evil", ["127.0.0.1", "localhost"], indirect=True)
def test_a_page_of_another_site_can_do_nothing_with_beas_or_adas_login(place, bea, evil, tmp_path):
    server, ada = place
    routes = [each[:2] for each in changing(create_app({"INSTANCE": str(tmp_path)}))]
    bea.sends_a_check_in(words=SECRET)
    bea.syncs()  # and says that nothing waits any more
    before = rows_of(server)
    for somebody in (bea, ada) if "127" in evil.origin else (bea,):
        read, framed = evil.attacks(somebody.context, server.origin, routes)
        assert (read, framed) == (["refused", "refused"], [])
    assert rows_of(server) == before
    assert bea.page.evaluate("fetch('/me').then(a => a.json())")["signed_in"]


def holding(folder, words):
    """The files of a profile in which a sentence can be read, however Chromium wrote it."""
    ways = [words.encode(), words.encode("utf-16-le"), words.replace(" ", "%20").encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(way in path.read_bytes() for way in ways)]


def test_no_sentence_lies_in_the_profile_on_the_disk(chrome, place, tmp_path):
    server, ada = place
    phone = MortalPhone(chrome, tmp_path, server.origin)
    bea = phone.starts()
    bea.joins(ada.invites("Bea").link)
    bea.checks_in(words=SECRET)
    bea.begins(*["Mostly"] * 7)
    writes_down(bea, f"{SECRET}, and a draft of it")
    opens_it(bea)
    bea.sees(SECRET)
    on_the_disk = [holding(tmp_path, SECRET)]
    assert holding(tmp_path, server.origin)  # or it would look in the wrong place
    signs_out_and_goes_back_to_nothing(bea)
    phone.dies()
    assert [*on_the_disk, holding(tmp_path, SECRET)] == [[], []]


def signs_out_and_goes_back_to_nothing(bea):
    """Nothing that could be read, that is."""
    bea.signs_out()
    bea.page.go_back()
    assert not eventually(bea.page, lambda: SECRET in bea.page.inner_text("body"), 1000)
