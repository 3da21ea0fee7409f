"""Bea's thumb is quick: a second tap on the same button does nothing more than the first."""

import time

from playwright.sync_api import expect

from tests.browser.agreeing import ada_proposes, hears
from tests.browser.clocks import passes
from tests.browser.devices import SEVERAL
from tests.browser.diaries import Book
from tests.browser.fault_proxy import problem
from tests.browser.stored import on_the_server
from tests.browser.test_needs_attention import BODY, keeps, of_ada  # noqa: F401 - a fixture


def taps_twice(person, words):
    person.page.get_by_role("button", name=words).dblclick()


def test_a_check_in_that_is_shared_by_two_taps_stays_one(bea, server):
    bea.sends_a_check_in(words="I felt rushed.", share=False)
    bea.taps("See or change it", "link")
    taps_twice(bea, "Share with Ada")
    bea.sees("You share it with Ada now.")
    bea.syncs()
    bea.does_not_see(SEVERAL)
    assert on_the_server(server, bea) == 2


def test_an_agreement_by_two_taps_is_taken_back_by_one_undo(ada, bea):
    ada_proposes(ada, bea, "new/goal", In_plain_words="Walk every day.")
    hears(bea, "Ada proposes this. Your answer?")
    bea.taps("Walk every day.", "link")
    taps_twice(bea, "I agree")
    bea.taps("Undo")
    bea.sees("It is as it was.")
    bea.does_not_see("Both of you agreed")
    bea.page.get_by_role("button", name="I agree").wait_for()


def test_what_needs_attention_is_sent_again_by_two_taps_once(bea, network, server):
    network.faults = problem(413, "too_large")
    keeps(bea, BODY)
    taps_twice(bea, "Send it again")
    bea.sees("Everything has been received.")
    assert on_the_server(server, bea) == 1


def test_what_needs_attention_is_kept_as_a_new_one_by_two_taps_once(bea, of_ada, server):  # noqa: F811
    keeps(bea, BODY, record=of_ada)
    taps_twice(bea, "Keep it as a new one")
    bea.sees("Everything has been received.")
    assert on_the_server(server, bea) == 2


def at(person, ms):
    """What is tapped from now on is tapped at this moment of the page's."""
    person.page.evaluate("(ms) => { performance.now = () => ms; }", ms)


def test_the_second_half_of_a_double_tap_on_what_turns_round_does_not_turn_it_back(bea):
    bea.sends_a_check_in(words="Not for Ada after all.")
    bea.taps("See or change it", "link")
    at(bea, 10_000)
    bea.taps("Stop sharing with Ada")
    bea.sees("You do not share it any more.")
    at(bea, 10_399)
    bea.taps("Share with Ada")
    bea.syncs()
    bea.sees("You do not share it any more.")
    at(bea, 10_400)
    bea.taps("Share with Ada")
    bea.sees("You share it with Ada now.")


def test_the_second_half_of_a_double_tap_does_not_show_ada_what_was_to_be_kept(bea, server):
    Book(server, bea).books()
    bea.opens("/")
    bea.sees(", a walk")
    bea.opens("/prepare")
    bea.page.get_by_role("textbox").fill("My sister.")
    bea.taps("Keep it and show it to Ada")
    at(bea, 10_000)
    bea.taps("Keep it only for me")
    at(bea, 10_399)
    bea.taps("Show it to Ada")
    bea.syncs()
    bea.page.get_by_role("button", name="Show it to Ada").wait_for()


def puts_a_finger(person, row, at_s):
    """A tap on a place of the screen, at a moment of the finger's own."""
    there = {"x": row["x"] + row["width"] / 2, "y": row["y"] + row["height"] / 2}
    for kind, points in ("touchStart", [there]), ("touchEnd", []):
        said = {"type": kind, "touchPoints": points, "timestamp": at_s}
        person.cdp.send("Input.dispatchTouchEvent", said)


def test_a_hand_that_shakes_on_the_last_answer_shares_nothing_that_comes_to_lie_under_it(bea):
    bea.begins(*["Mostly"] * 6)
    passes(bea, seconds=1)
    answer = bea.page.locator("fieldset:not([hidden]) .row").nth(3).bounding_box()
    begins = time.time()
    for at_s in (0, 0.3, 0.6):
        puts_a_finger(bea, answer, begins + at_s)
        passes(bea, milliseconds=150)
    bea.sees("Anything to add, in your own words?")
    bea.syncs()
    expect(bea.page.get_by_role("heading", name="Thank you.")).to_be_hidden()
    puts_a_finger(bea, answer, begins + 1.1)
    bea.sees("Ada can see this")
