"""Bea sees what signs her in, takes everything with her, and leaves."""

import json
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.diaries import Book
from tests.browser.test_home_screen import IPHONE
from webapp.content import tips

GOAL = str(UUID(int=1))
WORDS = {"words": "Sleep better.", "state": "proposed", "goal": None, "replaces": None}
SAID = [
    ("goal", GOAL, WORDS),
    ("task", str(UUID(int=2)), {**WORDS, "words": "Write a diary.", "goal": GOAL}),
    ("progress", str(UUID(int=3)), {"of": GOAL, "value": 7, "fits": None, "words": ""}),
    ("agreement", str(UUID(int=4)), {"of": GOAL, "answer": "not_for_me", "words": ""}),
    ("arrangement", str(UUID(int=5)),
     {"setting": "walk_and_talk", "fields": {"meet": "The gate."}, "replaces": None}),
    ("talking_point", str(UUID(int=6)),
     {"check_in": None, "words": "That stung.", "route": "ask", "state": "raised", "shared": True}),
    ("preparation", str(UUID(int=7)),
     {"appointment": GOAL, "ticked": [tips()[0].id], "bring": "", "shared": False}),
    ("reflection", str(UUID(int=8)), {"answers": {"safety": "My coat."}, "shared": False}),
    ("preference", str(UUID(int=9)), {"check_ins": False, "reminders": {}}),
    ("check_in", str(UUID(int=10)),
     {"appointment": None, "setting": "online", "ratings": {}, "felt_off": False, "words": "",
      "shared": True, "happened_at": "2026-11-23T18:00:00Z"}),
]  # fmt: skip
TOLD = [
    "7 of 10", "Not for me", "A walk", "Where we meet: The gate.", "You asked Ada to bring it up",
    "You talked about it", f"Ticked off: {tips()[0].title}", "No check-ins", "No reminders",
    "What of me do I bring along, and what do I leave at the door?: My coat.",
]  # fmt: skip
SHEET = """navigator.canShare = () => true;
    navigator.share = () => Promise.reject(new DOMException("no", "%s"));"""
KEEP = """async (said) => {
    const journal = await (await ours("account.js")).openJournal();
    for (const [kind, record, body] of said) await journal.keep({record, base: null, kind}, body);
}"""


@pytest.fixture
def wrote(bea):
    """Bea, who has written something only for herself, at her data."""
    bea.sends_a_check_in(words="Kingfisher <b>by</b> the weir.", share=False)
    bea.opens("/my-data")
    bea.sees("You signed in here with it.")
    return bea


def test_bea_names_her_only_passkey_and_cannot_remove_it(wrote):
    looks.hold(wrote)
    wrote.taps("Rename")
    wrote.page.get_by_label("What do you call it?").fill("My phone")
    wrote.taps("Save the name")
    wrote.page.get_by_role("heading", name="My phone").wait_for()
    wrote.taps("Remove")
    wrote.taps("Remove it")
    wrote.sees("This is your only passkey. Add another one first.")


def test_bea_takes_everything_away(wrote):
    entries = json.loads(saved(wrote, "Save a file"))["entries"]
    assert [entry["kind"] for entry in entries] == ["check_in"]
    page = saved(wrote, "Save a page")
    assert "Kingfisher &lt;b&gt;by&lt;/b&gt; the weir." in page and "only for you" in page


def test_bea_closes_her_account(ada, wrote):
    wrote.taps("Close my account")
    wrote.sees("Everything you wrote is erased for good")
    wrote.taps("Close it for good")
    wrote.sees("You come in with a link from the person you see.")
    ada.opens("/practice")
    ada.does_not_see(wrote.invitation.client)


def on_an_iphone(new_phone, invite, ends):
    """Bea's iPhone, whose sheet for sharing, which this browser has not, ends so."""
    bea = new_phone(user_agent=IPHONE)
    bea.runs_first(SHEET % ends)
    bea.joins(invite("Bea").link)
    bea.opens("/my-data")
    bea.sees("You signed in here with it.")
    return bea


def test_bea_who_closes_the_sheet_again_is_not_told_that_all_was_saved(new_phone, invite):
    bea = on_an_iphone(new_phone, invite, "AbortError")
    bea.taps("Save a page")
    bea.sees("It was not saved.")


def test_where_the_sheet_does_not_open_any_more_the_file_is_saved_all_the_same(new_phone, invite):
    bea = on_an_iphone(new_phone, invite, "NotAllowedError")
    assert "What Footing keeps of you" in saved(bea, "Save a page")
    bea.sees("Saved.")


def test_the_page_to_read_fits_a_phone_and_is_spelled_right_wherever_it_is_opened(bea, tmp_path):
    bea.opens("/my-data")
    text = saved(bea, "Save a page")
    (tmp_path / "page.html").write_text(text)
    assert text.partition("\n")[2].startswith('<html lang="en-GB"><head><meta charset="utf-8">')
    bea.page.goto((tmp_path / "page.html").as_uri())
    expect(bea.page.get_by_role("heading", level=1)).to_be_visible()
    assert (
        bea.page.evaluate("document.documentElement.scrollWidth") == bea.page.viewport_size["width"]
    )


def saved(bea, button):
    """What a button saves as a file."""
    with bea.page.expect_download() as file:
        bea.taps(button)
    return file.value.path().read_text()


def test_whatever_was_said_can_be_read_in_the_page_and_who_said_it(ada, bea, server):
    diary = Book(server, bea)
    diary.books()
    diary.changes(state="cancelled")
    bea.opens("/my-data")
    bea.page.evaluate(KEEP, SAID)
    bea.syncs()
    page = BeautifulSoup(saved(bea, "Save a page"), "html.parser")
    told = [part.get_text() for part in page("p")]
    assert all(told) and [each for each in TOLD if each not in told] == []
    assert any(", a walk: Car park at the bottom of the hill" in each for each in told)
    assert "Cancelled" in told and any("· by Ada · goes with 1" in each for each in told)
    assert sum("· by you" in each for each in told) == len(SAID)


def test_where_the_phone_has_a_passkey_already_bea_is_told_what_else_she_can_do(settled_bea):
    settled_bea.opens("/my-data")
    settled_bea.taps("Add another passkey")
    settled_bea.sees("This phone already has a passkey for you. Use that one, or choose another")


def test_whoever_was_signed_out_meanwhile_reads_so_and_signs_in_there(bea):
    bea.context.clear_cookies()
    bea.opens("/my-data")
    bea.sees("You are signed out.")
    bea.does_not_see("This page needs signal.")
    looks.hold(bea)
    bea.taps("Sign in")
    bea.sees("You signed in here with it.")
    bea.does_not_see("You are signed out.")


def test_without_signal_the_page_says_so(settled_bea):
    settled_bea.context.set_offline(True)
    settled_bea.opens("/my-data")
    settled_bea.sees("This page needs signal.")


def test_before_her_account_is_closed_bea_reads_the_question_also_in_large_text(settled_bea):
    settled_bea.opens("/my-data")
    with looks.narrow(settled_bea), looks.large_text(settled_bea):
        settled_bea.taps("Close my account")
        question = settled_bea.page.get_by_role("heading", name="Close your account?")
        expect(question).to_be_focused()
        expect(question).to_be_in_viewport()
        settled_bea.taps("Leave it as it is")


KNOWN = """async () => {
    const {openJournal, other} = await ours("account.js");
    return other(await openJournal());
}"""


def test_with_a_login_of_bens_in_her_browser_bea_is_told_nothing_of_him(ada, bea, new_phone):
    ben = new_phone()
    ben.joins(ada.invites("Ben", "Online").link)
    known = bea.page.evaluate(KNOWN)
    bea.context.add_cookies([each for each in ben.context.cookies() if "login" in each["name"]])
    bea.opens("/my-data")
    bea.sees("Somebody else is signed in here.")
    bea.does_not_see("Close your account")
    with bea.page.expect_response("**/my-therapist"):
        bea.opens("/the-practice")
    bea.opens("/my-data")
    assert bea.page.evaluate(KNOWN) == known
    bea.taps("Sign in", exact=True)
    bea.sees("Close your account")
    bea.does_not_see("Somebody else is signed in here.")
