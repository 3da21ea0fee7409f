"""Bea and Ada agree what they work towards and how they meet, with no signal on Bea's side."""

from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.agreeing import (
    ada_answers,
    ada_changes,
    ada_proposes,
    ada_sees,
    agree_on,
    hears,
    proposes,
    proposes_a_way,
)


def test_bea_proposes_and_agrees_with_no_signal_and_ada_sees_it_later(ada, bea):
    ada_proposes(ada, bea, "new/task", In_plain_words="Two things for each walk.")
    hears(bea, "Ada proposes this. Your answer?")
    bea.context.set_offline(True)
    proposes(bea, "More time for my own things.")
    bea.sees("Saved on this phone. It goes")
    agrees_and_says_how_it_is_going(bea, "Two things for each walk.")
    bea.context.set_offline(False)
    bea.tries_again()
    said = ("Bea proposes:", "More time for my own things.", "Both of you agreed on", "7 of 10")
    ada_sees(ada, bea, *said)
    ada.taps("I agree")
    bea.opens("/")
    bea.sees("More time for my own things.")


def agrees_and_says_how_it_is_going(bea, task):
    bea.taps(task, "link")
    bea.taps("I agree")
    bea.sees("You agree. Saved on this phone.")
    bea.taps("Say how it is going", "link")
    bea.page.get_by_label("7", exact=True).click()
    bea.page.get_by_label("Partly").click()
    bea.taps("Save it")
    bea.sees("7 of 10")


def test_bea_reads_the_card_at_the_meeting_point_and_suggests_a_change(ada, bea):
    ada_proposes(ada, bea, "meeting/walk_and_talk", Where_we_meet="By the map board.", Dogs="None.")
    hears(bea, "Ada proposes this. Your answer?")
    bea.context.set_offline(True)
    bea.opens("/prepare")
    bea.taps("How you meet", "link")
    bea.sees("By the map board.")
    bea.taps("Suggest a change", "link")
    bea.page.get_by_label("Dogs").fill("Ada’s dog may come.")
    bea.taps("Propose it")
    bea.sees("Dogs (changed)")
    bea.context.set_offline(False)
    bea.tries_again()
    ada_sees(ada, bea, "Bea suggests a change:", "Dogs (changed)", "Ada’s dog may come.")


def test_bea_finds_what_she_began_and_may_undo_what_she_did(bea):
    bea.context.set_offline(True)
    bea.opens("/together#goal.change")
    words = bea.page.get_by_label("What would you like to work towards?")
    words.fill("Something I do not quite know")
    bea.taps("Back", "link")
    bea.taps("What you began", "link")
    expect(words).to_have_value("Something I do not quite know")
    bea.taps("Propose it")
    bea.taps("Something I do not quite know", "link")
    bea.taps("Put aside")
    bea.sees("Put aside.")
    bea.taps("Undo")
    bea.sees("You propose:")


def test_what_bea_takes_back_is_in_the_form_again_until_she_starts_again(bea):
    bea.opens("/together#goal.change")
    words = bea.page.get_by_label("What would you like to work towards?")
    words.fill("To say no at work, and to hear it.")
    bea.taps("Propose it")
    bea.taps("Undo")
    bea.sees("It is as it was.")
    bea.taps("What you began", "link")
    expect(words).to_have_value("To say no at work, and to hear it.")
    bea.taps("Start again")
    expect(words).to_have_value("")
    bea.opens("/together")
    bea.does_not_see("What you began")


def test_a_no_that_was_begun_before_ada_changed_her_words_answers_the_new_ones(ada, bea):
    ada_proposes(ada, bea, "new/goal", In_plain_words="Walk every day.")
    hears(bea, "Ada proposes this. Your answer?")
    leaves_words(bea, "Walk every day.", "Not for me", "Every day is too much.")
    ada_changes(ada, bea, "Walk once a week.")
    hears(bea, "Walk once a week.")
    bea.taps("What you began", "link")
    bea.sees("Ada has changed the words since you began.")
    bea.taps("Say “not for me”")
    ada_sees(ada, bea, "Every day is too much.")


def leaves_words(bea, goal, where, words):
    """Bea begins to write about a goal, and goes back."""
    bea.taps(goal, "link")
    bea.taps(where, "link")
    bea.page.get_by_role("textbox").fill(words)
    bea.taps("Back", "link")
    bea.sees(where)


def test_words_about_a_goal_that_was_put_aside_meanwhile_can_still_be_kept(ada, bea):
    agree_on(ada, bea, "To say no.")
    leaves_words(bea, "To say no.", "Say how it is going", "Badly since March.")
    ada_answers(ada, bea, "Put aside")
    hears(bea, "Put aside")
    bea.taps("What you began", "link")
    expect(bea.page.get_by_role("textbox")).to_have_value("Badly since March.")
    bea.taps("Save it")
    bea.sees("Badly since March.")


def test_a_way_of_working_keeps_its_goal_in_other_words_and_put_aside(ada, bea):
    bea.opens("/together")
    proposes(bea, "Sleep better.")
    proposes_a_way(bea, "Write a diary.", "Sleep better.")
    bea.syncs()
    ada_changes(ada, bea, "Sleep all night.", "Suggest a change")
    hears(bea, "Sleep all night.")
    for answer, comes in (("I agree", "Both of you agreed"), ("Put aside", "Put aside.")):
        bea.taps("Sleep all night.", "link")
        bea.taps(answer)
        bea.sees(comes)
        goes_with(bea, "Write a diary.", "Sleep all night.")


def goes_with(bea, task, goal):
    """Where Bea changes a way of working, that goal is chosen."""
    bea.opens("/together")
    bea.taps(task, "link")
    bea.taps("Change it", "link")
    expect(bea.page.get_by_label(goal)).to_be_checked()
    bea.opens("/together")


def test_words_that_are_too_long_are_said_to_be_and_wait_until_they_are_shorter(bea):
    bea.opens("/together#goal.change")
    words, keep = bea.page.get_by_role("textbox"), bea.page.get_by_role("button", name="Propose it")
    words.fill("x" * 2012)
    bea.sees("12 characters too many")
    bea.sees("Something above is too long to be kept. Nothing of it is lost.")
    expect(keep).to_be_disabled()
    bea.taps("Back", "link")
    bea.taps("What you began", "link")
    expect(words).to_have_value("x" * 2012)
    expect(keep).to_be_disabled()
    words.fill("x" * 2000)
    expect(keep).to_be_enabled()


def test_a_part_of_a_card_that_is_too_long_says_so_beside_its_own_field(bea):
    bea.opens("/together#walk_and_talk.change")
    bea.page.get_by_label("Where we meet").fill("x" * 1001)
    expect(bea.page.locator("#meet-left")).to_have_text("1 character too many")
    expect(bea.page.get_by_role("button", name="Propose it")).to_be_disabled()
    looks.hold(bea)


def test_who_proposes_an_empty_card_sees_why_nothing_came_of_it(settled_bea):
    settled_bea.opens("/together#walk_and_talk.change")
    settled_bea.taps("Propose it")
    said = settled_bea.page.get_by_text("Please write or choose something first.")
    expect(said).to_be_in_viewport(ratio=1)
