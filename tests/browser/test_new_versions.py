"""A newer version waits until somebody says yes. What a phone keeps of the app, and what never."""

import pytest

from tests.browser.fault_proxy import Exchange, answers, problem
from tests.browser.people import KEEPS_IT, LAPTOP, Therapist
from tests.browser.releases import IS_NEWER, looks_for_a_newer_version
from tests.browser.waiting import becomes_true

WORDS = "Sentinel heather by the reservoir."
KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url, method } of await cache.keys())
      kept.push([method, new URL(url).pathname, await (await cache.match(url)).text()]);
  }
  return kept;
}"""


def begins_a_check_in(bea):
    bea.begins("Mostly", "A little")


def test_a_newer_version_waits_and_asks_on_today(bea, deploy):
    deploy()
    bea.opens("/")
    assert looks_for_a_newer_version(bea) == "installed"
    bea.sees("A newer version of Footing is ready.")
    bea.page.reload()
    bea.sees("A newer version of Footing is ready.")
    assert not bea.page.evaluate(IS_NEWER)


def test_it_never_takes_over_while_a_check_in_is_being_written(bea, deploy):
    begins_a_check_in(bea)
    deploy()
    assert looks_for_a_newer_version(bea) == "installed"
    bea.answers(*["Partly"] * 5)
    bea.page.get_by_role("textbox").fill("Not to be interrupted.")
    assert not bea.page.evaluate(IS_NEWER)
    bea.does_not_see("A newer version")
    bea.taps("Save, only for me")
    bea.receives()
    bea.opens("/check-ins")
    assert not bea.page.evaluate(IS_NEWER)


def test_use_it_now_switches_and_the_draft_is_still_there(bea, deploy):
    begins_a_check_in(bea)
    deploy()
    bea.opens("/")
    looks_for_a_newer_version(bea)
    bea.taps("Use it now")
    becomes_true(bea.page, IS_NEWER)
    bea.taps("Go on with your check-in", "link")
    bea.sees("Here is where you left off.")
    bea.sees("3 of 7")
    assert bea.page.evaluate(IS_NEWER)
    assert bea.page.evaluate("caches.keys().then(names => names.length)") == 1


def test_another_tab_goes_on_writing_when_the_newer_version_is_taken(bea, deploy):
    begins_a_check_in(bea)
    deploy()
    today = bea.context.new_page()
    today.goto(bea.origin)
    looks_for_a_newer_version(bea)
    today.get_by_role("button", name="Use it now").click()
    becomes_true(today, IS_NEWER)
    bea.page.bring_to_front()
    bea.answers(*["Partly"] * 5)
    bea.taps("Save, only for me")
    bea.receives()


@pytest.mark.parametrize("fault", [*answers(503), Exchange.breaks_off, Exchange.is_shortened])
def test_what_does_not_come_whole_leaves_the_old_version_in_place(
    bea, deploy, network, server, fault
):
    deploy()
    network.fetched["/assets/whole/"] = fault
    bea.opens("/")
    assert looks_for_a_newer_version(bea) == "redundant"
    bea.does_not_see("A newer version")
    server.stop()
    bea.checks_in(words="Written in the old version.")
    bea.sees("Saved on this phone.")


def test_every_page_opens_without_signal_right_after_the_first_visit(new_phone, server):
    somebody = new_phone()
    somebody.opens("/join")
    somebody.waits_for_offline()
    server.stop()
    somebody.page.reload()
    somebody.sees("Welcome to Footing")
    pages = [path for _, path, _ in somebody.page.evaluate(KEPT) if not path.startswith("/assets/")]
    for path in pages:
        somebody.opens(path)
        paper = somebody.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(251, 248, 241)", path
    assert "/check-in" in pages and somebody.errors == []


def test_what_is_sent_never_passes_through_the_worker(bea):
    answers = []
    bea.page.on("response", lambda answer: answers.append(answer))
    bea.sends_a_check_in(words=WORDS)
    sent = [answer for answer in answers if answer.request.method == "POST"]
    assert "/sync" in sent[0].url and not any(answer.from_service_worker for answer in sent)
    assert any(answer.from_service_worker for answer in answers)


def test_no_word_of_beas_is_in_what_her_browser_keeps_of_the_app(ada, new_phone):
    zenobia = new_phone()
    zenobia.joins(ada.invites("Zenobia").link)
    zenobia.waits_for_offline()
    zenobia.sends_a_check_in(words=WORDS)
    for path in ("/check-ins", "/phone", "/", "/my-therapist", "/me"):
        zenobia.opens(path)
    kept = zenobia.page.evaluate(KEPT)
    assert {method for method, _, _ in kept} == {"GET"} and len(kept) > 20
    telling = (WORDS, "Zenobia", "Ada", "Hillside")
    assert [path for _, path, body in kept if any(word in body for word in telling)] == []


def test_no_page_of_the_practice_is_kept_and_without_signal_it_says_so(ada, bea, browser, server):
    bea.sends_a_check_in(words=WORDS)
    at_home = Therapist(browser.new_context(**LAPTOP), server.origin)
    at_home.takes_passkeys_of(ada)
    signs_in_and_reads(at_home, bea)
    kept = at_home.page.evaluate(KEPT)
    assert kept and [path for _, path, body in kept if "/practice" in path or WORDS in body] == []
    server.stop()
    at_home.opens_page_of(bea)
    at_home.sees("This page needs the network.")
    at_home.context.close()


def signs_in_and_reads(therapist, client):
    therapist.opens("/sign-in")
    becomes_true(therapist.page, KEEPS_IT)
    therapist.taps("Sign in with your passkey")
    therapist.page.wait_for_url("**/practice")
    therapist.opens_page_of(client)
    therapist.sees(WORDS)


def test_where_the_worker_is_woken_for_each_page_all_is_there_without_signal_too(
    new_phone, invite, deploy, server
):
    """As in Safari and Firefox."""
    deploy("static/service-worker.js", "InstallEvent.prototype.addRoutes = undefined;\n")
    bea = new_phone()
    bea.joins(invite("Bea").link)
    bea.waits_for_offline()
    server.stop()
    bea.opens("/?from=the-home-screen")
    bea.checks_in(words="Written far from any mast.")
    bea.sees("Saved on this phone.")
    bea.opens("/practice")
    bea.sees("This page needs the network.")


@pytest.fixture
def unsent(bea):
    """Bea, on Today without signal, with a check-in that waits."""
    bea.context.set_offline(True)
    bea.checks_in(share=False)
    bea.opens("/")
    return bea


def test_a_phone_that_is_too_old_to_send_asks_for_the_newest_version_by_itself(
    unsent, deploy, network
):
    deploy()
    network.faults = problem(426, "update_needed") * 9
    unsent.context.set_offline(False)
    unsent.tries_again()
    unsent.sees("It needs the newest version of Footing to go.")
    unsent.taps("Use it now")
    becomes_true(unsent.page, IS_NEWER)
    network.faults.clear()
    unsent.syncs()
    unsent.does_not_see("1 thing waits on this phone.")
