"""The phone's own back, and “Back”: to what was before, and never into what somebody else said."""

import pytest
from playwright.sync_api import expect

from tests.browser.clocks import passes
from tests.browser.devices import another_tab
from tests.browser.disk import writes_down
from tests.browser.waiting import becomes_true

IS_KEPT_BY_ITS_ADDRESS = "location.hash.startsWith('#kept-')"


def keeps_a_check_in_begun_on_today(person):
    """From Today through all seven questions, until it is kept."""
    person.opens("/")
    person.taps("Check in", "link")
    person.page.locator("check-in-form").wait_for()
    person.answers(*["A little"] * 7)
    person.taps("Save, only for me")
    person.sees("Thank you.")


def goes_back_to(person, path):
    """Press the phone's back until it is there."""
    for _ in range(12):
        person.page.go_back()
        if person.page.url.partition("#")[0] == person.origin + path:
            return
    raise AssertionError(person.page.url)


def goes_back_to_what_was_kept(person):
    """The page on which it was kept leads on to it."""
    goes_back_to(person, "/check-in")
    person.page.wait_for_url("**/check-ins#*")


def test_the_next_person_on_the_phone_goes_back_and_finds_nothing_that_was_kept(bea, invite):
    keeps_a_check_in_begun_on_today(bea)
    bea.receives()
    bea.taps("Done", "link")
    bea.opens("/phone")
    bea.taps("Sign out on this phone")
    bea.page.wait_for_url("**/sign-in*")
    bea.joins(invite("Ben").link)
    goes_back_to_what_was_kept(bea)
    bea.sees("Nothing here yet.")
    expect(bea.page.locator("one-check-in")).to_be_hidden()


def test_bea_goes_back_after_keeping_and_finds_what_she_kept(bea):
    keeps_a_check_in_begun_on_today(bea)
    bea.taps("Done", "link")
    bea.page.wait_for_url("**/")
    goes_back_to_what_was_kept(bea)
    expect(bea.page.locator("one-check-in h2")).to_be_visible()
    bea.sees("Only you can see this.")


def test_a_phone_that_lets_go_of_the_thanks_shows_what_was_kept_and_no_new_check_in(bea):
    bea.context.set_offline(True)
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.page.reload()
    bea.page.wait_for_url("**/check-ins#*")
    expect(bea.page.locator("one-check-in h2")).to_be_visible()
    bea.sees("Saved on this phone")


def test_one_press_of_back_from_what_was_kept_leads_to_today_too(bea):
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.taps("See or change it", "link")
    bea.page.wait_for_url("**/check-ins#*")
    bea.page.go_back()
    assert bea.page.url == bea.origin + "/"


def test_bea_goes_back_after_sending_and_finds_no_sentence_chosen(bea):
    bea.opens("/say-it")
    for row in ("[name=kind]", "[name=phrase]"):
        bea.page.locator(f"label:has({row}):visible").nth(1).click()
        passes(bea, seconds=1)
    bea.taps("Send it now")
    bea.page.wait_for_url("**/talking-points*")
    goes_back_to(bea, "/say-it")
    bea.sees("What was it like?")
    expect(bea.page.locator("say-it :checked")).to_have_count(0)


def test_one_press_of_back_after_thank_you_leads_to_today(bea):
    keeps_a_check_in_begun_on_today(bea)
    becomes_true(bea.page, IS_KEPT_BY_ITS_ADDRESS)
    bea.sees("Thank you.")
    bea.page.go_back()
    assert bea.page.url == bea.origin + "/"


def test_back_in_a_check_in_that_was_left_leads_to_the_question_before_and_then_to_today(bea):
    bea.begins("Mostly", "A little")
    bea.opens("/")
    bea.taps("Go on with your check-in", "link")
    for place in ("3 of 7", "2 of 7", "1 of 7"):
        bea.sees(place)
        bea.taps("Back")
    bea.page.wait_for_url(bea.origin + "/")
    bea.sees("Go on with your check-in")


def test_back_in_words_that_were_left_leads_to_the_step_before_and_then_to_today(bea):
    bea.opens("/say-it")
    bea.taps("Skip")
    bea.taps("In my own words")
    writes_down(bea, "Money.")
    bea.opens("/say-it")
    for asked in ("Your words", "Is one of these near it?", "What was it like?"):
        bea.page.get_by_role("group", name=asked).wait_for()
        bea.taps("Back")
    bea.page.wait_for_url(bea.origin + "/")


def is_put_aside_and_gone_back_to(person):
    """As in Firefox, which puts aside pages that are kept nowhere, too."""
    shown = 'new PageTransitionEvent("pageshow", { persisted: true })'
    person.page.evaluate(f"() => void dispatchEvent({shown})")


def test_whoever_goes_back_after_ada_has_signed_out_sees_nothing_of_her_clients(ada, bea):
    ada.opens(bea.invitation.client)
    ada.sees("All clients")
    ada.page.evaluate("async () => (await ours('account.js')).signOut()")
    is_put_aside_and_gone_back_to(ada)
    ada.taps("Sign in with your passkey")
    ada.sees("All clients")


def test_ada_who_goes_back_finds_what_she_typed(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    ada.page.get_by_label("Where you meet").fill("By the old oak")
    is_put_aside_and_gone_back_to(ada)
    expect(ada.page.get_by_label("Where you meet")).to_be_visible()
    expect(ada.page.get_by_label("Where you meet")).to_have_value("By the old oak")


def test_when_ada_signs_out_in_another_tab_nothing_of_her_clients_stays_in_this_one(ada, bea):
    ada.opens(bea.invitation.client)
    signs_out_in_another_tab(ada)
    ada.taps("Sign in with your passkey")
    ada.sees("All clients")


def test_nor_where_the_browser_had_put_this_tab_to_sleep(ada, bea):
    ada.opens(bea.invitation.client)
    ada.page.evaluate(HEARS_OF_NO_OTHER_TAB)
    signs_out_in_another_tab(ada)
    is_looked_at_again(ada)
    ada.taps("Sign in with your passkey")
    ada.sees("All clients")


def test_ada_who_only_looked_elsewhere_finds_what_she_typed_without_a_flash(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    ada.page.get_by_label("Where you meet").fill("By the old oak")
    ada.page.evaluate(NOTES_WHAT_IS_HIDDEN)
    is_looked_at_again(ada)
    ada.page.evaluate("async () => (await ours('phone.js')).account()")
    assert ada.page.evaluate("flashes") == 0
    expect(ada.page.get_by_label("Where you meet")).to_have_value("By the old oak")


def test_what_ada_is_writing_stays_when_she_signs_out_in_another_tab(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    ada.page.get_by_label("Where you meet").fill("By the old oak")
    signs_out_in_another_tab(ada)
    is_looked_at_again(ada)
    ada.page.evaluate("async () => (await ours('phone.js')).account()")
    expect(ada.page.get_by_label("Where you meet")).to_have_value("By the old oak")
    ada.opens("/practice")
    ada.taps("Sign in with your passkey")
    ada.sees("Invite a client")


CHOOSE = {
    "input[value=online]": "(row) => row.click()",
    "#zone": "(zone) => { zone.value = 'Asia/Tokyo'; }",
}


@pytest.mark.parametrize("field", CHOOSE)
def test_what_ada_only_chose_stays_too(ada, bea, field):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    ada.page.locator(field).evaluate(CHOOSE[field])
    signs_out_in_another_tab(ada)
    is_looked_at_again(ada)
    ada.page.evaluate("async () => (await ours('phone.js')).account()")
    expect(ada.page.get_by_role("heading", name="Book a session with")).to_be_visible()
    assert "/sessions/new" in ada.page.evaluate("location.pathname")
    ada.opens("/practice")
    ada.taps("Sign in with your passkey")
    ada.sees("Invite a client")


def signs_out_in_another_tab(person):
    tab = another_tab(person, "/practice")
    tab.taps("Sign out")
    tab.sees("Sign in with your passkey")
    tab.page.close()


def is_looked_at_again(person):
    person.page.evaluate("() => void document.dispatchEvent(new Event('visibilitychange'))")


HEARS_OF_NO_OTHER_TAB = "addEventListener('storage', (e) => e.stopImmediatePropagation(), true)"
NOTES_WHAT_IS_HIDDEN = """() => {
    globalThis.flashes = 0;
    new MutationObserver((all) => flashes += all.length).observe(document.body, {attributes: true});
}"""
