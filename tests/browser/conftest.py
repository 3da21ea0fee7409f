"""A real server, a real Chromium, and the cast in it. Nothing of offline is pretended."""

import contextlib

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import chromium
from tests.browser.fault_proxy import FaultProxy
from tests.browser.people import LAPTOP, PATIENCE_MS, PHONE, Client, Therapist
from tests.browser.releases import copy_to
from tests.browser.server import Server

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1))  # a defect fails twice; see the README


@pytest.fixture(scope="session")
def chrome():
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chrome):
    with contextlib.closing(launched(chrome)) as browser:
        yield browser


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """One server for this worker, behind a network that can be bad."""
    server = Server(tmp_path_factory.mktemp("instance"))
    server.start()
    network = FaultProxy(server.public_port, server.port)
    yield server, network
    network.close()
    server.stop()


@pytest.fixture
def server(installation):
    """The server; running again for whoever comes next."""
    server, _ = installation
    yield server
    if not server.process:
        server.start()


@pytest.fixture
def deploy(server, tmp_path):
    """Puts a newer version in place; the old one is back for whoever comes next."""
    newer, older = copy_to(tmp_path / "newer"), server.root

    def put(file="static/css/app.css", more=":root { --newer: yes; }"):
        with (newer / "webapp" / file).open("a") as changed:
            changed.write(more)
        server.stop()
        server.root = newer
        server.start()

    yield put
    server.stop()
    server.root = older


@pytest.fixture
def network(installation):
    """The network between phones and the server; good again for whoever comes next."""
    _, network = installation
    network.asked.clear()
    yield network
    network.faults.clear()


@pytest.fixture(scope="session")
def set_up_ada(browser, installation):
    """Ada, who has set Footing up."""
    server, _ = installation
    ada = Therapist(browser.new_context(**LAPTOP), server.origin)
    ada.sets_up(server.set_up_link())
    return ada


@pytest.fixture
def ada(set_up_ada):
    yield set_up_ada
    assert set_up_ada.errors == []


@pytest.fixture
def new_phone(browser, server):
    """Makes phones; each is another browser profile with an authenticator of its own."""
    with contextlib.ExitStack() as phones:

        def make(**more):
            context = browser.new_context(**PHONE | more)
            phones.callback(context.close)
            return Client(context, server.origin)

        yield make


@pytest.fixture
def bea(ada, new_phone):
    """Bea, who has joined, with the whole app on her phone."""
    bea = new_phone()
    bea.invitation = ada.invites("Bea")
    bea.joins(bea.invitation.link)
    bea.waits_for_offline()
    yield bea
    assert bea.errors == []


def launched(chrome):
    return chrome.launch(executable_path=chromium.path(), args=chromium.FLAGS)
