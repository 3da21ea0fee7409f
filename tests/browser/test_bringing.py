"""One thing that Bea wants to bring: ways to begin, what stayed from before, in two tabs."""

import pytest
from playwright.sync_api import expect

from tests.browser.clocks import passes
from tests.browser.devices import another_tab
from tests.browser.diaries import Book
from tests.browser.preparing import brings
from tests.browser.waiting import eventually

BROUGHT = """async () => {
    const {openJournal} = await ours("account.js");
    return (await (await openJournal()).drafts.all()).map(({said}) => said.bring);
}"""


@pytest.fixture
def stayed(server, bea):
    """Bea, who wanted to bring something to a walk that was called off, and has another one."""
    book = Book(server, bea)
    book.books()
    brings(bea, "The row with my sister.")
    book.changes(state="cancelled")
    book.books(hours=70)
    bea.syncs()
    bea.sees("You wanted to bring this before:")
    return bea


def begins(person, words):
    """Write one thing to bring, until it is on the disk."""
    person.page.get_by_role("textbox").fill(words)
    passes(person, seconds=1)
    assert eventually(person.page, lambda: words in person.page.evaluate(BROUGHT))


def test_bea_who_is_stuck_begins_with_two_of_the_ways(bea):
    bea.opens("/prepare")
    bea.page.get_by_text("Stuck? Ways to begin").click()
    ways = bea.page.locator("[data-opener]")
    begun = [way.inner_text().removesuffix("…") for way in ways.all()[:2]]
    ways.nth(0).click()
    passes(bea, milliseconds=400)  # or it would be the second half of a double tap
    ways.nth(1).click()
    field = bea.page.get_by_role("textbox")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{begun[0].strip()}\n{begun[1]}")


def test_what_stayed_from_before_bea_brings_this_time(stayed):
    stayed.taps("Bring it this time")
    stayed.does_not_see("You wanted to bring this before:")
    stayed.taps("Keep it and show it to Ada")
    stayed.sees("Ada can see this")
    stayed.page.reload()
    expect(stayed.page.locator("[data-words]")).to_have_text("The row with my sister.")
    stayed.does_not_see("You wanted to bring this before:")


@pytest.mark.parametrize("shared", [False, True])
def test_what_stayed_from_before_says_who_sees_it(server, bea, shared):
    book = Book(server, bea)
    book.books()
    bea.syncs()
    bea.page.evaluate(BRINGS_TWICE, {"shared": shared, "walk": str(book.record)})
    bea.opens("/prepare")
    bea.syncs()
    stayed = bea.page.locator("[data-when=stayed]")
    expect(stayed).to_contain_text("The letter.")
    expect(stayed).to_contain_text("Ada can see this." if shared else "Only you can see this.")
    expect(bea.page.locator("[data-who-sees]")).to_have_text("Only you can see this.")


BRINGS_TWICE = """async ({shared, walk}) => {
    const [{openJournal}, {begin}] = await Promise.all([ours("account.js"), ours("records.js")]);
    const journal = await openJournal();
    const say = (bring, shared) =>
        begin(journal, "preparation", {appointment: walk, ticked: [], bring, shared});
    await say("The letter.", shared);
    await say("The row.", false);
}"""


def test_what_stayed_and_is_done_is_offered_no_more(stayed):
    stayed.context.set_offline(True)
    stayed.taps("It is done")
    stayed.does_not_see("You wanted to bring this before:")
    stayed.page.reload()
    stayed.sees("Stuck? Ways to begin")
    stayed.does_not_see("You wanted to bring this before:")
    expect(stayed.page.get_by_role("textbox")).to_have_value("")


def test_what_is_kept_in_one_tab_leaves_the_newer_words_of_another(server, bea):
    Book(server, bea).books()
    bea.opens("/prepare")
    bea.sees(", a walk")
    begins(bea, "One thing.")
    tab = another_tab(bea, "/prepare")
    begins(tab, "One thing. And a second.")
    tab.page.close()
    bea.taps("Keep it, only for me")
    expect(bea.page.get_by_role("textbox")).to_have_value("One thing. And a second.")
    bea.taps("Keep it, only for me")
    expect(bea.page.locator("[data-words]")).to_have_text("One thing. And a second.")


def test_a_tick_that_bea_takes_back_is_taken_back(server, bea):
    Book(server, bea).books()
    bea.opens("/prepare")
    bea.sees(", a walk")
    ticks = bea.page.locator("tip-list input").locator("visible=true")
    for at in (0, 1):
        ticks.nth(at).check()
    ticks.first.uncheck()
    passes(bea, seconds=2)
    bea.syncs()
    bea.page.reload()
    expect(ticks.nth(1)).to_be_checked()
    expect(ticks.first).not_to_be_checked()
