"""Faults 14, 15, 17, 19 and 20: a wrong clock, a change in mid-air, a worker that is stopped, tabs
that sync at once, and one that sleeps with the lock in its hand."""

from datetime import UTC, date, datetime
from threading import Event

import pytest

from tests.browser.clocks import is_wrong_by
from tests.browser.devices import NO_BACKGROUND_SYNC, another_tab, opens_it, shows
from tests.browser.disk import kept
from tests.browser.fault_proxy import PATIENCE_S, answers
from tests.browser.stored import on_the_server, rows
from tests.browser.waiting import eventually

HOLDS_THE_LOCK = """() => new Promise(async held => {
    const name = (await indexedDB.databases()).find(({name}) => name.startsWith("footing-")).name;
    navigator.locks.request(name.replace("footing-", "sync "), () => {
        held(true);
        return new Promise(() => {});
    });
})"""
SOON = """for (const { timeout } of [AbortSignal])
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 20);"""
ORDER = """SELECT seq, written_at, received_at FROM entry
    WHERE journal_id = (SELECT journal_id FROM entry WHERE id = replace(?, '-', '')) ORDER BY seq"""


class Held:
    """A fault: a delivery hangs until it is let go, before or after the server stored it."""

    def __init__(self, stored):
        self.stored, self.arrived = stored, []
        self.may_arrive, self.let_go = Event(), Event()
        self.may_arrive.set()

    def __call__(self, exchange):
        self.may_arrive.wait(PATIENCE_S)
        told = exchange.ask() if self.stored else None
        self.arrived.append(exchange)
        self.let_go.wait(PATIENCE_S)
        exchange.reply(*told or exchange.ask())


@pytest.fixture(params=[False, True], ids=["on its way there", "on its way back"])
def held(network, request):
    """Every delivery hangs in mid-air: a page that is left gives its own up, and the next tries."""
    held = Held(stored=request.param)
    network.faults = [held] * 20
    yield held
    held.may_arrive.set()
    held.let_go.set()


def changes_to(person, words):
    """Open the check-in just saved, and change what it says."""
    person.taps("See or change it", "link")
    person.taps("Change", "link")
    for _ in range(7):
        person.taps("Skip")
    person.page.get_by_role("textbox").fill(words)
    person.taps("Save, only for me")


@pytest.mark.parametrize("days", [-400, 400])
def test_fault_14_a_wrong_clock_that_jumps_keeps_nothing_back_and_orders_nothing(bea, server, days):
    wrong = is_wrong_by(bea, days=days)
    bea.sends_a_check_in()
    other = is_wrong_by(bea, days=-2 * days)
    bea.sends_a_check_in()
    told = rows(server, ORDER, kept(bea)["entries"][-1][1])
    assert [seq for seq, _, _ in told] == [1, 2]
    assert [day_of(written) for _, written, _ in told] == [wrong, other]
    assert [day_of(received) for _, _, received in told] == [datetime.now(UTC).date()] * 2


def day_of(moment):
    return date.fromisoformat(moment[:10])


def test_fault_14_both_read_in_the_order_of_writing_whatever_the_clock_said(ada, bea):
    bea.context.set_offline(True)
    for days, words in ((400, "First."), (-400, "Second."), (0, "Third.")):
        is_wrong_by(bea, days=days)
        bea.checks_in(words=words)
    bea.context.set_offline(False)
    bea.receives()
    opens_it(bea)
    bea.sees("Third.")
    ada.opens_page_of(bea)
    assert ada.page.locator(".phrase").all_inner_texts() == ["Third.", "Second.", "First."]


def test_fault_14_a_wait_does_not_outlast_a_clock_that_is_put_right(bea, server, network):
    bea.runs_first(NO_BACKGROUND_SYNC)  # as on an iPhone: the page alone sends
    network.faults = answers(503, [("Retry-After", "3600")])
    is_wrong_by(bea, days=30)
    bea.checks_in()
    bea.syncs()  # or the page might be left before it has heard that it is to wait
    assert len(network.asked) == 1
    bea.opens("/")
    bea.syncs()
    assert on_the_server(server, bea) == 0
    is_wrong_by(bea, days=0)
    bea.opens("/")
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1)


def test_fault_15_a_change_while_the_first_is_in_mid_air_is_an_entry_of_its_own(bea, server, held):
    bea.checks_in(words="At first.", share=False)
    assert eventually(bea.page, lambda: held.arrived)
    changes_to(bea, "On second thoughts.")
    held.let_go.set()
    bea.receives()
    assert on_the_server(server, bea) == 2
    bea.taps("See or change it", "link")
    bea.sees("On second thoughts.")
    shows(bea, ["On second thoughts."])


def test_fault_17_a_worker_that_is_stopped_while_it_sends_does_so_again_once(bea, server, held):
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens("/away")  # a page that sends nothing itself
    bea.context.set_offline(False)
    worker = Worker(bea)
    worker.is_told_to_send()
    assert eventually(bea.page, lambda: held.arrived)
    worker.is_stopped()
    held.let_go.set()
    assert len(kept(bea)["outbox"]) == 1
    worker.is_told_to_send()
    assert eventually(bea.page, lambda: kept(bea)["outbox"] == [])
    assert on_the_server(server, bea) == len(kept(bea)["entries"]) == 1


class Worker:
    """The service worker of one phone, and what its browser does to it."""

    def __init__(self, person):
        self.cdp, self.page, self.origin = person.cdp, person.page, person.origin
        self.registrations, self.running = [], {}
        person.cdp.on("ServiceWorker.workerRegistrationUpdated", self._noted)
        person.cdp.on("ServiceWorker.workerVersionUpdated", self._is_running)
        person.cdp.send("ServiceWorker.enable")
        assert eventually(person.page, lambda: self.registrations)

    def _noted(self, event):
        self.registrations += [known["registrationId"] for known in event["registrations"]]

    def _is_running(self, event):
        self.running |= {each["versionId"]: each["runningStatus"] for each in event["versions"]}

    def is_told_to_send(self):
        """There is signal again, and the browser says so."""
        told = {"registrationId": self.registrations[-1], "tag": "send", "lastChance": False}
        self.cdp.send("ServiceWorker.dispatchSyncEvent", {"origin": self.origin, **told})

    def is_stopped(self):
        """The browser needs the memory."""
        self.cdp.send("ServiceWorker.stopAllWorkers")
        assert eventually(self.page, lambda: set(self.running.values()) == {"stopped"})


def send_at_once(tabs, network, held):
    """Two of them at least, before the server has any of it: whoever asks later finds all there."""
    held.may_arrive.clear()
    tabs[0].context.set_offline(False)
    for tab in tabs:
        tab.tries_again()
    assert eventually(tabs[0].page, lambda: len(network.asked) > 1)
    held.may_arrive.set()
    assert eventually(tabs[0].page, lambda: len(held.arrived) > 1)
    held.let_go.set()


def test_fault_19_tabs_that_sync_at_once_without_locks_repeat_nothing(bea, server, network, held):
    bea.runs_first("Object.defineProperty(navigator, 'locks', {value: undefined})")
    bea.context.set_offline(True)
    for _ in range(3):
        bea.checks_in()
    send_at_once([bea, *(another_tab(bea, "/phone") for _ in range(3))], network, held)
    assert eventually(bea.page, lambda: kept(bea)["outbox"] == [])
    assert on_the_server(server, bea) == len(kept(bea)["entries"]) == 3


def test_fault_20_a_lock_in_a_tab_that_sleeps_is_not_waited_for_long(bea, server):
    bea.runs_first(SOON)
    sleeper = bea.context.new_page()
    sleeper.goto(bea.origin + "/away")
    sleeper.evaluate(HOLDS_THE_LOCK)
    bea.context.new_cdp_session(sleeper).send("Page.setWebLifecycleState", {"state": "frozen"})
    bea.page.bring_to_front()
    bea.checks_in()
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1)
    bea.receives()
