"""Faults 21 and 22: two phones of one person write the same check-in at once."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import (
    SEVERAL,
    changes_it,
    deletes_it,
    has_signal_again,
    is_signed_in_on,
    opens_it,
    shows,
)
from tests.browser.disk import writes
from tests.browser.stored import on_the_server

SURVIVED = "You deleted this in one place, and changed it in another."


@pytest.fixture
def tablet(bea, kept_phone):
    """Bea's second device, with the check-in that her phone has sent."""
    writes(bea, 1, "It rained.", shared=True)
    bea.syncs()
    tablet = is_signed_in_on(kept_phone(), bea)
    opens_it(tablet)
    tablet.sees("It rained.")
    yield tablet
    assert tablet.errors == []


@pytest.fixture
def both(bea, tablet):
    """Phone and tablet, which have changed the same check-in without knowing of each other."""
    changes_it(bea, "It rained, and we laughed.")
    changes_it(tablet, "It rained hard by the weir.")
    has_signal_again(bea, tablet)
    return bea, tablet


BOTH = ["It rained hard by the weir.", "It rained, and we laughed."]  # the later number first
TOGETHER = "\n\n".join(reversed(BOTH))


def test_fault_21_what_two_devices_wrote_is_shown_on_both_the_newest_first(both, server):
    for person in both:
        person.sees(SEVERAL)
        shows(person, BOTH)
    assert on_the_server(server, both[0]) == 3


def test_fault_21_one_tap_makes_one_of_both_with_every_word(ada, both, server):
    bea, tablet = both
    bea.taps("Keep both as one")
    bea.sees("It is one now.")
    has_signal_again(bea, tablet)
    for person in both:
        shows(person, [TOGETHER])
    ada.opens_page_of(bea)
    expect(ada.page.locator(".phrase")).to_have_text(TOGETHER, use_inner_text=True)
    assert on_the_server(server, bea) == 4


def test_fault_21_keeping_only_one_can_be_undone(both):
    bea, _ = both
    bea.page.get_by_role("button", name="Keep only this one, Version 2 of 2").click()
    bea.sees("Only this one is kept now.")
    shows(bea, BOTH[1:])
    bea.taps("Undo")
    bea.sees(SEVERAL)
    shows(bea, BOTH, in_order=False)


def test_fault_21_of_two_versions_bea_is_told_which_one_ada_may_see(bea, tablet):
    changes_it(bea, "For Ada.")
    changes_it(tablet, "For me.", share=False)
    has_signal_again(bea, tablet)
    written = bea.page.locator("[data-written]")
    expect(written).to_contain_text(["Only for you.", "Shared with Ada."])
    bea.sees("Share with Ada")
    bea.page.get_by_role("button", name="Keep only this one, Version 1 of 2").press("Enter")
    expect(bea.page.locator("one-check-in h2")).to_be_focused()


def test_fault_21_what_bea_has_unfolded_stays_so_while_ada_reads_it(ada, both):
    bea, _ = both
    bea.page.locator("one-check-in summary").nth(1).click()
    ada.opens_page_of(bea)
    ada.taps("I have read this")
    bea.tries_again()
    bea.sees("Ada read it on")
    expect(bea.page.locator("one-check-in details[open]")).to_have_count(1)


def test_fault_21_changing_it_begins_with_the_words_of_both(both):
    bea, _ = both
    opens_it(bea)
    bea.opens(f"/check-in#{bea.page.url.split('#')[1]}")
    bea.sees("Anything to add")
    expect(bea.page.get_by_role("textbox")).to_have_value(TOGETHER)
    bea.taps("Save and share")
    bea.receives()
    opens_it(bea)
    bea.does_not_see(SEVERAL)


def test_fault_21_what_is_too_long_together_is_kept_apart_until_it_is_shorter(bea, tablet):
    changes_it(bea, "a" * 1500)
    changes_it(tablet, "b" * 1500)
    has_signal_again(bea, tablet)
    bea.sees("Together it is 1002 characters too long for one.")
    expect(bea.page.get_by_role("button", name="Keep both as one")).to_be_hidden()
    bea.taps("Put it together", "link")
    bea.sees("1002 characters too many")
    opens_it(bea)
    shows(bea, ["b" * 1500, "a" * 1500])


@pytest.fixture
def survived(bea, tablet):
    """Phone and tablet: on the one Bea deleted what she had changed on the other."""
    deletes_it(bea)
    changes_it(tablet, "But it mattered to me.")
    return bea, tablet


@pytest.mark.parametrize("turn", [1, -1], ids=["the deletion first", "the change first"])
def test_fault_22_a_text_survives_a_deletion_and_bea_is_asked(survived, server, turn):
    has_signal_again(*survived[::turn])
    for person in survived:
        person.sees(SURVIVED)
        shows(person, ["But it mattered to me."])
    assert on_the_server(server, survived[0]) == 3


def test_fault_22_what_bea_keeps_is_kept_everywhere_and_asked_about_no_more(survived):
    bea, tablet = survived
    has_signal_again(bea, tablet)
    bea.sees("Only you can see this, because you deleted it in one place.")
    bea.taps("Keep it, only for me")
    bea.sees("It is kept.")
    has_signal_again(bea, tablet)
    for person in survived:
        person.does_not_see(SURVIVED)
        person.sees("Only you can see this.")
        shows(person, ["But it mattered to me."])


def test_fault_22_what_bea_deletes_then_is_deleted_everywhere(survived):
    bea, tablet = survived
    has_signal_again(bea, tablet)
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    bea.sees("Deleted.")
    for person in survived:
        person.opens("/phone")
        person.sees("Everything has been received.")
        person.opens("/check-ins")
        person.sees("Nothing here yet.")
