"""Bea chooses with the keyboard: she goes on from where she was, and hears what became of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import clocks
from tests.browser.diaries import Book
from tests.browser.steps import says_in_her_own_words

WRITES_SOMETHING_OF_EACH = """async () => {
    const [{openJournal}, {begin}] = await Promise.all([ours("account.js"), ours("records.js")]);
    const journal = await openJournal();
    await begin(journal, "check_in", {appointment: null, setting: "online", ratings: {},
        felt_off: false, words: "", shared: true, happened_at: new Date().toISOString()});
    await begin(journal, "talking_point", {check_in: null, words: "The bench.", route: "say",
        state: "open", shared: false});
    await begin(journal, "goal", {words: "To say no.", state: "proposed", goal: null,
        replaces: null});
}"""
DENIED = "void (navigator.clipboard.writeText = () => Promise.reject(Error('denied')))"


def presses(bea, words):
    bea.page.get_by_role("button", name=words).press("Enter")


def is_on(bea, words):
    expect(bea.page.get_by_role("button", name=words)).to_be_focused()


def goes_on_from(bea, heading):
    expect(bea.page.get_by_role("heading", name=heading)).to_be_focused()


def hears(bea, words):
    expect(bea.page.get_by_role("status").filter(has_text=words)).to_have_count(1)


@pytest.fixture
def wrote(bea):
    """Bea, who looks at what she checked in and at what she wants to say."""

    def looks(at):
        if at == "a check-in":
            bea.checks_in()
            return bea.taps("See or change it", "link")
        return says_in_her_own_words(bea, "The bench.", "Send it now")

    return looks


def test_enter_on_how_they_meet_leads_nowhere(settled_bea):
    settled_bea.opens("/prepare")
    settled_bea.page.get_by_label("Online").press("Enter")
    settled_bea.syncs()
    assert settled_bea.page.url.endswith("/prepare")


@pytest.mark.parametrize("what", ["a check-in", "a talking point"])
def test_who_shares_or_stops_sharing_stays_on_the_button_and_hears_it(bea, wrote, what):
    wrote(what)
    presses(bea, "Stop sharing with Ada")
    is_on(bea, "Share with Ada")
    hears(bea, "You do not share it any more.")
    clocks.passes(bea, milliseconds=400)  # or it would be the second half of a double tap
    presses(bea, "Share with Ada")
    is_on(bea, "Stop sharing with Ada")
    hears(bea, "You share it with Ada now.")


def test_who_shows_what_she_brings_stays_on_the_button_and_hears_who_can_see_it(server, bea):
    Book(server, bea).books()
    bea.opens("/prepare")
    bea.sees(", a walk")
    bea.page.get_by_role("textbox").fill("The bench.")
    presses(bea, "Keep it, only for me")
    is_on(bea, "Change it")
    hears(bea, "Only you can see this.")
    presses(bea, "Show it to Ada")
    is_on(bea, "Keep it only for me")
    hears(bea, re.compile("^Ada can see this"))


@pytest.mark.parametrize("where", ["/", "/phone"])
def test_who_sends_what_waits_goes_on_from_what_became_of_it(bea, where):
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens(where)
    bea.page.get_by_role("button", name="Send now").focus()
    bea.context.set_offline(False)
    bea.syncs()
    became = bea.page.get_by_role("status").filter(has_text="Everything has been received.")
    expect(became).to_be_focused()


@pytest.mark.parametrize("where", ["/", "/phone"])
def test_who_sends_with_no_signal_hears_that_it_is_safe_and_stays_on_the_button(bea, where):
    bea.context.set_offline(True)
    bea.checks_in()
    bea.opens(where)
    presses(bea, "Send now")
    hears(bea, "It could not go just now. It is safe here.")
    is_on(bea, "Send now")
    bea.context.set_offline(False)
    presses(bea, "Send now")
    hears(bea, re.compile("Everything has been received."))
    bea.does_not_see("It could not go")


def test_an_answer_and_what_is_said_of_it_are_read_aloud_as_two_sentences(bea):
    bea.opens("/say-it")
    quiet = bea.page.get_by_role("radio").first
    expect(quiet).to_have_accessible_name(re.compile(r"^I went quiet ?\. Or I said yes"))
    bea.taps("Skip")
    bea.taps("In my own words")
    say = bea.page.get_by_role("button", name="I will say it")
    expect(say).to_have_accessible_name(re.compile(r"^I will say it ?\. It stands on your list"))


def test_a_line_that_leads_on_and_what_is_said_of_it_are_read_aloud_as_two_sentences(bea):
    bea.opens("/more")
    learn = bea.page.get_by_role("link", name="Learn")
    expect(learn).to_have_accessible_name(re.compile(r"^Learn ?\. Short pieces"))


def test_who_is_asked_whether_she_is_sure_hears_what_would_become_of_it(bea):
    bea.opens("/my-data")
    presses(bea, "Close my account")
    asked = bea.page.get_by_role("dialog", name="Close your account?")
    expect(asked).to_have_accessible_description(re.compile("^Everything you wrote is erased"))


def test_who_takes_back_what_was_agreed_goes_on_from_what_is_said_of_it(bea):
    bea.opens("/together#goal.change")
    bea.page.get_by_label("What would you like to work towards?").fill("To say no.")
    bea.taps("Propose it")
    bea.taps("To say no.", "link")
    presses(bea, "Put aside")
    expect(bea.page.locator("one-matter h2")).to_be_focused()
    presses(bea, "Undo")
    expect(bea.page.get_by_text("It is as it was.")).to_be_focused()


def test_who_goes_to_a_form_or_to_a_goal_goes_on_from_its_own_heading(bea):
    bea.opens("/together")
    bea.page.get_by_role("link", name="Propose a goal").press("Enter")
    goes_on_from(bea, "Propose a goal")
    bea.page.get_by_label("What would you like to work towards?").fill("To say no.")
    presses(bea, "Propose it")
    goes_on_from(bea, "Together")
    bea.page.get_by_role("link", name="To say no.").press("Enter")
    goes_on_from(bea, "A goal")


def test_who_proposes_nothing_hears_why_and_goes_on_from_the_field(bea):
    bea.opens("/together#goal.change")
    asked = bea.page.get_by_label("What would you like to work towards?")
    asked.wait_for()
    presses(bea, "Propose it")
    expect(bea.page.get_by_role("alert")).to_have_text("Please write or choose something first.")
    expect(asked).to_be_focused()


def test_where_something_will_be_read_aloud_a_screen_reader_knows_the_place_before(bea):
    bea.opens("/together#goal.change")
    bea.page.get_by_label("What would you like to work towards?").wait_for()
    expect(bea.page.get_by_role("alert")).to_have_count(1)
    expect(bea.page.get_by_role("status")).to_have_count(2)


def test_who_talked_about_it_goes_on_from_the_question_whether_it_is_put_right(bea, wrote):
    wrote("a talking point")
    bea.receives()
    bea.page.get_by_text("What became of it?").press("Enter")
    presses(bea, "Yes")
    bea.sees("You talked about it")
    bea.receives()
    goes_on_from(bea, "Is it put right?")


@pytest.fixture
def unsent(bea, wrote):
    """Bea, who wrote something without signal; what arrives when there is signal draws it anew."""
    bea.context.set_offline(True)
    wrote("a talking point")

    def arrives():
        bea.context.set_offline(False)
        bea.syncs()
        bea.receives()

    return arrives


def test_who_is_about_to_unfold_something_stays_on_it_while_it_is_drawn_anew(bea, unsent):
    bea.page.locator("summary").filter(has_text="What became of it?").focus()
    unsent()
    expect(bea.page.locator("summary").filter(has_text="What became of it?")).to_be_focused()


def test_who_is_about_to_answer_stays_on_the_answer_while_it_is_drawn_anew(bea, unsent):
    bea.page.get_by_text("What became of it?").press("Enter")
    bea.page.get_by_role("button", name="Yes").focus()
    unsent()
    is_on(bea, "Yes")


def test_who_locks_footing_goes_on_from_the_button_that_stops_it(bea):
    bea.opens("/phone")
    presses(bea, "Lock it with my passkey")
    is_on(bea, "Stop locking it")
    hears(bea, "Footing locks itself from now on.")


def test_who_names_a_passkey_goes_on_from_that_passkey(bea):
    bea.opens("/my-data")
    presses(bea, "Rename")
    bea.page.get_by_label("What do you call it?").fill("My old phone")
    bea.page.get_by_label("What do you call it?").press("Enter")
    expect(bea.page.get_by_role("heading", name="My old phone")).to_be_focused()


def test_who_removes_a_passkey_hears_which_one_it_is(bea):
    bea.opens("/my-data")
    remove = bea.page.get_by_role("button", name="Remove")
    expect(remove).to_have_accessible_description(re.compile("A passkey You signed in here"))


def test_who_keeps_or_deletes_an_answer_to_herself_goes_on_from_what_is_said_of_it(bea):
    bea.opens("/reflect")
    bea.page.get_by_role("textbox").first.fill("The heron.")
    presses(bea, "Keep it, only for me")
    expect(bea.page.get_by_text("Kept. Only you can see it.")).to_be_focused()
    bea.page.locator("summary").last.press("Enter")
    presses(bea, "Delete it")
    expect(bea.page.get_by_text("Deleted.")).to_be_focused()


def test_the_code_is_read_aloud_and_where_it_cannot_be_copied_bea_is_told(ada, new_phone):
    bea = new_phone()
    bea.opens(ada.invites("Bea").link)
    bea.taps("Make my passkey")
    presses(bea, "Show my code")
    expect(bea.page.locator("[data-code]")).to_be_focused()
    bea.page.evaluate(DENIED)
    presses(bea, "Copy")
    hears(bea, "It could not be copied. You can select it, or write it down.")
    assert bea.errors == []
