"""Journey 4 to 6: preparing and checking in with no signal, and what becomes of it."""

import pytest
from playwright.sync_api import expect

from tests import chromium
from tests.browser.people import PHONE, Client
from tests.browser.stored import on_the_server
from tests.browser.waiting import eventually


def test_bea_prepares_for_a_walk_in_flight_mode(settled_bea):
    settled_bea.context.set_offline(True)
    settled_bea.opens("/prepare")
    settled_bea.sees("Know the exact spot to meet")
    settled_bea.page.get_by_label("Online").check()
    settled_bea.does_not_see("Know the exact spot to meet")
    settled_bea.sees("Every session")


def test_the_tips_that_open_first_are_those_of_the_usual_setting(ada, new_phone):
    ben = new_phone()
    ben.joins(ada.invites("Ben", "Online").link)
    ben.opens("/prepare")
    assert eventually(ben.page, ben.page.get_by_label("Online").is_checked)


def test_a_check_in_with_the_server_stopped_is_saved_and_goes_by_itself_once(bea, server):
    server.stop()
    bea.checks_in(words="The wind was loud by the reservoir.")
    bea.sees("Saved on this phone.")
    server.start()
    bea.tries_again()
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_with_the_largest_text_too_what_bea_sees_first_is_that_it_is_saved(bea):
    bea.opens("/phone")
    bea.page.get_by_label("Largest").check()
    bea.context.set_offline(True)
    bea.checks_in(words="I said too little.", felt_off=True)
    expect(bea.page.get_by_text("Saved on this phone.")).to_be_in_viewport(ratio=1)


def test_ten_taps_lead_from_the_icon_to_saved(bea):
    bea.context.set_offline(True)
    taps = ["icon"]
    bea.opens("/")
    bea.taps("Check in", "link"), taps.append("check in")
    bea.page.locator("check-in-form").wait_for()
    for _ in range(7):
        bea.answers("Mostly"), taps.append("answer")
    bea.taps("Save, only for me"), taps.append("save")
    bea.sees("Saved on this phone.")
    assert len(taps) == 10


@pytest.fixture
def started(chrome, server, tmp_path):
    """Starts a phone cold, with whatever lies on its disk."""

    def start():
        context = chrome.launch_persistent_context(
            tmp_path, executable_path=chromium.shell(), args=chromium.FLAGS, **PHONE
        )
        return Client(context, server.origin)

    return start


def test_a_cold_start_without_signal_opens_the_check_in(ada, server, started):
    bea = started()
    bea.joins(ada.invites("Bea").link)
    bea.waits_for_offline()
    bea.context.close()
    server.stop()
    bea = started()
    bea.checks_in(words="No bars on the phone at all.")
    bea.sees("Saved on this phone.")
    bea.context.close()


def test_an_expired_login_does_not_stop_anybody_from_writing(bea, server):
    bea.context.clear_cookies()
    bea.checks_in(words="Written while signed out.")
    bea.sees("Sign in to send it.")
    bea.does_not_see("It goes when")
    bea.taps("Sign in")
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_nothing_is_chosen_about_sharing_the_first_time_then_as_last_time(bea):
    bea.checks_in(share=False)
    bea.sees("Only you can see this.")
    bea.begins(*["Mostly"] * 7)
    usual = bea.page.locator(".ask__ends .usual")
    assert usual.all_inner_texts() == ["Save, only for me"]


def test_saying_that_something_felt_off_is_met_with_words_for_it(bea):
    bea.checks_in(answer="A little", felt_off=True)
    bea.sees("You said that something felt off.")
    bea.taps("Help me say it", "link")
    bea.taps("Skip")
    bea.sees("Something felt off for me last time. Can we look at it?")


def wakes_the_worker(person, page, origin):
    """What a browser does when there is signal again, while no page of ours is open."""
    cdp, found = person.context.new_cdp_session(page), []
    seen = "ServiceWorker.workerRegistrationUpdated"
    cdp.on(seen, lambda event: found.extend(event["registrations"]))
    cdp.send("ServiceWorker.enable")
    assert eventually(page, lambda: found)
    registration = found[0]["registrationId"]
    asked = {"origin": origin, "registrationId": registration, "tag": "send", "lastChance": False}
    cdp.send("ServiceWorker.dispatchSyncEvent", asked)


def test_the_service_worker_sends_in_the_background(bea, server):
    server.stop()
    bea.checks_in(words="Sent while nobody looks.")
    server.start()
    page = bea.context.new_page()
    bea.page.close()
    wakes_the_worker(bea, page, server.origin)
    page.goto(f"{server.origin}/help")
    bea.page = page
    assert eventually(page, lambda: on_the_server(server, bea) == 1)
