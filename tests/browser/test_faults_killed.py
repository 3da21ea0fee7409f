"""Fault 16: the browser is killed while it writes. The text is there or the one before it, always.

FAULT_KILLS says how often; a long run has hundreds.
"""

import os
import random

import pytest

from tests.browser.disk import writes_down
from tests.browser.mortal import MortalPhone
from tests.browser.stored import on_the_server

KILLS = int(os.environ.get("FAULT_KILLS", "10"))


@pytest.fixture
def phone(chrome, tmp_path, ada, server):
    """A phone that may die, on which Bea has got as far as her own words."""
    phone = MortalPhone(chrome, tmp_path, server.origin)
    bea = phone.starts()
    bea.joins(ada.invites("Bea").link)
    bea.waits_for_offline()
    bea.opens("/check-in")
    bea.answers(*["Mostly"] * 7)
    writes_down(bea, "Text 0.")
    phone.passkeys = bea.passkeys()
    phone.dies()
    yield phone
    if phone.process:
        phone.dies()


def finds(phone):
    """Start the phone again, and look. Returns Bea, and what she finds."""
    bea = phone.starts()
    bea.opens("/check-in")
    bea.sees("Here is where you left off.")
    return bea, bea.page.get_by_role("textbox").input_value()


def test_fault_16_killed_at_any_moment_it_is_the_text_or_the_one_before(phone):
    chance = random.Random(16)
    bea, found = finds(phone)
    for n in range(1, KILLS + 1):
        before, now = found, f"Text {n}. " * 150
        bea.page.get_by_role("textbox").fill(now)
        bea.page.wait_for_timeout(chance.uniform(0, 900))
        phone.dies()
        bea, found = finds(phone)
        assert found in (before, now)


def test_fault_16_a_draft_that_was_on_the_disk_is_there(phone):
    bea, found = finds(phone)
    for n in range(1, max(3, KILLS // 4)):
        writes_down(bea, f"Text {n}.")
        phone.dies()
        bea, found = finds(phone)
        assert found == f"Text {n}."


def test_fault_16_what_was_said_to_be_saved_is_saved_and_arrives(phone, server):
    bea, _ = finds(phone)
    server.stop()
    bea.taps("Save, only for me")
    bea.sees("Saved on this phone.")
    phone.dies()
    server.start()
    bea = phone.starts()
    bea.has_passkeys(phone.passkeys)  # the cookie may not have been written yet
    bea.opens("/sign-in")
    bea.taps("Sign in with your passkey")
    bea.sees("· received")
    assert on_the_server(server, bea) == 1
