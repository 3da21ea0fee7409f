"""Bea's thumb is quick: a second tap on the same button does nothing more than the first."""

from tests.browser.stored import on_the_server
from tests.browser.test_agreeing import ada_proposes, hears


def taps_twice(person, words):
    person.page.get_by_role("button", name=words).dblclick()


def test_a_check_in_that_is_shared_by_two_taps_stays_one(bea, server):
    bea.checks_in(words="I felt rushed.", share=False)
    bea.receives()
    bea.taps("See or change it", "link")
    taps_twice(bea, "Share with Ada")
    bea.sees("You share it with Ada now.")
    bea.syncs()
    bea.does_not_see("You wrote this in more than one place.")
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
