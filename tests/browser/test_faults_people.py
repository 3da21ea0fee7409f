"""Faults 24, 25, 26 and 32: who may read and send what waits on a phone, whoever holds it."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import (
    adds_a_passkey,
    gives_access_back,
    hands_the_phone_to,
    revokes,
    shuts_out,
    takes_access_away,
)
from tests.browser.disk import writes_down
from tests.browser.raw import everything, is_unreadable, stored
from tests.browser.stored import sent_by, whose
from tests.browser.waiting import eventually

WORDS = "Heather on the hill."
STARTED = "Heather at the gate."


@pytest.fixture
def waiting(bea):
    """Bea's phone without signal: one check-in waits, and another is being written."""
    bea.account = whose(bea)
    bea.context.set_offline(True)
    bea.checks_in(words=WORDS)
    bea.begins(*["Mostly"] * 7)
    writes_down(bea, STARTED)
    return bea


def signs_out(person):
    """Sign out on this phone, and see where that leads."""
    person.opens("/phone")
    person.sees("here, locked, and nobody can read")
    person.taps("Sign out on this phone")
    person.sees("You are signed out.")


def signs_in(person, where="/sign-in"):
    """Sign in with whichever passkey the phone has."""
    person.opens(where)
    person.taps("Sign in with your passkey")
    person.sees("How was your session?")


def everything_arrives(person, server, account):
    """What waited goes by itself, once, and what was being written is there to go on with."""
    person.opens("/phone")
    assert eventually(person.page, lambda: sent_by(server, account) == 1)
    person.opens("/check-in")
    person.sees("Here is where you left off.")
    expect(person.page.get_by_role("textbox")).to_have_value(STARTED)


def test_fault_25_signed_out_everything_is_unreadable_at_once_and_nothing_is_gone(waiting):
    before = len(stored(waiting, "outbox")), len(stored(waiting, "drafts"))
    assert not is_unreadable(waiting, WORDS)
    signs_out(waiting)
    assert is_unreadable(waiting, WORDS, STARTED)
    assert (len(stored(waiting, "outbox")), len(stored(waiting, "drafts"))) == before == (1, 1)


def test_whoever_has_something_unsent_is_told_what_a_private_window_does_with_it(bea):
    """No browser says honestly that a window is private, so all whom it may concern hear it."""
    bea.opens("/phone")
    bea.sees("Everything has been received.")
    bea.does_not_see("In a private window")
    bea.context.set_offline(True)
    bea.checks_in(words=WORDS)
    bea.opens("/phone")
    bea.sees("1 thing waits on this phone.")
    bea.sees("In a private window, all of it is gone once you close that window.")


def test_fault_25_bea_is_told_before_and_after_what_waits_and_what_becomes_of_it(waiting):
    waiting.opens("/phone")
    waiting.sees("1 thing waits on this phone. Something is still being written.")
    waiting.sees("what waits goes, and you can go on with the rest.")
    signs_out(waiting)
    for page in ("/sign-in", "/", "/phone"):
        waiting.opens(page)
        waiting.sees("2 things wait here, locked.")
        waiting.does_not_see(WORDS)


def test_fault_25_it_goes_after_the_next_sign_in_by_itself_and_once(waiting, server):
    signs_out(waiting)
    waiting.context.set_offline(False)
    signs_in(waiting)
    everything_arrives(waiting, server, waiting.account)
    assert eventually(waiting.page, lambda: stored(waiting, "outbox") == [])


@pytest.fixture
def ben(ada, new_phone):
    """Ben, who has joined on a phone of his own."""
    ben = new_phone()
    ben.joins(ada.invites("Ben").link)
    return ben


@pytest.fixture(params=[True, False], ids=["signed out", "login ran out"])
def bens(request, waiting, ben):
    """Bea's phone, with her words waiting, taken over by Ben."""
    signs_out(waiting) if request.param else waiting.context.clear_cookies()
    waiting.hers = waiting.passkeys()
    hands_the_phone_to(waiting, ben.passkeys())
    waiting.context.set_offline(False)
    signs_in(waiting)
    assert whose(waiting) == whose(ben) != waiting.account
    return waiting


def test_fault_24_ben_neither_sees_nor_sends_what_waits_on_beas_phone(bens, server):
    for page in ("/check-ins", "/phone", "/check-in", "/"):
        bens.opens(page)
        bens.syncs()
        bens.does_not_see("Heather")
    assert not any(word in everything(bens) for word in (WORDS, STARTED))
    assert (sent_by(server, bens.account), sent_by(server, whose(bens))) == (0, 0)
    assert (len(stored(bens, "outbox")), len(stored(bens, "drafts"))) == (1, 1)


def test_fault_24_what_waits_goes_as_beas_when_she_is_back(bens, server):
    bens.checks_in(words="Ben was here.")
    bens.receives()
    his = whose(bens)
    hands_the_phone_to(bens, bens.hers)
    signs_in(bens)
    everything_arrives(bens, server, bens.account)
    assert sent_by(server, his) == 1
    bens.opens("/check-ins")
    bens.sees("shared with Ada")
    expect(bens.page.locator("[data-list] a")).to_have_count(1)


@pytest.fixture
def spare(bea):
    """Another passkey of Bea's, made before anything happened."""
    return adds_a_passkey(bea)


def test_fault_26_a_phone_that_was_shut_out_locks_at_its_next_contact(spare, waiting, server):
    shuts_out(server, waiting.account)
    waiting.context.set_offline(False)
    waiting.opens("/check-ins")
    waiting.sees("2 things wait here, locked.")
    assert is_unreadable(waiting, WORDS, STARTED)
    assert sent_by(server, waiting.account) == 0


def test_fault_26_what_is_on_it_opens_and_goes_with_another_passkey_of_hers(spare, waiting, server):
    shuts_out(server, waiting.account)
    waiting.context.set_offline(False)
    waiting.opens("/check-ins")
    waiting.sees("2 things wait here, locked.")
    revokes(server, *waiting.passkeys())
    waiting.taps("Sign in with your passkey")
    waiting.sees("This passkey does not belong to Footing any more.")
    hands_the_phone_to(waiting, spare)
    signs_in(waiting)
    everything_arrives(waiting, server, waiting.account)


def test_fault_32_what_waits_survives_that_access_goes_and_comes_back(waiting, server):
    taken = takes_access_away(server, waiting.account)
    waiting.context.set_offline(False)
    waiting.opens("/")
    waiting.sees("Sign in to send 1")
    waiting.taps("Sign in")
    waiting.sees("This passkey does not belong to Footing any more.")
    assert (len(stored(waiting, "outbox")), len(stored(waiting, "drafts"))) == (1, 1)
    gives_access_back(server, taken)
    signs_in(waiting)
    everything_arrives(waiting, server, waiting.account)
