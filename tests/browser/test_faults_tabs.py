"""Faults 14, 15, 17, 19 and 20: a wrong clock, a change in mid-air, a worker that is stopped, tabs
that sync at once, and one that sleeps with the lock in its hand."""

from datetime import UTC, date, datetime
from threading import Event

import pytest

from tests.browser.clocks import is_wrong_by
from tests.browser.disk import kept
from tests.browser.fault_proxy import answers
from tests.browser.people import eventually, on_the_server, rows

HOLDS_THE_LOCK = """() => new Promise(async held => {
    const name = (await indexedDB.databases()).find(({name}) => name.startsWith("footing-")).name;
    navigator.locks.request(name.replace("footing-", "sync "), () => {
        held(true);
        return new Promise(() => {});
    });
})"""
ORDER = """SELECT seq, written_at, received_at FROM entry
    WHERE journal_id = (SELECT journal_id FROM entry WHERE id = replace(?, '-', '')) ORDER BY seq"""
NO_BACKGROUND_SYNC = "delete ServiceWorkerRegistration.prototype.sync"


class Held:
    """A fault: the request reaches the server, and its answer waits until it is let go."""

    def __init__(self):
        self.arrived, self.let_go = Event(), Event()

    def __call__(self, exchange):
        told = exchange.ask()
        self.arrived.set()
        self.let_go.wait(60)
        exchange.reply(*told)


@pytest.fixture
def held(network):
    """The next delivery hangs in mid-air."""
    held = Held()
    network.faults = [held]
    yield held
    held.let_go.set()


def changes_to(person, words):
    """Open the check-in just saved, and change what it says."""
    person.taps("See or change it", "link")
    person.taps("Change", "link")
    for _ in range(7):
        person.page.wait_for_timeout(230)
        person.taps("Skip")
    person.page.get_by_role("textbox").fill(words)
    person.taps("Save, only for me")


@pytest.mark.parametrize("days", [-400, 400])
def test_fault_14_a_wrong_clock_that_jumps_keeps_nothing_back_and_orders_nothing(bea, server, days):
    wrong = is_wrong_by(bea, days)
    bea.checks_in()
    bea.receives()
    other = is_wrong_by(bea, -2 * days)
    bea.checks_in()
    bea.receives()
    told = rows(server, ORDER, kept(bea)["entries"][-1][1])
    assert [seq for seq, _, _ in told] == [1, 2]
    assert [day_of(written) for _, written, _ in told] == [wrong, other]
    assert [day_of(received) for _, _, received in told] == [datetime.now(UTC).date()] * 2


def day_of(moment):
    return date.fromisoformat(moment[:10])


def test_fault_14_a_wait_does_not_outlast_a_clock_that_is_put_right(bea, server, network):
    bea.context.add_init_script(NO_BACKGROUND_SYNC)  # as on an iPhone: the page alone sends
    network.faults = answers(503, [("Retry-After", "3600")])
    is_wrong_by(bea, 30)
    bea.checks_in()
    assert eventually(bea.page, lambda: len(network.asked) == 1)
    bea.opens("/")
    bea.tries_again()
    bea.page.wait_for_timeout(500)
    assert on_the_server(server, bea) == 0
    is_wrong_by(bea, 0)
    bea.opens("/")
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1)


def test_fault_15_a_change_while_the_first_is_in_mid_air_is_an_entry_of_its_own(bea, server, held):
    bea.checks_in(words="At first.", share=False)
    assert eventually(bea.page, held.arrived.is_set)
    changes_to(bea, "On second thoughts.")
    held.let_go.set()
    bea.receives()
    assert on_the_server(server, bea) == 2
    bea.taps("See or change it", "link")
    bea.sees("On second thoughts.")
    bea.does_not_see("At first.")


def test_fault_17_a_worker_that_is_stopped_while_it_sends_does_so_again_once(bea, server, held):
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens("/away")  # a page that sends nothing itself
    bea.context.set_offline(False)
    worker = Worker(bea)
    worker.is_told_to_send()
    assert eventually(bea.page, held.arrived.is_set)
    worker.is_stopped()
    held.let_go.set()
    assert len(kept(bea)["outbox"]) == 1
    worker.is_told_to_send()
    assert eventually(bea.page, lambda: kept(bea)["outbox"] == [])
    assert on_the_server(server, bea) == len(kept(bea)["entries"]) == 1


class Worker:
    """The service worker of one phone, and what its browser does to it."""

    def __init__(self, person):
        self.cdp, self.origin, self.registrations = person.cdp, person.origin, []
        person.cdp.on("ServiceWorker.workerRegistrationUpdated", self._noted)
        person.cdp.send("ServiceWorker.enable")
        assert eventually(person.page, lambda: self.registrations)

    def _noted(self, event):
        self.registrations += [known["registrationId"] for known in event["registrations"]]

    def is_told_to_send(self):
        """There is signal again, and the browser says so."""
        told = {"registrationId": self.registrations[-1], "tag": "send", "lastChance": False}
        self.cdp.send("ServiceWorker.dispatchSyncEvent", {"origin": self.origin, **told})

    def is_stopped(self):
        """The browser needs the memory."""
        self.cdp.send("ServiceWorker.stopAllWorkers")


def test_fault_19_two_tabs_that_sync_at_once_without_locks_send_nothing_twice(bea, server):
    bea.context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    bea.context.set_offline(True)
    for _ in range(3):
        bea.checks_in()
    tabs = [bea.context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(bea.origin + "/phone")
    bea.context.set_offline(False)
    for tab in [bea.page, *tabs]:
        tab.evaluate("dispatchEvent(new Event('online'))")
    assert eventually(bea.page, lambda: kept(bea)["outbox"] == [])
    assert on_the_server(server, bea) == len(kept(bea)["entries"]) == 3


def test_fault_20_a_lock_in_a_tab_that_sleeps_is_not_waited_for(bea, server):
    sleeper = bea.context.new_page()
    sleeper.goto(bea.origin + "/away")
    sleeper.evaluate(HOLDS_THE_LOCK)
    bea.context.new_cdp_session(sleeper).send("Page.setWebLifecycleState", {"state": "frozen"})
    bea.page.bring_to_front()
    bea.checks_in()
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 1, patience_ms=60_000)
    bea.receives()
