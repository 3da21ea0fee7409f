"""The first twelve faults of the protocol, where they live on the phone. The network is real."""

import time
from email.utils import formatdate

import pytest

from tests.browser.clocks import later
from tests.browser.fault_proxy import Exchange, answers, problem
from tests.browser.stored import on_the_server
from tests.browser.waiting import eventually

HTML = [("Content-Type", "text/html")]


def test_fault_01_the_answer_was_lost_after_the_server_had_stored_it(bea, server, network):
    network.faults = [Exchange.loses_the_answer]
    bea.checks_in()
    bea.tries_again()
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_fault_06_a_login_that_ends_in_the_middle_loses_nothing(bea, server, network):
    network.faults = problem(401, "not_signed_in") * 9
    bea.checks_in()
    bea.sees("Sign in to send it.")
    network.faults.clear()
    bea.taps("Sign in")
    bea.receives()
    assert on_the_server(server, bea) == 1


def test_fault_08_too_large_is_halved_until_it_fits(bea, server, network):
    bea.context.set_offline(True)
    for _ in range(4):
        bea.checks_in()
    network.faults = problem(413, "too_large") * 2
    bea.context.set_offline(False)
    bea.tries_again()
    bea.receives()
    assert eventually(bea.page, lambda: on_the_server(server, bea) == 4)
    assert [asked.count(b'"entry"') for asked in network.asked][:3] == [4, 2, 1]


def test_fault_08_one_that_alone_is_too_large_needs_attention(bea, network):
    network.faults = problem(413, "too_large")
    bea.checks_in()
    bea.sees("Needs attention")


@pytest.mark.parametrize(("status", "form"), [(429, "seconds"), (503, "date")])
def test_fault_09_a_wait_asked_for_survives_a_restart(bea, network, server, status, form):
    wait = "3600" if form == "seconds" else formatdate(time.time() + 3600, usegmt=True)
    network.faults = problem(status, "busy", ("Retry-After", wait))
    bea.checks_in()
    bea.syncs()  # or the page might be left before it has heard that it is to wait
    assert len(network.asked) == 1
    bea.opens("/phone")
    bea.syncs()
    bea.sees("1 thing waits")
    later(bea, minutes=50)
    bea.syncs()
    assert len(network.asked) == 1
    later(bea, hours=2)
    bea.sees("Everything has been received.")
    assert on_the_server(server, bea) == 1


def test_fault_10_a_broken_server_is_tried_again_by_itself(bea, network, server):
    network.faults = [
        fault for status in (500, 502) for fault in answers(status, HTML, b"<h1>broken</h1>")
    ]
    bea.sends_a_check_in()
    assert on_the_server(server, bea) == 1


def test_fault_11_a_hotel_login_page_is_not_a_receipt(bea, network, server):
    network.faults = answers(200, HTML, b"<title>Welcome to our hotel</title>")
    bea.sends_a_check_in()
    assert on_the_server(server, bea) == 1


def test_fault_11_a_json_answer_that_is_not_ours_is_not_a_receipt(bea, network, server):
    network.faults = answers(200, [("Content-Type", "application/json")], b'{"ok": true}')
    bea.sends_a_check_in()
    assert on_the_server(server, bea) == 1


def test_fault_11_a_redirect_is_not_followed(bea, network, server):
    network.faults = answers(302, [("Location", "https://login.example/")])
    bea.sends_a_check_in()
    assert on_the_server(server, bea) == 1


def test_fault_12_a_body_that_was_cut_on_the_way_is_sent_again(bea, network, server):
    network.faults = [Exchange.loses_the_body, Exchange.is_cut_on_the_way]
    bea.sends_a_check_in()
    assert on_the_server(server, bea) == 1
