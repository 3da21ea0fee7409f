"""How Bea puts Footing where it opens without signal, on each kind of phone and computer."""

from tests.browser.looks import between

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


def test_an_iphone_is_told_to_install_before_anything_is_written(ada, new_phone):
    bea = new_phone(user_agent=IPHONE)
    bea.opens(ada.invites("Bea").link)
    bea.taps("Make my passkey")
    bea.taps("Not now")
    bea.sees("On an iPhone, do this before you write anything")
    bea.sees("Add to Home Screen")


def test_what_an_iphone_is_told_does_not_touch_what_stands_above_it(invite, new_phone):
    bea = new_phone(user_agent=IPHONE)
    bea.joins(invite("Bea").link)
    bea.sees("Before you write: put Footing on your home screen.")
    bea.page.evaluate("document.querySelector('[data-when=newer]').hidden = false")
    above, told = (bea.page.locator(f"[data-when={one}]") for one in ("newer", "in-a-tab"))
    assert between(above, told) > 10


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
