"""Fault 29: the browser lets go of what it kept."""

from tests.browser.devices import is_signed_in_on
from tests.browser.disk import kept
from tests.browser.fault_proxy import answers
from tests.browser.stored import hexed, on_the_server, rows, whose
from tests.browser.waiting import eventually

CLOSABLE = """globalThis.opened = [];
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...of) {
    const request = open.apply(this, of);
    request.addEventListener("success", () => opened.push(request.result));
    return request;
};"""
REPORTED = """SELECT entries FROM waiting JOIN journal ON journal.id = waiting.journal_id
    WHERE person_id = ?"""


def test_fault_29_a_connection_that_the_phone_closed_is_opened_again(bea, server):
    bea.runs_first(CLOSABLE)
    bea.opens("/check-in")
    bea.answers(*["Mostly"] * 7)
    bea.page.evaluate("opened.forEach(database => database.close())")
    bea.page.get_by_role("textbox").fill("After a pause.")
    bea.taps("Save, only for me")
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_fault_29_what_is_written_while_the_browser_clears_everything_is_kept(bea, server):
    bea.sends_a_check_in()
    bea.opens("/check-in")
    bea.answers(*["Mostly"] * 7)
    bea.page.get_by_role("textbox").fill("Still here.")
    cleared = {"origin": bea.origin, "storageTypes": "indexeddb"}
    bea.cdp.send("Storage.clearDataForOrigin", cleared)
    bea.taps("Save, only for me")
    bea.receives()
    assert on_the_server(server, bea) == len(kept(bea)["entries"]) == 2
    bea.opens("/")
    bea.sees("this browser cleared what was kept on this phone")
    bea.taps("All right")
    bea.does_not_see("this browser cleared")


def test_fault_29_a_new_phone_says_what_the_lost_one_had_waiting(bea, new_phone, network, server):
    network.faults = answers(500, times=99)
    bea.checks_in()
    bea.checks_in()
    assert eventually(bea.page, lambda: rows(server, REPORTED, hexed(whose(bea))) == [(2,)])
    lost_and_found = new_phone()
    lost_and_found.opens("/sign-in")
    is_signed_in_on(lost_and_found, bea)
    lost_and_found.sees("A phone of yours last had 2 things waiting, on ")
    lost_and_found.sees("It may not have arrived.")
    lost_and_found.taps("All right")
    lost_and_found.does_not_see("A phone of yours")
    lost_and_found.page.reload()
    lost_and_found.sees("How was your session?")
    lost_and_found.does_not_see("A phone of yours")
