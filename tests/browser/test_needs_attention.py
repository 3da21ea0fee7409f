"""Faults 5 and 7: what the server will not take stays on the phone, with its words and a way on."""

from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.browser.fault_proxy import problem
from tests.browser.raw import stored
from tests.browser.stored import on_the_server, rows
from tests.browser.test_my_data import KEEP as SAYS
from tests.browser.test_my_data import WORDS as GOAL
from tests.browser.waiting import eventually

WORDS = "The bench by the water was taken."
KEEP = """async ({body, record}) => {
    const {openJournal} = await ours("account.js");
    const about = {record: record ?? crypto.randomUUID(), base: null, kind: "check_in"};
    await (await openJournal()).keep(about, body);
}"""
BODY = {
    "appointment": None, "setting": "walk_and_talk", "ratings": {"safety": 3}, "felt_off": False,
    "words": WORDS, "shared": True, "happened_at": "2026-11-23T18:00:00Z",
}  # fmt: skip
POISON = {**BODY, "wrong": True}


def keeps(person, body, record=None):
    """Keep an entry past the form, which would not let it through; then look at this phone."""
    person.opens("/phone")
    person.page.evaluate(KEEP, {"body": body, "record": record})
    person.tries_again()
    person.sees("Needs attention.")


@pytest.fixture
def refused(bea):
    """Bea, with something on her phone that no server takes as it is."""
    keeps(bea, POISON)
    return bea


def test_fault_05_it_is_shown_with_its_reason_and_its_words(refused):
    refused.sees("The server did not understand it.")
    refused.sees(WORDS)
    refused.opens("/")
    refused.sees("Something needs attention.")


def test_fault_05_a_goal_too_is_shown_with_its_words(bea):
    bea.opens("/phone")
    bea.page.evaluate(SAYS, [["goal", str(UUID(int=1)), {**GOAL, "wrong": True}]])
    bea.tries_again()
    bea.sees("Needs attention.")
    bea.sees("Sleep better.")


def test_fault_05_two_of_them_do_not_touch(refused):
    keeps(refused, POISON)
    both = refused.page.locator("[data-items] > li")
    expect(both).to_have_count(2)
    first, second = (both.nth(at).bounding_box() for at in range(2))
    assert first["y"] + first["height"] < second["y"]


def test_fault_05_it_holds_up_nothing_else(refused, server):
    refused.sends_a_check_in(words="Good words.")
    assert on_the_server(server, refused) == 1
    assert len(stored(refused, "outbox")) == 1


def test_fault_05_it_can_be_copied_whole(refused):
    refused.context.grant_permissions(["clipboard-read", "clipboard-write"])
    refused.taps("Copy it")
    refused.sees("Copied.")
    copied = refused.page.evaluate("navigator.clipboard.readText()")
    assert WORDS in copied and "I could be just as I am, without a brave face. Mostly" in copied


def test_fault_05_corrected_it_is_a_new_entry_in_the_place_of_the_refused_one(refused, server):
    refused.taps("Correct it", "link")
    refused.page.locator("check-in-form").wait_for()
    expect(refused.page.get_by_label("Mostly").first).to_be_checked()
    refused.answers(*["Mostly"] * 7)
    expect(refused.page.get_by_role("textbox")).to_have_value(WORDS)
    refused.taps("Save and share")
    refused.receives()
    assert on_the_server(server, refused) == 1
    assert stored(refused, "outbox") == []


def test_fault_05_sent_again_as_it_is_it_is_refused_again_and_still_there(refused):
    before = stored(refused, "outbox")[0]["entry"]
    refused.taps("Send it again")
    refused.sees("It is on its way again.")
    refused.sees("Needs attention.")
    assert eventually(refused.page, lambda: is_refused(refused, but=before))
    refused.sees(WORDS)


def is_refused(person, but):
    """Whether one entry was refused, which is another one than before."""
    (row,) = stored(person, "outbox")
    return row["refused"] is not None and row["entry"] != but


def test_fault_05_sent_again_it_goes_when_the_server_takes_it(bea, server, network):
    network.faults = problem(413, "too_large")
    keeps(bea, BODY)
    bea.sees("It is longer than the server keeps.")
    bea.taps("Send it again")
    bea.sees("Everything has been received.")
    assert on_the_server(server, bea) == 1


def test_fault_05_it_is_not_put_away_by_one_slip(refused):
    refused.taps("Put it away")
    refused.sees("this is the only copy there is")
    expect(refused.page.get_by_role("heading", name="Put this away?")).to_be_focused()
    refused.taps("Keep it", exact=True)
    refused.sees(WORDS)
    assert len(stored(refused, "outbox")) == 1


def test_fault_05_put_away_by_keyboard_bea_goes_on_from_what_is_on_this_phone(refused):
    refused.page.get_by_role("button", name="Put it away").press("Enter")
    refused.page.locator("dialog").get_by_role("button", name="Put it away").press("Enter")
    refused.sees("It is put away.")
    expect(refused.page.get_by_role("heading", name="What is on this phone")).to_be_focused()


def test_fault_05_put_away_it_can_be_taken_back(refused):
    refused.taps("Put it away")
    refused.page.locator("dialog").get_by_role("button", name="Put it away").click()
    refused.sees("It is put away.")
    refused.does_not_see(WORDS)
    refused.taps("Undo")
    refused.sees(WORDS)
    refused.page.reload()
    refused.sees(WORDS)


@pytest.fixture
def of_ada(ada, bea, server):
    """The record of something that Ada wrote in Bea's journal."""
    bea.sends_a_check_in()
    ada.opens_page_of(bea)
    ada.marks_it_read()
    return rows(server, "SELECT record FROM entry WHERE kind = 'acknowledgement'")[-1][0]


def test_fault_07_what_bea_may_not_write_there_is_hers_as_something_new(bea, of_ada, server):
    keeps(bea, BODY, record=of_ada)
    bea.sees("The server does not count it as yours.")
    bea.taps("Keep it as a new one")
    bea.sees("Everything has been received.")
    assert on_the_server(server, bea) == 2
    bea.opens("/check-ins")
    bea.page.locator("[data-list] a").first.click()
    bea.sees(WORDS)
