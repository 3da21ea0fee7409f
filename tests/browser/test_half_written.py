"""What is being written outlives the page, and lies on the phone so that nobody can read it."""

import json

from playwright.sync_api import expect

from tests.browser.clocks import stands_still
from tests.browser.devices import in_another_tab, opens_it, shows
from tests.browser.diaries import Book
from tests.browser.disk import drafts, writes_down
from tests.browser.raw import stored
from tests.browser.steps import goes_to_her_own_words
from tests.browser.waiting import becomes_true, eventually


def test_a_draft_survives_a_closed_tab(bea):
    bea.begins("Mostly", "A little")
    bea.page.goto("about:blank")
    bea.opens("/check-in")
    bea.sees("Here is where you left off.")
    bea.sees("3 of 7")
    bea.page.go_back()
    bea.opens("/")
    bea.sees("Go on with your check-in")


def test_a_check_in_begun_for_another_session_stays_one_beside_that_of_the_diary(bea, server):
    Book(server, bea).books(hours=-1)
    bea.opens("/")
    bea.taps("For a session that is not in the diary", "link")
    bea.answers("Mostly", "A little")
    bea.opens("/")
    expect(bea.page.locator("[data-other]")).to_have_text("Go on with your check-in")
    expect(bea.page.locator("[data-check-in]")).to_have_text("Check in")
    bea.begins("A little")
    bea.opens("/phone")
    expect(bea.page.locator("[data-unsent] a")).to_have_count(2)
    bea.page.locator("[data-unsent] a[href='/check-in#other']").click()
    bea.sees("3 of 7")
    bea.does_not_see("walk?")


def test_words_typed_just_before_the_phone_goes_into_the_pocket_are_there_again(bea):
    bea.begins(*["Partly"] * 7)
    writes_down(bea, "Half a sentence")
    bea.opens("/check-in")
    bea.sees("Anything to add")
    expect(bea.page.get_by_role("textbox")).to_have_value("Half a sentence")


def test_words_still_being_typed_are_kept_when_the_phone_goes_into_the_pocket(bea):
    bea.begins(*["Partly"] * 7)
    stands_still(bea)
    bea.page.get_by_role("textbox").fill("Not even half a second ago")
    bea.page.evaluate(
        "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert eventually(bea.page, lambda: drafts(bea) == ["Not even half a second ago"])
    bea.opens("/help")
    bea.opens("/check-in")
    bea.sees("Anything to add")
    expect(bea.page.get_by_role("textbox")).to_have_value("Not even half a second ago")


def test_no_word_lies_readable_in_the_phones_database(bea, server):
    bea.sends_a_check_in(words="Heather on the hill.")
    server.stop()
    bea.checks_in(words="Heather by the gate.")
    bea.begins(*["Mostly"] * 7)
    writes_down(bea, "Heather at home.")
    for store in ("drafts", "outbox", "entries", "meta"):
        lies = json.dumps(stored(bea, store), ensure_ascii=False)
        assert len(lies) > 100, store
        assert "Heather" not in lies and "Ada" not in lies, store


def test_what_is_kept_in_one_tab_leaves_the_newer_words_of_another(bea):
    bea.begins(*["Mostly"] * 7)
    writes_down(bea, "Hello.")
    tab = in_another_tab(bea)
    writes_down(tab, "Hello. And something important.")
    tab.page.close()
    bea.taps("Save, only for me")
    bea.sees("Thank you.")
    assert drafts(bea) == ["Hello. And something important."]
    bea.opens("/check-in")
    expect(bea.page.get_by_role("textbox")).to_have_value("Hello. And something important.")
    bea.taps("Save, only for me")
    bea.sees("Thank you.")
    opens_it(bea)
    shows(bea, ["Hello. And something important."])


def test_to_start_again_in_one_tab_leaves_the_newer_words_of_another(bea):
    bea.begins(*["Mostly"] * 7)
    writes_down(bea, "Hello.")
    bea.opens("/check-in")
    tab = in_another_tab(bea)
    writes_down(tab, "Hello. And something important.")
    bea.taps("Start again")
    expect(bea.page.get_by_role("textbox")).to_have_value("Hello. And something important.")
    bea.taps("Start again")
    bea.sees("1 of 7")
    assert drafts(bea) == []


def leaves_half_a_thought(bea):
    """Bea begins to say something, and it is on the disk."""
    goes_to_her_own_words(bea)
    bea.page.get_by_role("textbox").fill("Half a thought")
    bea.page.get_by_role("textbox").blur()
    becomes_true(bea.page, "!document.querySelector('[data-failed]').textContent")


def test_words_that_were_left_half_way_are_offered_where_bea_looks_for_them(bea):
    leaves_half_a_thought(bea)
    bea.opens("/")
    bea.taps("To talk about", "link")
    bea.taps("What you began", "link")
    expect(bea.page.get_by_role("textbox")).to_have_value("Half a thought")
    bea.opens("/phone")
    bea.taps("Something to talk about", "link")
    expect(bea.page.get_by_role("textbox")).to_have_value("Half a thought")


def test_words_that_were_left_half_way_are_there_again_and_can_be_changed_and_deleted(bea):
    leaves_half_a_thought(bea)
    bea.page.reload()
    bea.sees("Here is where you left off.")
    expect(bea.page.get_by_role("textbox")).to_have_value("Half a thought")
    bea.taps("I will say it")
    bea.taps("Change it, or how it comes up", "link")
    bea.page.get_by_role("textbox").fill("A whole thought.")
    bea.taps("Please you bring it up")
    bea.sees("A whole thought.")
    bea.taps("Delete it")
    bea.sees("Nothing here yet.")
    bea.taps("Undo")
    bea.sees("A whole thought.")
