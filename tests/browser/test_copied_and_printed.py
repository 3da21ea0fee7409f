"""What Ada hands to a client: the link that she copies, and the paper that she prints."""

import re

from playwright.sync_api import expect

from tests.browser.disk import writes
from webapp.checkins.models import ON_A_PAGE

COUNTS = "globalThis.printed = 0; void (globalThis.print = () => printed++)"


def test_ada_copies_the_link_and_prints_what_stands_about_ben(ada):
    ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ben = ada.invites("Ben")
    ada.taps("Copy the link")
    ada.sees("Copied.")
    assert ada.page.evaluate("navigator.clipboard.readText()") == ben.link
    ada.opens(f"{ben.client}/on-paper")
    ada.page.evaluate(COUNTS)
    ada.taps("Print this")
    assert ada.page.evaluate("printed") == 1


def test_a_page_of_check_ins_prints_on_a_few_sheets_with_the_answers_and_nothing_to_press(ada, bea):
    writes(bea, ON_A_PAGE, words="The walk was good.", shared=True)
    bea.syncs()
    ada.opens_page_of(bea)
    ada.marks_it_read()
    assert len(re.findall(rb"/Type\s*/Page\b", ada.page.pdf(format="A4"))) <= 5
    ada.page.emulate_media(media="print")
    first = ada.page.locator("article").first
    expect(first.locator("dd").last).to_be_visible()
    expect(first.locator("summary, .state").filter(visible=True)).to_have_count(0)
    ada.page.emulate_media(media="screen")
