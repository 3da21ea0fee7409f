"""Journey 2 and 3: Ada invites, and Bea joins."""

import re

from playwright.sync_api import expect

from tests.browser import taps
from tests.browser.devices import another_tab

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
SAFARI = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/26.0 Safari/605.1.15"
)
FIREFOX = "Mozilla/5.0 ({}; rv:140.0) Gecko/20100101 Firefox/140.0"
TO_THE_HOME_SCREEN = "Put Footing on your home screen"

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
    bea.sees("A passkey is being made in another tab just now. The link stays good.")
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


def test_an_iphone_is_told_to_install_before_anything_is_written(ada, new_phone):
    bea = new_phone(user_agent=IPHONE)
    bea.opens(ada.invites("Bea").link)
    bea.taps("Make my passkey")
    bea.taps("Not now")
    bea.sees("On an iPhone, do this before you write anything")
    bea.sees("Add to Home Screen")


def test_in_firefox_on_a_computer_bea_hears_what_she_can_do_instead(settled_bea, new_phone):
    computer = new_phone(user_agent=FIREFOX.format("X11; Linux x86_64"))
    computer.takes_passkeys_of(settled_bea)
    comes_to_today(computer)
    computer.does_not_see(TO_THE_HOME_SCREEN)
    computer.opens("/home-screen")
    computer.sees("keep Footing as a bookmark there, or open it on your phone.")
    computer.does_not_see("Open the menu of your browser")


def test_in_firefox_on_a_phone_she_is_told_the_steps(settled_bea, new_phone):
    phone = new_phone(user_agent=FIREFOX.format("Android 15; Mobile"))
    phone.takes_passkeys_of(settled_bea)
    comes_to_today(phone)
    phone.taps(TO_THE_HOME_SCREEN, "link")
    phone.sees("Open the menu of your browser")
    phone.does_not_see("as a bookmark")


def test_in_safari_on_a_mac_she_is_told_of_the_dock(new_phone):
    mac = new_phone(user_agent=SAFARI)
    mac.opens("/home-screen")
    mac.sees("Add to Dock")
    mac.does_not_see("Open the menu of your browser")


def comes_to_today(phone):
    phone.opens("/")
    phone.taps("Sign in with your passkey")
    phone.sees("How was your session?")


def test_a_browser_that_can_install_offers_a_real_button(settled_bea):
    settled_bea.opens("/home-screen")
    settled_bea.page.evaluate(
        "globalThis.asked = 0; const e = new Event('beforeinstallprompt', {cancelable: true});"
        "e.prompt = async () => { asked++ }; dispatchEvent(e)"
    )
    settled_bea.taps("Put it on my home screen")
    assert settled_bea.page.evaluate("asked") == 1


def test_who_does_not_want_the_button_of_her_browser_is_told_the_steps(settled_bea):
    settled_bea.opens("/home-screen")
    settled_bea.page.evaluate(
        "const e = new Event('beforeinstallprompt', {cancelable: true});"
        "e.prompt = async () => ({outcome: 'dismissed'}); dispatchEvent(e)"
    )
    settled_bea.taps("Put it on my home screen")
    settled_bea.sees("Choose Install app")


def test_in_the_app_on_the_home_screen_bea_signs_in_with_one_tap(settled_bea, new_phone):
    installed = new_phone()
    installed.takes_passkeys_of(settled_bea)
    installed.opens("/")
    installed.taps("Sign in with your passkey")
    installed.sees("How was your session?")


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


def test_without_connection_the_invitation_says_that_it_stays_good(ada, new_phone, network):
    bea = new_phone()
    link = ada.invites("Bea").link
    bea.opens("/join")
    bea.waits_for_offline()
    bea.context.set_offline(True)
    bea.opens("/help")
    bea.opens(link)
    bea.sees("The link stays good.")
    bea.context.set_offline(False)
    bea.taps("Try again")
    bea.sees("Hello Bea.")
