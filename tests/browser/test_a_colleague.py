"""Ada invites Olga, who comes to work in the practice."""

import contextlib

from playwright.sync_api import expect

from tests.browser.people import LAPTOP, Therapist


def test_olga_comes_in_and_reads_on_the_way_what_is_for_a_therapist(ada, browser, server):
    ada.opens("/practice/settings")
    ada.taps("Colleagues, and inviting one", "link")
    ada.page.get_by_label("What is your colleague called?").fill("Olga")
    ada.taps("Make the invitation")
    link = ada.page.get_by_label("The link")
    link.wait_for()
    with contextlib.closing(browser.new_context(**LAPTOP)) as context:
        comes_in(Therapist(context, server.origin), link.input_value())
    ada.opens("/practice/colleagues")
    ada.sees("Came in on")


def comes_in(olga, link):
    olga.opens(link)
    olga.sees("Hello Olga.")
    olga.sees("They see when you read it.")
    expect(olga.page.get_by_text("seven short questions")).to_be_hidden()
    olga.taps("Make my passkey")
    olga.page.wait_for_url("**/practice")
    assert olga.errors == []
