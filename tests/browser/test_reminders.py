"""Choosing on a phone which reminders come, how, and when not."""

import pytest
from playwright.sync_api import expect

from tests.browser.devices import another_tab, is_signed_in_on
from tests.browser.stored import rows, whose
from tests.browser.waiting import eventually

CHOSEN = """SELECT p.evening, p.hour, p.with_time FROM preference p
    WHERE p.person_id = replace(?, '-', '')"""
ZONE = "SELECT zone FROM preference WHERE person_id = replace(?, '-', '')"


@pytest.fixture
def mails(server):
    """The same server, from which e-mails can be sent."""
    server.stop()
    server.settings = {"SMTP_URL": "smtp://localhost:9", "MAIL_FROM": "notes@footing.example"}
    server.start()
    yield
    server.stop()
    server.settings = {}


def test_bea_chooses_with_no_signal_and_it_counts_when_it_was_received(bea, server):
    bea.context.set_offline(True)
    bea.opens("/reminders")
    bea.sees("Nothing comes until you choose it here.")
    bea.page.get_by_label("The evening before").check()
    bea.page.get_by_label("With the time").check()
    bea.sees("Tomorrow at 15:00")
    bea.sees("Saved on this phone.")
    bea.has_signal_again()
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


@pytest.mark.parametrize("typed", ["bea@", "bea@example", "be`a@example.org"])
def test_what_bea_chooses_takes_nothing_else_off_the_page(bea, mails, typed):
    bea.opens("/reminders")
    bea.sees("An e-mail")
    chooses(bea, "An hour before")
    bea.page.get_by_label("An e-mail").check(timeout=5_000)
    address = bea.page.get_by_label("Your e-mail address")
    address.fill(typed)
    chooses(bea, "With the time")
    bea.sees("Please check the address.")
    expect(address).to_have_value(typed, timeout=5_000)


def test_reminders_come_along_when_bea_opens_her_phone_in_another_zone(bea, server):
    bea.opens("/reminders")
    chooses(bea, "The evening before")
    bea.cdp.send("Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"})
    bea.opens("/")
    account = whose(bea)
    assert eventually(bea.page, lambda: rows(server, ZONE, account) == [("America/New_York",)])
    assert rows(server, CHOSEN, account) == [(1, 0, 0)]


def test_what_is_chosen_on_one_phone_is_shown_on_a_page_that_is_open_on_another(bea, kept_phone):
    tablet = is_signed_in_on(kept_phone(), bea)
    tablet.opens("/reminders")
    bea.opens("/reminders")
    bea.page.get_by_label("The evening before").check()
    bea.sees("Received")
    tablet.syncs()
    expect(tablet.page.get_by_label("The evening before")).to_be_checked()


def test_beas_address_for_a_calendar_is_shown_once_copied_and_ended(bea):
    bea.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bea.opens("/reminders")
    bea.taps("Make a new address")
    bea.sees("It is shown only now.")
    bea.taps("Copy it")
    bea.sees("Copied.")
    address = bea.page.evaluate("navigator.clipboard.readText()")
    assert "BEGIN:VCALENDAR" in bea.context.request.get(address).text()
    bea.page.reload()
    bea.does_not_see("Copy it")
    bea.taps("End the address")
    bea.sees("The address has ended.")
    bea.does_not_see("End the address")
    assert bea.context.request.get(address).status == 404


def test_the_quiet_hours_that_bea_chose_are_hers_when_she_comes_back_until_she_takes_them_off(bea):
    bea.opens("/reminders")
    quiet = bea.page.get_by_label("Nothing at certain hours")
    chooses(bea, "Nothing at certain hours")
    bea.page.get_by_label("From").fill("22:30")
    comes_back_to_the_page(bea)
    expect(quiet).to_be_checked()
    expect(bea.page.get_by_label("From")).to_have_value("22:30")
    expect(bea.page.get_by_label("Until")).to_have_value("08:00")
    quiet.uncheck()
    bea.does_not_see("From")
    comes_back_to_the_page(bea)
    bea.sees("Received")
    expect(quiet).not_to_be_checked()


def comes_back_to_the_page(bea):
    """When all that she chose there was sent."""
    bea.syncs()
    bea.page.reload()
