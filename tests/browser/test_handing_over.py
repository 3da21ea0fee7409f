"""Bea is asked on her phone whether Olga may go on with her, and answers."""

import contextlib

import pytest
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.people import LAPTOP, Therapist
from tests.browser.test_agreeing import ada_proposes

ASKED = "Your therapist asks you something."


@pytest.fixture
def olga(browser, server):
    """Olga, at a laptop of her own."""
    with contextlib.closing(browser.new_context(**LAPTOP)) as context:
        olga = Therapist(context, server.origin)
        olga.opens(server.flask("invite", "Olga", "--role", "therapist").strip())
        olga.taps("Make my passkey")
        olga.page.wait_for_url("**/practice")
        yield olga
        assert olga.errors == []


@pytest.fixture
def asked(ada, olga, bea):
    """Bea, who reads what Ada asks her."""
    bea.checks_in()
    bea.receives()
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
    therapist.taps("I have read this")
    therapist.sees("You marked this as read.")


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
    asked.opens("/check-ins")
    asked.page.locator("[data-list] a").first.click()
    asked.sees("Olga can see this. Ada read it on")


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
    expect(asked.page.get_by_text("Nothing was changed.")).to_be_in_viewport()
    asked.sees("may Olga go on with you?")
    asked.context.set_offline(False)


def test_a_question_that_was_taken_back_meanwhile_changes_nothing(ada, asked):
    ada.taps("Take the question back")
    ada.sees("Their phone asks them")
    asked.taps("Yes, go on with Olga")
    asked.sees("This question was taken back. Nothing was changed.")
    asked.sees("You see Ada.")
