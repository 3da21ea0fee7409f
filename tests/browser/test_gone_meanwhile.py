"""What was deleted meanwhile is not changed by an old link: Bea is told before she writes."""

from playwright.sync_api import expect

from tests.browser.devices import another_tab, deletes_it, opens_it
from tests.browser.disk import drafts, kept, writes_down
from tests.browser.steps import says_in_her_own_words

GONE = "That check-in is not here any more"


def test_by_the_way_to_a_check_in_that_was_deleted_no_other_one_begins(bea):
    bea.sends_a_check_in()
    change = has_the_way_to_change_it(bea)
    deletes_it(bea)
    bea.opens(change)
    bea.sees(GONE)
    expect(bea.page.get_by_role("heading", name=GONE)).to_be_focused()
    expect(bea.page.get_by_role("radio")).to_have_count(0)


def test_nor_where_it_never_left_the_phone(bea):
    bea.context.set_offline(True)
    bea.checks_in(words="Never sent.")
    change = has_the_way_to_change_it(bea)
    deletes_it(bea)
    bea.opens(change)
    bea.sees("It may have been deleted meanwhile. Nothing else has changed.")
    bea.taps("Begin a new one", "link")
    bea.sees("1 of 7")
    bea.does_not_see(GONE)


def test_what_bea_began_to_change_before_it_was_deleted_is_still_there(bea):
    bea.sends_a_check_in()
    opens_it(bea)
    bea.taps("Change it", "link")
    bea.answers(*["Partly"] * 7)
    tab = another_tab(bea, "/check-ins")
    deletes_it(tab)
    writes_down(bea, "One more thing.")
    bea.page.reload()
    bea.sees("Here is where you left off.")
    assert drafts(bea) == ["One more thing."]


def test_words_to_talk_about_that_were_deleted_are_not_begun_anew_unasked(bea):
    says_something(bea)
    change = bea.page.get_by_role("link", name="Change").first.get_attribute("href")
    bea.taps("Delete it")
    bea.sees("Deleted.")
    bea.opens(change)
    bea.sees("What you wanted to change is not here any more")
    expect(bea.page.locator("say-it")).to_be_hidden()
    bea.taps("Begin a new one", "link")
    bea.sees("What was it like?")


def test_to_start_again_with_one_that_was_left_begins_a_new_one_at_once(bea):
    bea.begins("Mostly")
    left = bea.page.evaluate(LEFT)
    bea.opens("/")
    bea.opens(f"/check-in#{left}")
    bea.sees("2 of 7")
    bea.taps("Start again")
    bea.sees("1 of 7")
    bea.does_not_see(GONE)
    assert kept(bea)["drafts"] == 0


LEFT = """async () => {
    const [draft] = await (await (await ours("account.js")).openJournal()).drafts.all();
    return draft.record;
}"""


def has_the_way_to_change_it(person):
    """Look at the one check-in that there is. Returns where changing it leads."""
    opens_it(person)
    return person.page.get_by_role("link", name="Change it").get_attribute("href")


def says_something(person):
    """Keep something to talk about, and look at it."""
    says_in_her_own_words(person, "The clock.", "I will say it")
    person.page.locator("one-talking-point h2").wait_for()
