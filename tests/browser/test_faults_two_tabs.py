"""Fault 23: two tabs of one phone write the same check-in at once."""

from tests.browser.devices import SEVERAL, has_signal_again, in_another_tab, shows
from tests.browser.disk import writes_down
from tests.browser.raw import stored
from tests.browser.stored import on_the_server


def tabs(person, *words):
    """The same check-in, begun once and open in as many tabs, each with other words; no signal."""
    person.begins(*["Mostly"] * 7)
    person.context.set_offline(True)
    opened = [person, *(in_another_tab(person) for _ in words[1:])]
    for tab, text in zip(opened, words, strict=True):
        writes_down(tab, text)
    return opened


def test_fault_23_each_tab_has_a_draft_of_its_own_that_outlives_it(bea):
    first, second = tabs(bea, "In the first tab.", "In the second tab.")
    second.page.close()
    found = set()
    for _ in range(2):
        first.opens("/check-in")
        first.sees("Here is where you left off.")
        found.add(first.page.get_by_role("textbox").input_value())
        first.taps("Save, only for me")
        first.sees("Thank you.")
    assert found == {"In the first tab.", "In the second tab."}
    assert stored(bea, "drafts") == []


def test_fault_23_what_was_kept_in_both_tabs_is_two_versions_of_one(bea, server):
    first, second = tabs(bea, "In the first tab.", "In the second tab.")
    for tab in (first, second):
        tab.taps("Save, only for me")
        tab.sees("Thank you.")
    has_signal_again(bea)
    bea.sees(SEVERAL)
    shows(bea, ["In the first tab.", "In the second tab."], in_order=False)
    assert on_the_server(server, bea) == 2


def test_fault_23_a_second_tab_that_adds_nothing_brings_no_draft_back(bea):
    first, second = tabs(bea, "In the first tab."), in_another_tab(bea)
    first[0].taps("Save, only for me")
    first[0].sees("Thank you.")
    second.taps("Back")
    second.opens("/check-ins")
    assert stored(bea, "drafts") == []
