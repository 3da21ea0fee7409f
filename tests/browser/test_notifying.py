"""Being notified: what a lock screen shows, where a tap leads, and who is signed in for it."""

from contextlib import closing

import pytest

from tests import chromium
from tests.browser import looks
from tests.browser.access import hands_the_phone_to, shuts_out
from tests.browser.kept_phones import KeptPhones
from tests.browser.lock_screen import GIVEN_UP, LockScreen, can_be_reached
from tests.browser.people import LAPTOP, Therapist
from tests.browser.stored import hexed, rows, whose
from tests.browser.waiting import eventually
from webapp.reminders.push import message
from webapp.reminders.words import Words

NOTIFIED = "SELECT person_id FROM push_subscription"
LET_IN = """SELECT s.id FROM push_subscription s JOIN login l ON l.id = s.login_id
    WHERE l.revoked_at IS NULL AND l.person_id = replace(?, '-', '')"""


@pytest.fixture(scope="module")
def phones(chrome):
    """A whole Chromium: its headless shell shows no notifications."""
    with closing(chromium.launched(chrome, chromium.path())) as browser:
        yield browser


@pytest.fixture
def kept_phones(phones, server):
    """None is handed on: nobody is to find what another one was shown."""
    with closing(KeptPhones(phones, server.origin)) as kept:
        yield kept


def pushed(address):
    """What the server sends, for a tap to open this address."""
    return message(Words("Ready for tomorrow", "Open when you have a moment.", ""), "one", address)


@pytest.fixture
def lock_screen(bea):
    return LockScreen(bea)


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


def allows_it(person):
    """Choose notifications, and have this phone notified."""
    person.opens("/reminders")
    person.page.get_by_label("A notification").check()
    person.receives()
    person.syncs()
    person.taps("Allow it on this phone")


def is_notified(person, server):
    """By some login of theirs that is good."""
    return eventually(person.page, lambda: rows(server, LET_IN, person.account))


@pytest.fixture
def notified(bea, server):
    """Bea, whom her phone notifies."""
    bea.account = whose(bea)
    can_be_reached(bea)
    allows_it(bea)
    assert is_notified(bea, server)
    return bea


def test_a_phone_that_was_shut_out_is_notified_again_once_bea_signs_in_there(notified, server):
    shuts_out(server, notified.account)
    notified.opens("/check-ins")
    notified.taps("Sign in with your passkey")
    assert is_notified(notified, server)


def test_who_signs_in_on_beas_phone_is_not_notified_there_unasked(ada, notified, new_phone, server):
    ben = new_phone()
    ben.joins(ada.invites("Ben", "Online").link)
    shuts_out(server, notified.account)
    notified.opens("/check-ins")
    notified.sees("Sign in with your passkey")
    hands_the_phone_to(notified, ben.passkeys())
    notified.taps("Sign in with your passkey")
    notified.sees("Nothing here yet.")
    notified.opens("/reminders")
    notified.page.get_by_label("A notification").check()
    notified.sees("Allow it on this phone")
    assert [owner for (owner,) in rows(server, NOTIFIED)] == [hexed(notified.account)]


def test_a_phone_that_is_signed_out_says_so_and_is_notified_once_bea_signs_in(bea, server):
    can_be_reached(bea)
    bea.opens("/reminders")
    bea.page.get_by_label("A notification").check()
    bea.receives()
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


def test_who_signs_out_of_the_practice_is_notified_there_no_more_at_the_next_sign_in(
    at_home, server
):
    can_be_reached(at_home)
    at_home.opens("/practice/reminders")
    at_home.taps("Notify me on this device")
    at_home.sees("This device notifies you.")
    at_home.taps("Sign out")
    at_home.taps("Sign in with your passkey")
    at_home.page.wait_for_url("**/practice")
    at_home.calls("notifications.js", "tend", None)
    assert rows(server, LET_IN, whose(at_home)) == []


def test_ada_sends_herself_a_test_and_stops_it_on_this_device(at_home, server):
    can_be_reached(at_home)
    at_home.opens("/practice/reminders")
    at_home.taps("Send me a test")
    at_home.sees("There is no way yet by which it could come. Please choose one above.")
    at_home.taps("Notify me on this device")
    at_home.sees("This device notifies you.")
    at_home.taps("Send me a test")
    at_home.sees("A test is on its way.")
    at_home.taps("Stop it on this device")
    at_home.sees("This device does not notify you.")
    account = whose(at_home)
    assert eventually(at_home.page, lambda: rows(server, LET_IN, account) == [])


def test_where_the_browser_gave_it_up_by_itself_bea_is_notified_all_the_same(notified, server):
    rows(server, "DELETE FROM push_subscription")
    notified.context.service_workers[-1].evaluate(GIVEN_UP)
    assert is_notified(notified, server)
