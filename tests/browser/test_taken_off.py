"""The day on which a version does harm: the app is taken off each phone, and none of its words."""

import pytest

from tests.browser.releases import looks_for_a_newer_version
from tests.browser.waiting import becomes_true

NO_APP = "caches.keys().then((kept) => kept.length === 0)"


@pytest.fixture
def kill_switch(server):
    """Turns it on or off, as whoever runs the server does."""

    def turn(to):
        server.stop()
        server.settings = {"KILL_SWITCH": to}
        server.start()

    yield turn
    server.stop()
    server.settings = {}


def test_the_app_is_taken_off_beas_phone_and_comes_back_and_no_word_is_lost(bea, kill_switch):
    bea.context.set_offline(True)
    bea.checks_in(words="Written on the day before.")
    bea.context.set_offline(False)
    kill_switch("1")
    looks_for_a_newer_version(bea)
    becomes_true(bea.page, NO_APP)
    finds_what_she_wrote(bea)
    bea.receives()
    kill_switch("0")
    bea.opens("/")
    bea.waits_for_offline()
    bea.context.set_offline(True)
    finds_what_she_wrote(bea)


def finds_what_she_wrote(bea):
    bea.opens("/check-ins")
    bea.sees("shared with Ada")
