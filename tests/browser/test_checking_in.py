"""Journey 4 to 6: preparing and checking in with no signal, and what becomes of it."""

import pytest
from playwright.sync_api import expect

from tests import chromium
from tests.browser.clocks import passes, stands_still
from tests.browser.disk import drafts, writes_down
from tests.browser.people import PHONE, Client, eventually, on_the_server


def test_bea_prepares_for_a_walk_in_flight_mode(bea):
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.sees("Know the exact spot to meet")
    bea.page.get_by_label("Online").check()
    bea.does_not_see("Know the exact spot to meet")
    bea.sees("Every session")


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


def test_a_cold_start_without_signal_opens_the_check_in(chrome, server, ada, tmp_path):
    def opened():
        context = chrome.launch_persistent_context(
            tmp_path, executable_path=chromium.shell(), args=chromium.FLAGS, **PHONE
        )
        return Client(context, server.origin)

    bea = opened()
    bea.joins(ada.invites("Bea").link)
    bea.waits_for_offline()
    bea.context.close()
    server.stop()
    bea = opened()
    bea.checks_in(words="No bars on the phone at all.")
    bea.sees("Saved on this phone.")
    bea.context.close()


def test_a_draft_survives_a_closed_tab(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers("Mostly", "A little")
    bea.page.goto("about:blank")
    bea.opens("/check-in")
    bea.sees("Here is where you left off.")
    bea.sees("3 of 7")
    bea.page.go_back()
    bea.opens("/")
    bea.sees("Go on with your check-in")


def test_words_typed_just_before_the_phone_goes_into_the_pocket_are_there_again(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Partly"] * 7)
    writes_down(bea, "Half a sentence")
    bea.opens("/check-in")
    bea.sees("Anything to add")
    expect(bea.page.get_by_role("textbox")).to_have_value("Half a sentence")


def test_an_expired_login_does_not_stop_anybody_from_writing(bea, server):
    bea.context.clear_cookies()
    bea.checks_in(words="Written while signed out.")
    bea.sees("Sign in to send it.")
    bea.taps("Sign in")
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_a_session_that_is_in_no_diary_can_be_another_day_and_setting(bea):
    bea.opens("/check-in")
    bea.taps("Change")
    bea.page.get_by_label("Online").check()
    bea.page.get_by_label("On which day?").fill("2026-01-05")
    bea.taps("Next")
    bea.sees("Online, ")
    bea.answers(*["Mostly"] * 6)
    bea.sees("Meeting on a call worked for me.")


def test_a_question_can_be_skipped_and_gone_back_to(bea):
    bea.opens("/check-in")
    bea.taps("Skip")
    bea.sees("2 of 7")
    bea.taps("Back")
    bea.sees("1 of 7")
    bea.answers("Mostly")
    bea.page.go_back()
    expect(bea.page.get_by_label("Mostly").first).to_be_checked()


def test_an_arrow_key_only_chooses_and_enter_or_space_moves_on(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.page.keyboard.press("Tab")
    bea.page.keyboard.press("ArrowDown")
    passes(bea, seconds=1)
    bea.sees("1 of 7")
    bea.page.keyboard.press("Enter")
    bea.sees("2 of 7")
    bea.page.keyboard.press("Tab")
    bea.page.keyboard.press("Space")
    bea.sees("3 of 7")


def test_nothing_is_chosen_about_sharing_the_first_time_then_as_last_time(bea):
    bea.checks_in(share=False)
    bea.sees("Only you can see this.")
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Mostly"] * 7)
    usual = bea.page.locator(".ask__ends .usual")
    assert usual.all_inner_texts() == ["Save, only for me"]


def test_saying_that_something_felt_off_is_met_with_words_for_it(bea):
    bea.checks_in(answer="A little", felt_off=True)
    bea.sees("You said that something felt off.")
    bea.taps("Help me say it", "link")
    bea.taps("Skip")
    bea.sees("Something felt off for me last time. Can we look at it?")


def test_words_that_are_too_long_are_said_to_be_and_kept_on_the_screen(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Mostly"] * 7)
    bea.page.get_by_role("textbox").fill("🥾" * 2001)
    bea.sees("1 characters too many")
    expect(bea.page.get_by_role("button", name="Save and share")).to_be_disabled()


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


DUMP = """async (store) => {
    const named = (await indexedDB.databases()).find(({name}) => name.startsWith("footing-"));
    const opened = (request) => new Promise(f => request.onsuccess = () => f(request.result));
    const database = await opened(indexedDB.open(named.name));
    const rows = await opened(database.transaction(store).objectStore(store).getAll());
    const bytes = new TextDecoder("latin1");
    const readable = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
    return JSON.stringify(rows, (_, value) => readable(value) ? bytes.decode(value) : value);
}"""


@pytest.mark.parametrize("store", ["drafts", "outbox", "entries", "meta"])
def test_no_word_lies_readable_in_the_phones_database(bea, server, store):
    bea.checks_in(words="Heather on the hill.")
    bea.receives()
    server.stop()
    bea.checks_in(words="Heather by the gate.")
    bea.opens("/check-in")
    bea.answers(*["Mostly"] * 7)
    writes_down(bea, "Heather at home.")
    dump = bea.page.evaluate(DUMP, store)
    assert len(dump) > 100
    assert "Heather" not in dump and "Ada" not in dump


@pytest.mark.parametrize("between_ms", [0, 100, 200, 350])
def test_a_double_tap_answers_one_question_only(bea, between_ms):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    stands_still(bea)
    there = bea.page.get_by_label("Mostly").first.bounding_box()
    for _ in range(2):
        bea.page.mouse.click(there["x"] + 5, there["y"] + 5)
        passes(bea, milliseconds=between_ms)
    passes(bea, seconds=1)
    bea.sees("2 of 7")
    expect(bea.page.locator("fieldset:not([hidden]) :checked")).to_have_count(0)


def test_a_double_tap_on_save_keeps_one_check_in(bea, server):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Mostly"] * 7)
    bea.page.get_by_role("button", name="Save, only for me").evaluate("b => (b.click(), b.click())")
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_words_still_being_typed_are_kept_when_the_phone_goes_into_the_pocket(bea):
    bea.opens("/check-in")
    bea.page.locator("check-in-form").wait_for()
    bea.answers(*["Partly"] * 7)
    stands_still(bea)
    bea.page.get_by_role("textbox").fill("Not even half a second ago")
    bea.page.evaluate(
        "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert eventually(bea.page, lambda: drafts(bea) == ["Not even half a second ago"])
    bea.opens("/help")
    bea.opens("/check-in")
    bea.sees("Anything to add")
    expect(bea.page.get_by_role("textbox")).to_have_value("Not even half a second ago")
