"""Bea takes back what she wanted to bring, or shared: Ada sees it no more, and Bea is told so."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import opens_it
from tests.browser.diaries import Book, hears
from tests.browser.preparing import brings
from tests.browser.steps import says_in_her_own_words
from tests.browser.stored import on_the_server
from tests.browser.waiting import eventually


@pytest.fixture
def bringing(server, bea):
    """Bea, whose one thing to bring Ada can see, and who changes it."""
    Book(server, bea).books()
    hears(bea, ", a walk")
    brings(bea, "The row with my sister.", share=True)
    bea.taps("Change it")
    return bea


def test_an_emptied_wish_is_taken_back_and_ada_sees_it_no_more(ada, bringing):
    ada.opens_page_of(bringing)
    ada.sees("The row with my sister.")
    bringing.page.get_by_role("textbox").fill("")
    bringing.does_not_see("Keep it and show it to Ada")
    bringing.taps("Remove it")
    bringing.sees("Removed.")
    bringing.does_not_see("Remove it")
    bringing.syncs()
    ada.opens_page_of(bringing)
    ada.does_not_see("The row with my sister.")


def test_without_signal_bea_is_told_that_ada_still_sees_what_she_removed(bringing):
    bringing.context.set_offline(True)
    bringing.page.get_by_role("textbox").fill(" ")
    bringing.taps("Remove it")
    bringing.sees("Removed. Ada can see the earlier version until this one has arrived.")
    bringing.context.set_offline(False)
    bringing.tries_again()
    bringing.does_not_see("Ada can see the earlier version")


def test_words_that_were_never_kept_leave_nothing_to_remove(bringing):
    bringing.page.get_by_role("textbox").fill("")
    bringing.taps("Remove it")
    bringing.sees("Removed.")
    bringing.page.get_by_role("textbox").fill("Something else")
    bringing.page.get_by_role("textbox").fill("")
    expect(bringing.page.locator("bring-one-thing [data-keep]:visible")).to_have_count(0)


@pytest.fixture
def unheard(bea, network, server):
    """Bea, whose shared check-in has arrived; the answer was lost, and then her signal."""

    def goes_silent(exchange):
        network.hears_nothing = True  # nor of what has arrived, when the phone asks once more
        exchange.loses_the_answer()

    network.faults = [goes_silent]
    bea.checks_in(words="She was late.")
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1)
    bea.context.set_offline(True)
    bea.taps("See or change it", "link")
    return bea


def test_without_an_answer_bea_is_told_that_ada_may_see_what_she_stopped_sharing(ada, unheard):
    unheard.taps("Stop sharing with Ada")
    unheard.sees("Ada may see the earlier version until this one has arrived.")
    ada.opens_page_of(unheard)
    ada.sees("She was late.")
    unheard.opens("/check-ins")
    unheard.sees("Ada may see the earlier version")


def test_without_an_answer_bea_is_told_that_ada_may_see_what_she_deleted(unheard):
    unheard.taps("Delete it")
    unheard.sees("and neither will Ada once this has arrived.")
    unheard.taps("Delete", exact=True)
    unheard.sees("Deleted. Ada may see it until this has arrived.")


def test_what_bea_took_back_before_it_left_is_told_nowhere_as_sent(bea):
    says_in_her_own_words(bea, "It stung.", "I will say it")
    bea.receives()
    bea.context.set_offline(True)
    bea.taps("Change it, or how it comes up", "link")
    bea.taps("Send it now")
    bea.sees("Not sent yet")
    bea.taps("Stop sharing with Ada")
    bea.sees("Only you can see this.")
    bea.does_not_see("Not sent yet")
    bea.context.set_offline(False)
    bea.syncs()
    bea.receives()
    bea.does_not_see("You sent it")


def test_where_no_bar_has_room_bea_is_brought_to_what_is_said_of_it(bea):
    bea.sends_a_check_in(words="On the hill.")
    opens_it(bea)
    bea.page.set_viewport_size({"width": 640, "height": 300})
    bea.page.locator("one-check-in .stack [data-share]").click()
    expect(bea.page.get_by_text("You do not share it any more.")).to_be_in_viewport(ratio=1)
