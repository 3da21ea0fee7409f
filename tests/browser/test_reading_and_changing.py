"""Journey 7 and 9: Ada reads, Bea sees it; changing, deleting, a second device."""

from playwright.sync_api import expect

from tests.browser.devices import opens_it, shows
from tests.browser.stored import on_the_server
from tests.browser.waiting import eventually

IS_SEEN = """(({top, left, right}) => document.activeElement.contains(
    document.elementFromPoint((left + right) / 2, top + 3))
    )(document.activeElement.getBoundingClientRect())"""


def test_ada_reads_and_bea_sees_that_she_did(ada, bea):
    bea.sends_a_check_in(words="I liked the slow part.")
    ada.opens_page_of(bea)
    ada.sees("I liked the slow part.")
    ada.marks_it_read()
    bea.opens("/check-ins")
    bea.page.locator("[data-list] a").click()
    bea.sees("Ada read it on")


def test_a_private_check_in_leaves_no_trace_for_ada(ada, bea):
    ada.opens_page_of(bea)
    before = ada.page.locator("main").inner_html()
    bea.sends_a_check_in(words="Only for me.", share=False)
    ada.opens_page_of(bea)
    assert ada.page.locator("main").inner_html() == before
    ada.sees("Nothing shared yet.")


def test_bea_changes_a_check_in_without_signal_and_ada_sees_the_new_one(ada, bea):
    bea.sends_a_check_in(words="First thought.")
    bea.context.set_offline(True)
    bea.taps("See or change it", "link")
    bea.taps("Change it", "link")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Completely"] * 7)
    bea.page.get_by_role("textbox").fill("Second thought.")
    bea.taps("Save and share")
    bea.sees("Saved on this phone.")
    bea.context.set_offline(False)
    bea.receives()
    ada.opens_page_of(bea)
    ada.sees("Second thought.")
    ada.does_not_see("First thought.")


def test_what_bea_undoes_without_signal_says_that_ada_can_still_see_it(ada, bea):
    bea.sends_a_check_in(words="Shared too soon.")
    bea.context.set_offline(True)
    opens_it(bea)
    bea.taps("Stop sharing with Ada")
    bea.sees("You do not share it any more.")
    bea.opens("/check-ins")
    bea.sees("Saved on this phone · Ada sees the earlier version")
    opens_it(bea)
    bea.taps("Delete it")
    bea.sees("and neither will Ada once this has arrived.")
    bea.taps("Delete", exact=True)
    bea.sees("Deleted. Ada can see it until this has arrived.")
    ada.opens_page_of(bea)
    ada.sees("Shared too soon.")


def test_bea_stops_sharing_and_ada_cannot_read_it_any_more(ada, bea):
    bea.sends_a_check_in(words="Shared too soon.")
    bea.taps("See or change it", "link")
    bea.taps("Stop sharing with Ada")
    bea.sees("Only you can see this.")
    bea.receives()
    ada.opens_page_of(bea)
    ada.does_not_see("Shared too soon.")


def test_what_bea_stopped_sharing_stays_so_when_she_goes_on_with_a_change_that_she_left(bea):
    bea.checks_in(words="Shared too soon.")
    begins_a_change_and_leaves_it(bea)
    opens_it(bea)
    bea.taps("Stop sharing with Ada")
    bea.taps("Change it", "link")
    bea.sees("2 of 7")
    for _ in range(6):
        bea.taps("Skip")
    expect(bea.page.locator("[data-keep=private]")).to_contain_class("usual")
    bea.taps("Save, only for me")
    bea.sees("Thank you.")
    opens_it(bea)
    shows(bea, ["Shared too soon."])
    bea.sees("Only you can see this.")


def begins_a_change_and_leaves_it(bea):
    """At the second question."""
    opens_it(bea)
    bea.taps("Change it", "link")
    bea.answers("Partly")


def test_bea_deletes_a_check_in_without_signal_and_may_undo_it(ada, bea):
    bea.sends_a_check_in(words="Better unsaid.")
    bea.context.set_offline(True)
    bea.taps("See or change it", "link")
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    bea.sees("Deleted.")
    bea.sees("Nothing here yet.")
    bea.taps("Undo")
    bea.sees("Better unsaid.")


def test_a_deleted_check_in_is_gone_for_ada(ada, bea, server):
    bea.sends_a_check_in(words="Better unsaid.")
    bea.taps("See or change it", "link")
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    bea.sees("Deleted.")
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 2)
    ada.opens_page_of(bea)
    ada.sees("Nothing shared yet.")


def test_what_was_deleted_before_it_was_ever_sent_never_leaves_the_phone(bea, server, network):
    bea.context.set_offline(True)
    bea.checks_in(words="A word for nobody.")
    bea.taps("See or change it", "link")
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    bea.sees("Deleted.")
    bea.context.set_offline(False)
    bea.opens("/phone")
    bea.syncs()
    bea.sees("Everything has been received.")
    assert b"A word for nobody." not in b"".join(network.asked)


def test_on_a_second_device_everything_is_there(bea, new_phone):
    bea.sends_a_check_in(words="Written on the first phone.")
    second = new_phone()
    second.takes_passkeys_of(bea)
    second.opens("/sign-in")
    second.taps("Sign in with your passkey")
    second.sees("How was your session?")
    second.opens("/check-ins")
    second.page.locator("[data-list] a").click()
    second.sees("Written on the first phone.")


def test_bea_is_told_that_ada_sees_the_earlier_version_until_the_change_has_arrived(bea):
    bea.sends_a_check_in(words="Shared at first.")
    bea.taps("See or change it", "link")
    bea.sees("Ada can see this.")
    bea.context.set_offline(True)
    bea.taps("Stop sharing with Ada")
    bea.sees("Ada can see the earlier version until this one has arrived.")
    bea.context.set_offline(False)
    bea.sees("Only you can see this.")


def test_what_bea_did_far_down_is_said_in_sight_and_hides_nothing_she_goes_to(bea):
    bea.sends_a_check_in(words="On the hill.")
    opens_it(bea)
    bea.page.set_viewport_size({"width": 390, "height": 500})
    bea.page.locator("one-check-in .stack [data-share]").click()
    expect(bea.page.get_by_text("You do not share it any more.")).to_be_in_viewport(ratio=1)
    for _ in range(6):
        bea.page.keyboard.press("Shift+Tab")
        assert bea.page.evaluate(IS_SEEN)
