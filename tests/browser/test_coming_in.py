"""Journey 2 and 3: Ada invites, and Bea joins."""

import re

from playwright.sync_api import expect

from tests.browser import taps
from tests.browser.devices import another_tab

IS_MAKING_ONE = """() => new Promise((is) => {
    navigator.locks.request("new passkey", () => new Promise((over) => {
        globalThis.makesNoneAfterAll = over;
        is();
    }));
})"""


def test_a_double_tap_on_an_invitation_makes_one_passkey_and_it_is_good(ada, new_phone):
    bea = new_phone()
    passkeys = taps.begun_in(bea)
    bea.opens(ada.invites("Bea").link)
    bea.page.get_by_role("button", name="Make my passkey").dblclick()
    bea.taps("Not now")
    bea.opens("/phone")
    bea.taps("Sign out")
    bea.taps("Sign in with your passkey")
    bea.sees("How was your session?")
    assert len(passkeys()) == 1


def test_bea_makes_one_passkey_in_two_tabs_and_is_in_in_both(ada, new_phone):
    bea = new_phone()
    link = ada.invites("Bea").link
    bea.opens(link)
    tab = another_tab(bea, link)
    tab.page.evaluate(IS_MAKING_ONE)
    bea.taps("Make my passkey")
    bea.sees("A passkey is being made in another tab just now. The link was not used.")
    tab.page.evaluate("makesNoneAfterAll()")
    bea.taps("Make my passkey")
    bea.sees("You are in.")
    tab.sees("Somebody is signed in here already.")
    tab.taps("Go on", "link")
    tab.sees("How was your session?")


def test_ada_is_told_why_a_code_cannot_be_scanned_from_this_computer(ada):
    ada.invites("Ben")
    ada.sees("No square code yet")
    ada.sees("localhost")


def test_reloading_the_invitation_makes_no_second_one(ada, new_phone):
    invitation = ada.invites("Ben")
    ada.page.reload()
    ada.sees("An invitation is open")
    ben = new_phone()
    ben.joins(invitation.link)


def test_bea_sees_who_invites_her_and_joins_with_one_tap(ada, new_phone):
    bea = new_phone()
    bea.opens(ada.invites("Bea").link)
    bea.sees("Hello Bea. Ada, Hillside invites you.")
    bea.taps("Make my passkey")
    bea.sees("You are in.")
    assert "#" not in bea.page.url
    assert len(bea.passkeys()) == 1


def test_an_invitation_that_was_used_says_so_and_offers_the_way_in(settled_bea, new_phone):
    stranger = new_phone()
    stranger.opens(settled_bea.invitation.link)
    stranger.sees("This invitation cannot be used any more.")
    expect(stranger.page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_new_link_counts_where_the_page_of_an_old_one_is_still_open(ada, settled_bea, new_phone):
    ben = new_phone()
    ben.opens(settled_bea.invitation.link)
    ben.sees("This invitation cannot be used any more.")
    ben.opens(ada.invites("Ben").link)
    ben.sees("Hello Ben.")
    ben.taps("Make my passkey")
    ben.sees("You are in.")


def test_bea_gets_a_recovery_code_once(ada, new_phone):
    bea = new_phone()
    bea.opens(ada.invites("Bea").link)
    bea.taps("Make my passkey")
    bea.taps("Show my code")
    bea.sees(re.compile(r"^[0-9a-f]{6}(-[0-9a-f]{6}){4}$"))
    bea.taps("I have it")
    bea.sees("Put it on your home screen")


def test_a_browser_inside_another_app_gets_a_way_out(ada, new_phone):
    bea = new_phone()
    bea.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bea.page.add_init_script("delete globalThis.PublicKeyCredential")
    link = ada.invites("Bea").link
    bea.opens(link)
    bea.sees("This page is open inside another app")
    bea.taps("Copy the link")
    bea.sees("Copied.")
    assert bea.page.evaluate("navigator.clipboard.readText()") == link


def test_the_passkey_to_sign_in_is_asked_for_in_the_tap_itself(settled_bea, new_phone):
    """Safari forgets a tap over whatever else is waited for than the server."""
    phone = new_phone()
    phone.takes_passkeys_of(settled_bea)
    phone.runs_first(taps.COUNTS)
    phone.opens("/sign-in")
    phone.page.evaluate("addEventListener('pagehide', () => localStorage.asked = asked)")
    phone.taps("Sign in with your passkey")
    phone.page.wait_for_url("**/")
    assert phone.page.evaluate("localStorage.asked") == "true"


def test_without_connection_the_invitation_says_that_nothing_was_used_up(ada, new_phone, network):
    bea = new_phone()
    link = ada.invites("Bea").link
    bea.opens("/join")
    bea.waits_for_offline()
    bea.context.set_offline(True)
    bea.opens("/help")
    bea.opens(link)
    bea.sees("Nothing was used up.")
    bea.context.set_offline(False)
    bea.taps("Try again")
    bea.sees("Hello Bea.")
