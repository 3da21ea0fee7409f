"""A real server, a real Chromium, and the cast in it. Nothing of offline is pretended."""

import contextlib

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import chromium
from tests.browser import ends
from tests.browser.diaries import Book
from tests.browser.fault_proxy import FaultProxy
from tests.browser.invitations import Invitations
from tests.browser.kept_phones import KeptPhones
from tests.browser.people import LAPTOP, PHONE, Client, Therapist
from tests.browser.releases import NewerVersion
from tests.browser.server import Server
from tests.browser.waiting import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)
ends.for_every_script()


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
    with contextlib.closing(chromium.launched(chrome, chromium.shell())) as browser:
        yield browser


@pytest.fixture
def phones(browser):
    """The browser that phones have."""
    return browser


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
    newer, older = NewerVersion(server, tmp_path / "newer"), server.root
    yield newer.is_put_in_place
    server.stop()
    server.root = older


@pytest.fixture
def network(installation):
    """The network between phones and the server; good again for whoever comes next."""
    _, network = installation
    network.asked.clear()
    yield network
    network.faults.clear()
    network.fetched.clear()
    network.hears_nothing = False


@pytest.fixture(scope="session")
def set_up_ada(browser, installation):
    """Ada, who has set Footing up."""
    server, _ = installation
    ada = Therapist(browser.new_context(**LAPTOP), server.origin)
    ada.sets_up(server.set_up_link())
    return ada


@pytest.fixture
def ada(set_up_ada):
    set_up_ada.errors.clear()  # each test answers for its own
    yield set_up_ada
    assert set_up_ada.errors == []


@pytest.fixture
def laptop(browser, server, ada):
    """Makes laptops, each another browser profile; Ada was here first."""
    made = []
    yield lambda: made.append(Therapist(browser.new_context(**LAPTOP), server.origin)) or made[-1]
    for each in made:
        assert each.errors == []
        each.context.close()


@pytest.fixture
def new_phone(phones, server):
    """Makes phones; each is another browser profile with an authenticator of its own."""
    with contextlib.ExitStack() as made:

        def make(**more):
            context = phones.new_context(**PHONE | more)
            made.callback(context.close)
            return Client(context, server.origin)

        yield make


@pytest.fixture(scope="session")
def kept_phones(browser, installation):
    """Phones that keep the app, handed on from test to test."""
    return KeptPhones(browser, installation[0].origin)


@pytest.fixture
def kept_phone(kept_phones, server):
    """Gives phones that keep the app already, and on which nobody is."""
    with contextlib.ExitStack() as taken:

        def take():
            phone = kept_phones.take()
            taken.callback(kept_phones.give_back, phone)
            return phone

        yield take


@pytest.fixture(scope="session")
def invite(set_up_ada, installation):
    """Invites a client of Ada's without her page, which has tests of its own."""
    return Invitations(installation[0]).to


@pytest.fixture
def bea(ada, invite, kept_phone):
    """Bea, who has joined, with the whole app on her phone."""
    bea = kept_phone()
    bea.invitation = invite("Bea")
    bea.comes_in(bea.invitation.link)
    yield bea
    assert bea.errors == []


@pytest.fixture
def book(server, bea):
    """What Ada books with her."""
    return Book(server, bea)


@pytest.fixture(scope="session")
def joined_bea(browser, installation, invite):
    """Bea, who has joined, for this worker."""
    bea = Client(browser.new_context(**PHONE), installation[0].origin)
    bea.invitation = invite("Bea")
    bea.joins(bea.invitation.link)
    bea.waits_for_offline()
    return bea


@pytest.fixture
def settled_bea(joined_bea, server):
    """Bea, where she writes nothing: on a phone on which others have looked around before."""
    joined_bea.errors.clear()
    yield joined_bea
    joined_bea.context.set_offline(False)
    joined_bea.opens("about:blank")
    assert joined_bea.errors == []


@pytest.fixture(scope="module")
def bea_with_a_past(browser, installation, set_up_ada):
    """Bea, for a whole file: one check-in shared, one only for her."""
    bea = Client(browser.new_context(**PHONE), installation[0].origin)
    bea.invitation = set_up_ada.invites("Bea")
    bea.joins(bea.invitation.link)
    bea.sends_a_check_in(words="The slow part by the water helped me most.", felt_off=True)
    bea.sends_a_check_in(share=False)
    yield bea
    bea.context.close()
    assert bea.errors == []
