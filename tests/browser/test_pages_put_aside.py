"""A page of Ada's that was put aside: what she typed is there, and after she signed out, nothing of
her clients."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import another_tab


def is_put_aside_and_gone_back_to(person):
    """As in Firefox, which puts aside pages that are kept nowhere, too."""
    shown = 'new PageTransitionEvent("pageshow", { persisted: true })'
    person.page.evaluate(f"() => void dispatchEvent({shown})")


def has_to_sign_in_again(ada):
    """And is back where she was."""
    ada.taps("Sign in with your passkey")
    ada.sees("All clients")


def test_whoever_goes_back_after_ada_has_signed_out_sees_nothing_of_her_clients(ada, bea):
    ada.opens(bea.invitation.client)
    ada.sees("All clients")
    ada.page.evaluate("async () => (await ours('account.js')).signOut()")
    is_put_aside_and_gone_back_to(ada)
    has_to_sign_in_again(ada)


def test_a_page_put_aside_before_ada_left_quickly_leads_away_from_her_clients(ada, bea):
    ada.opens(bea.invitation.client)
    ada.page.evaluate("sessionStorage.setItem('left', 'yes')")
    is_put_aside_and_gone_back_to(ada)
    ada.sees("Packing list")


def test_ada_who_goes_back_finds_what_she_typed(ada, bea):
    ada.opens(f"{bea.invitation.client}/sessions/new")
    ada.page.get_by_label("Where you meet").fill("By the old oak")
    is_put_aside_and_gone_back_to(ada)
    expect(ada.page.get_by_label("Where you meet")).to_be_visible()
    expect(ada.page.get_by_label("Where you meet")).to_have_value("By the old oak")


def test_when_ada_signs_out_in_another_tab_nothing_of_her_clients_stays_in_this_one(ada, bea):
    ada.opens(bea.invitation.client)
    signs_out_in_another_tab(ada)
    has_to_sign_in_again(ada)


def test_nor_where_the_browser_had_put_this_tab_to_sleep(ada, bea):
    ada.opens(bea.invitation.client)
    ada.page.evaluate(HEARS_OF_NO_OTHER_TAB)
    signs_out_in_another_tab(ada)
    is_looked_at_again(ada)
    has_to_sign_in_again(ada)


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
