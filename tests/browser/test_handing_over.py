"""Bea is asked on her phone whether Olga may go on with her, and answers."""

import contextlib

import pytest
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.agreeing import ada_proposes
from tests.browser.people import LAPTOP, Therapist
from tests.browser.test_my_data import KEEP, SAID, saved

POINT = ["talking_point", SAID[5][1], {**SAID[5][2], "state": "open"}]
ASKED = "Your therapist asks you something."


@pytest.fixture(scope="module")
def settled_olga(browser, installation):
    """Olga, who has come to work in the practice, at a laptop of her own."""
    server, _ = installation
    with contextlib.closing(browser.new_context(**LAPTOP)) as context:
        olga = Therapist(context, server.origin)
        olga.joins(server.invites("Olga"))
        yield olga


@pytest.fixture
def olga(settled_olga):
    settled_olga.errors.clear()  # each test answers for its own
    yield settled_olga
    assert settled_olga.errors == []


@pytest.fixture
def asked(ada, olga, bea):
    """Bea, who reads what Ada asks her."""
    bea.sends_a_check_in()
    reads(ada, bea)
    ada.opens(f"{bea.invitation.client}/hand-over")
    ada.page.get_by_label("Olga").last.check()
    ada.taps("Ask Bea")
    ada.sees("Bea was asked on")
    bea.opens("/")
    bea.sees(ASKED)
    bea.taps("Read it, and answer", "link")
    bea.sees("Ada asks: may Olga go on with you?")
    return bea


def reads(therapist, client):
    """Read the newest check-in of a client, and say so."""
    therapist.opens_page_of(client)
    therapist.marks_it_read()


def test_in_large_text_on_a_narrow_phone_the_name_in_the_yes_stays_whole(asked):
    tall = "one => one.offsetHeight / parseFloat(getComputedStyle(one).fontSize)"
    with looks.narrow(asked), looks.large_text(asked):
        assert asked.page.locator("[data-yes] [data-to]").evaluate(tall) < 2


def test_with_a_yes_she_sees_olga_and_ada_sees_nothing_of_her(ada, olga, asked):
    asked.taps("Yes, go on with Olga")
    asked.sees("You said yes. It is done.")
    asked.sees("You see Olga.")
    olga.opens_page_of(asked)
    olga.sees("Ada marked this as read.")
    ada.opens_page_of(asked)
    ada.sees("There is nothing here")


def test_what_ada_read_and_proposed_is_not_said_of_olga(ada, asked):
    ada_proposes(ada, asked, "new/goal", In_plain_words="Calmer evenings")
    asked.taps("Yes, go on with Olga")
    asked.sees("You said yes. It is done.")
    asked.syncs()
    asked.opens("/together")
    asked.sees("Ada proposes this. Your answer?")
    asked.opens("/")
    asked.sees("Something waits for your answer")
    asked.opens("/check-ins")
    asked.page.locator("[data-list] a").first.click()
    asked.sees("Olga can see this. Ada read it on")


@pytest.fixture
def gone_on(asked):
    """Bea, who had asked Ada to bring something up, and sees Olga by now."""
    asked.page.evaluate(KEEP, [POINT])
    asked.syncs()
    asked.taps("Yes, go on with Olga")
    asked.sees("You said yes. It is done.")
    asked.syncs()
    return asked


def test_it_was_ada_whom_she_asked(gone_on):
    gone_on.opens(f"/talking-points#{POINT[1]}")
    gone_on.sees("You asked Ada to bring it up")
    gone_on.sees("Olga can see this.")


def test_on_her_phone_and_on_the_page_to_read_what_ada_did_is_adas(gone_on):
    gone_on.opens("/phone")
    gone_on.page.locator("on-this-phone summary").click()
    gone_on.sees("Ada read something of yours")
    gone_on.opens("/my-data")
    gone_on.sees("You signed in here with it.")
    page = saved(gone_on, "Save a page")
    assert "Ada read something of yours" in page and "You asked Ada to bring it up" in page
    assert "whether Olga may go on with you. You said yes on" in page
    assert "Olga read" not in page and "asked Olga" not in page


def test_what_she_is_asked_is_right_in_every_look(asked):
    looks.hold(asked)
    asked.opens("/")
    asked.sees(ASKED)
    looks.hold(asked)


def test_with_a_no_nothing_changes(ada, asked):
    asked.taps("No, I would rather not")
    asked.sees("You said no. Nothing changes.")
    asked.sees("You see Ada.")
    ada.opens("/practice")
    ada.sees("Bea would rather not go on with Olga.")
    asked.opens("/")
    asked.does_not_see(ASKED)


def test_without_signal_she_reads_it_and_nothing_is_answered(asked):
    asked.context.set_offline(True)
    asked.opens("/")
    asked.taps("Read it, and answer", "link")
    asked.taps("No, I would rather not")
    expect(asked.page.get_by_text("The server did not say that it got this.")).to_be_in_viewport()
    asked.sees("may Olga go on with you?")
    asked.context.set_offline(False)


def test_a_question_that_was_taken_back_meanwhile_changes_nothing(ada, asked):
    ada.taps("Take the question back")
    ada.sees("Their phone asks them")
    asked.taps("Yes, go on with Olga")
    asked.sees("This question was answered already, or it was taken back.")
    asked.sees("You see Ada.")


def test_a_yes_whose_answer_was_lost_is_not_said_to_have_changed_nothing(asked):
    asked.page.route("**/another-therapist/answer", lambda it: (it.fetch(), it.abort()))
    asked.taps("Yes, go on with Olga")
    asked.sees("The server did not say that it got this.")
    asked.sees("You see Olga.")


def test_what_she_answered_in_one_tab_is_not_said_to_be_taken_back_in_the_other(asked):
    other = asked.context.new_page()
    other.goto(asked.page.url)
    other.get_by_text("may Olga go on with you?").wait_for()
    asked.taps("Yes, go on with Olga")
    asked.sees("You see Olga.")
    other.get_by_role("button", name="No, I would rather not").click()
    other.get_by_text("This question was answered already, or it was taken back.").wait_for()
    other.get_by_text("You see Olga.").wait_for()
