"""Reminders on a phone: what is chosen, what a lock screen shows, and where a tap leads."""

from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests import chromium
from tests.browser import looks
from tests.browser.access import hands_the_phone_to, shuts_out
from tests.browser.conftest import launched
from tests.browser.devices import another_tab, is_signed_in_on
from tests.browser.kept_phones import KeptPhones
from tests.browser.lock_screen import LockScreen, can_be_reached
from tests.browser.people import LAPTOP, Therapist
from tests.browser.stored import rows, whose
from tests.browser.waiting import eventually
from webapp.reminders.push import message
from webapp.reminders.words import Words

CHOSEN = """SELECT p.evening, p.hour, p.with_time FROM preference p
    WHERE p.person_id = replace(?, '-', '')"""
ZONE = "SELECT zone FROM preference WHERE person_id = replace(?, '-', '')"
LET_IN = """SELECT s.id FROM push_subscription s JOIN login l ON l.id = s.login_id
    WHERE l.revoked_at IS NULL AND l.person_id = replace(?, '-', '')"""


@pytest.fixture(scope="module")
def phones(chrome):
    """A whole Chromium: its headless shell shows no notifications."""
    with closing(launched(chrome, chromium.path())) as browser:
        yield browser


@pytest.fixture
def kept_phones(phones, server):
    """None is handed on: nobody is to find what another one was shown."""
    with closing(KeptPhones(phones, server.origin)) as kept:
        yield kept


@pytest.fixture
def mails(server):
    """The same server, from which e-mails can be sent."""
    server.stop()
    server.settings = {"SMTP_URL": "smtp://localhost:9", "MAIL_FROM": "notes@footing.example"}
    server.start()
    yield
    server.stop()
    server.settings = {}


def pushed(address):
    """What the server sends, for a tap to open this address."""
    return message(Words("Ready for tomorrow", "Open when you have a moment.", ""), "one", address)


@pytest.fixture
def lock_screen(bea):
    return LockScreen(bea)


def test_bea_chooses_with_no_signal_and_it_counts_when_it_was_received(bea, server):
    bea.context.set_offline(True)
    bea.opens("/reminders")
    bea.sees("Nothing comes until you choose it here.")
    bea.page.get_by_label("The evening before").check()
    bea.page.get_by_label("With the time").check()
    bea.sees("Tomorrow at 15:00")
    bea.sees("Saved on this phone.")
    bea.context.set_offline(False)
    bea.tries_again()
    bea.receives()
    assert rows(server, CHOSEN, whose(bea)) == [(1, 0, 1)]
    bea.opens("/reminders")
    evening = bea.page.get_by_label("The evening before")
    assert eventually(bea.page, evening.is_checked)


def test_bea_is_told_that_nothing_can_come_until_she_chooses_a_way(bea):
    bea.opens("/reminders")
    bea.page.get_by_label("The evening before").check()
    bea.sees("Nothing comes until you choose a way here.")
    bea.receives()
    bea.taps("Send me a test")
    bea.sees("There is no way yet by which it could come.")
    bea.page.get_by_label("A notification").check()
    bea.does_not_see("Nothing comes until you choose a way here.")


def test_bea_is_told_that_no_e_mail_can_come_until_she_writes_her_address(bea, mails):
    bea.opens("/reminders")
    bea.page.get_by_label("An hour before").check()
    bea.page.get_by_label("An e-mail").check()
    bea.sees("Please write your address, or nothing comes by e-mail.")
    bea.does_not_see("Nothing comes until you choose a way here.")
    bea.page.get_by_label("Your e-mail address").fill("bea@example.org")
    bea.page.get_by_label("With the time").check()
    bea.does_not_see("Please write your address")
    bea.receives()


def test_bea_is_told_that_quiet_hours_without_an_hour_hold_nothing_back(bea):
    bea.opens("/reminders")
    bea.page.get_by_label("Nothing at certain hours").check()
    bea.page.get_by_label("From").fill("08:00")
    bea.sees("Both are the same time, so there are no quiet hours.")
    bea.page.get_by_label("From").fill("22:30")
    bea.does_not_see("Both are the same time")


def test_what_became_of_a_test_stays_readable_while_things_arrive(bea):
    bea.opens("/reminders")
    bea.page.get_by_label("The evening before").check()
    bea.receives()
    bea.taps("Send me a test")
    bea.sees("There is no way yet by which it could come.")
    bea.syncs()
    bea.sees("Received")
    bea.sees("There is no way yet by which it could come.")


def chooses(person, words):
    """Tap a choice on the page that is open, and wait until the server has it."""
    person.page.get_by_label(words).click()
    person.receives()
    person.syncs()


def test_a_page_left_open_writes_back_only_what_was_tapped(bea, server):
    bea.opens("/reminders")
    chooses(bea, "The evening before")
    chooses(another_tab(bea, "/reminders"), "The evening before")
    chooses(bea, "An hour before")
    assert rows(server, CHOSEN, whose(bea)) == [(0, 1, 0)]


def test_what_bea_chooses_takes_nothing_else_off_the_page(bea, mails):
    bea.opens("/reminders")
    bea.sees("An e-mail")
    chooses(bea, "An hour before")
    bea.page.get_by_label("An e-mail").check(timeout=5_000)
    address = bea.page.get_by_label("Your e-mail address")
    address.fill("bea@")
    chooses(bea, "With the time")
    bea.sees("Please check the address.")
    expect(address).to_have_value("bea@", timeout=5_000)


def test_reminders_come_along_when_bea_opens_her_phone_in_another_zone(bea, server):
    bea.opens("/reminders")
    chooses(bea, "The evening before")
    bea.cdp.send("Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"})
    bea.opens("/")
    account = whose(bea)
    assert eventually(bea.page, lambda: rows(server, ZONE, account) == [("America/New_York",)])
    assert rows(server, CHOSEN, account) == [(1, 0, 0)]


def test_choosing_is_right_in_every_look_with_nothing_chosen_and_with_everything(bea):
    bea.opens("/reminders")
    bea.sees("Nothing comes until you choose it here.")
    looks.hold(bea)
    for words in ("A notification", "When something changes", "Nothing at certain hours"):
        bea.page.get_by_label(words).check()
    bea.taps("Make a new address")
    bea.sees("It is shown only now.")
    bea.sees("Allow it on this phone")
    looks.hold(bea)


def test_a_lock_screen_shows_the_neutral_words_and_a_tap_opens_the_page(bea, lock_screen, server):
    bea.opens("/help")
    (shown,) = lock_screen.is_sent(pushed(server.origin + "/prepare"))
    assert (shown["title"], shown["body"]) == ("Ready for tomorrow", "Open when you have a moment.")
    lock_screen.is_tapped()
    bea.page.wait_for_url("**/prepare")


def test_a_message_that_is_none_of_ours_shows_something_and_leads_nowhere_else(bea, lock_screen):
    shown = lock_screen.is_sent("not for us at all")
    assert shown[0]["title"] == "Something new"
    lock_screen.is_tapped()
    lock_screen.is_sent(pushed("https://elsewhere.example/check-in"))
    bea.opens("/help")
    lock_screen.is_tapped()
    bea.page.wait_for_url("**/")


def test_a_phone_that_was_shut_out_is_notified_again_once_bea_signs_in_there(bea, server):
    account = whose(bea)
    can_be_reached(bea)
    bea.page.evaluate("localStorage.setItem('notified', 1)")
    bea.opens("/")
    assert eventually(bea.page, lambda: rows(server, LET_IN, account))
    shuts_out(server, account)
    bea.opens("/check-ins")
    bea.taps("Sign in with your passkey")
    assert eventually(bea.page, lambda: rows(server, LET_IN, account))


def test_a_phone_that_is_signed_out_says_so_and_is_notified_once_bea_signs_in(bea, server):
    can_be_reached(bea)
    bea.opens("/reminders")
    chooses(bea, "A notification")
    passkeys = bea.passkeys()
    bea.context.clear_cookies()
    hands_the_phone_to(bea, [])
    bea.taps("Allow it on this phone")
    bea.sees("You are not signed in. Please try again.")
    hands_the_phone_to(bea, passkeys)
    bea.taps("Allow it on this phone")
    assert eventually(bea.page, lambda: rows(server, LET_IN, whose(bea)))


@pytest.fixture
def at_home(ada, phones, server):
    """Ada, with a whole Chromium."""
    at_home = Therapist(phones.new_context(**LAPTOP), server.origin)
    at_home.takes_passkeys_of(ada)
    at_home.opens("/sign-in")
    at_home.taps("Sign in with your passkey")
    at_home.page.wait_for_url("**/practice")
    yield at_home
    at_home.context.close()


def test_how_ada_is_told_is_right_in_every_look(at_home):
    at_home.opens("/practice/reminders")
    at_home.sees("does not notify you")
    looks.hold(at_home)


def test_ada_whose_login_has_lapsed_signs_in_and_is_notified(at_home):
    can_be_reached(at_home)
    at_home.opens("/practice/reminders")
    at_home.context.clear_cookies()
    at_home.taps("Notify me on this device")
    at_home.sees("This device notifies you.")


def test_what_is_chosen_on_one_phone_is_shown_on_a_page_that_is_open_on_another(bea, kept_phone):
    tablet = is_signed_in_on(kept_phone(), bea)
    tablet.opens("/reminders")
    bea.opens("/reminders")
    bea.page.get_by_label("The evening before").check()
    bea.sees("Received")
    tablet.syncs()
    expect(tablet.page.get_by_label("The evening before")).to_be_checked()
