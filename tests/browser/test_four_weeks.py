"""Four weeks of Bea and Ada, on both sides: a good start, a dip on a walk, words, and put right.

Their clocks move on together, week by week, and Bea's phone never has signal while she writes.
"""

import contextlib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import clocks
from tests.browser.booking import books_walks
from tests.browser.people import LAPTOP, PHONE, Client, Therapist
from tests.browser.server import by_itself
from tests.browser.steps import says_it

AHEAD = str(Path(__file__).parent / "ahead")
TOMORROW = datetime.now(UTC).date() + timedelta(days=1)


class Weeks:
    """The time that the server and Bea's phone have."""

    def __init__(self, server, bea):
        self.server, self.bea = server, bea

    def are_at(self, week):
        """So many weeks after the first session, at 13:00; they meet from 12:00 to 12:50."""
        moment = datetime.combine(TOMORROW + timedelta(weeks=week), time(13), UTC)
        ahead = moment - datetime.now(UTC)
        self.server.stop()
        self.server.settings |= {
            "PYTHONPATH": AHEAD, "CLOCK_AHEAD_S": str(ahead.total_seconds()),
        }  # fmt: skip
        self.server.start()
        clocks.is_wrong_by(self.bea, seconds=ahead.total_seconds())


@pytest.fixture
def server(tmp_path):
    """A server of its own, whose clock can be moved."""
    with by_itself(tmp_path) as server:
        yield server


@pytest.fixture
def both(browser, server):
    """Ada, and Bea, who meets her for a walk every week from tomorrow."""
    with contextlib.ExitStack() as opened:
        contexts = [browser.new_context(**kind) for kind in (LAPTOP, PHONE)]
        for context in contexts:
            opened.callback(context.close)
        ada, bea = Therapist(contexts[0], server.origin), Client(contexts[1], server.origin)
        ada.sets_up(server.set_up_link())
        bea.invitation = ada.invites("Bea")
        bea.joins(bea.invitation.link)
        bea.waits_for_offline()
        books_walks(ada, bea, TOMORROW, times=4)
        bea.page.emulate_media(reduced_motion="reduce")
        yield ada, bea
        assert ada.errors + bea.errors == []


def checks_in_offline(bea, *answers, felt_off=False):
    """From Today, as the session is over, without signal."""
    bea.context.set_offline(True)
    bea.opens("/")
    bea.sees("walk?")
    bea.taps("Check in", "link")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*answers)
    if felt_off:
        bea.page.get_by_label("Something felt off").click()
    bea.taps("Save and share")
    bea.sees("Saved on this phone.")


def looks_in(ada):
    """Ada comes back days later: her login has ended."""
    ada.opens("/practice")
    ada.page.get_by_role("button", name="Sign in with your passkey").click()
    ada.page.get_by_role("heading", name="Clients").wait_for()
    return ada.page.locator(".links > li").first.inner_text()


GOOD = ["Completely"] * 7
HARD = ["Mostly", "Mostly", "A little", "Mostly", "Mostly", "Mostly", "Completely"]


@pytest.fixture
def weeks(both, server):
    return Weeks(server, both[1])


def test_four_weeks_from_a_good_start_to_something_put_right(both, weeks):
    ada, bea = both
    is_ready_for_the_first_walk(bea)
    for week in (0, 1):
        weeks.are_at(week)
        checks_in_offline(bea, *GOOD)
        bea.has_signal_again()
    finds_nothing_worth_a_talk(ada)
    weeks.are_at(2)
    asks_ada_to_bring_up_what_was_hard(bea)
    reads_what_she_is_to_bring_up(ada, bea)
    weeks.are_at(3)
    says_that_it_is_put_right(bea)
    finds_it_put_right(ada, bea)


def is_ready_for_the_first_walk(bea):
    bea.opens("/")
    bea.sees("Tomorrow, 12:00, a walk")
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.sees("What happens in a session")
    bea.context.set_offline(False)


def finds_nothing_worth_a_talk(ada):
    assert "not read yet" in looks_in(ada)
    assert "Worth a talk" not in ada.page.content()


def asks_ada_to_bring_up_what_was_hard(bea):
    checks_in_offline(bea, *HARD)
    bea.sees("bring up hard things")
    says_it(bea, "Please you bring it up")
    bea.has_signal_again()


def reads_what_she_is_to_bring_up(ada, bea):
    first = looks_in(ada)
    assert "Bea asks you to bring something up" in first and "Worth a talk" in first
    ada.opens(f"{bea.invitation.client}/talking-points")
    ada.sees("I said yes last time, but inside I was not sure.")
    ada.marks_it_read()


def says_that_it_is_put_right(bea):
    bea.opens("/prepare")
    bea.sees("I said yes last time")
    checks_in_offline(bea, *GOOD)
    bea.taps("Yes")
    bea.taps("Put right")
    bea.sees("Kept.")
    bea.opens("/develop")
    bea.sees("put right")
    bea.context.set_offline(False)
    bea.syncs()


def finds_it_put_right(ada, bea):
    assert "asks you" not in looks_in(ada) and "Worth a talk" not in ada.page.content()
    ada.opens(f"{bea.invitation.client}/talking-points")
    expect(ada.page.locator(".thread strong").last).to_have_text("Put right", use_inner_text=True)
