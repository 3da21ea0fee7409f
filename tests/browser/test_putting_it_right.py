"""The third moment: something felt off on a walk; it is said, read, talked about, and put right."""

import pytest
from playwright.sync_api import expect

from tests.browser.clocks import passes
from tests.browser.disk import writes_down
from tests.browser.steps import says_in_her_own_words, says_it


@pytest.fixture(autouse=True)
def no_motion(bea):
    """A tap leads on at once."""
    bea.page.emulate_media(reduced_motion="reduce")


def test_a_dip_on_a_walk_is_put_into_words_sent_read_talked_about_and_put_right(ada, bea):
    puts_it_into_words_on_the_way_back(bea)
    ada.opens_page_of(bea)
    ada.taps("Talking points", "link")
    ada.sees("Bea wants you to know this now.")
    ada.sees("I said yes last time, but inside I was not sure.")
    ada.sees("First, hear it")
    ada.marks_it_read()
    bea.tries_again()
    bea.sees("Ada read it")
    says_after_the_next_walk_that_it_is_put_right(bea)
    ada.page.reload()
    ada.sees("There is something new here since you read it.")
    expect(ada.page.locator(".thread strong").last).to_have_text("Put right", use_inner_text=True)


def puts_it_into_words_on_the_way_back(bea):
    """Bea has no signal there, and at home it goes."""
    bea.context.set_offline(True)
    bea.checks_in(words="Quiet on the way back.", felt_off=True)
    bea.sees("You said that something felt off.")
    says_it(bea, "Send it now")
    bea.sees("Ada can see this once it has arrived.")
    bea.has_signal_again()


def says_after_the_next_walk_that_it_is_put_right(bea):
    """The same, and every step of it stands on her phone."""
    bea.context.set_offline(True)
    bea.opens("/")
    bea.sees("I said yes last time")
    bea.checks_in()
    bea.sees("Did you get to talk about it?")
    bea.taps("Yes")
    bea.sees("Is it put right?")
    bea.taps("Put right")
    bea.sees("Kept.")
    bea.taps("See all there is to talk about", "link")
    finds_every_step_of_it(bea)
    bea.has_signal_again()


def finds_every_step_of_it(bea):
    bea.sees("Put right, or left")
    bea.page.locator("[data-past] a").click()
    steps = bea.page.locator("[data-thread] strong")
    steps.last.get_by_text("Put right").wait_for()
    told = ["Something felt off", "You put it into words", "Ada read it", "Put right"]
    assert [step for step in steps.all_inner_texts() if step in told] == told


def test_what_bea_only_wants_to_say_herself_is_her_own_until_she_shares_it(ada, bea):
    says_in_her_own_words(bea, "The bench was too near the path.", "I will say it")
    bea.sees("Only you can see this.")
    bea.receives()
    finds(ada, bea, "Nothing shared yet.")
    bea.taps("Share with Ada")
    bea.sees("Ada can see this.")
    finds(ada, bea, "The bench was too near the path.")
    passes(bea, milliseconds=400)  # or it would be the second half of a double tap
    bea.taps("Stop sharing with Ada")
    bea.sees("Only you can see this.")
    bea.receives()
    finds(ada, bea, "Nothing shared yet.")


def finds(ada, bea, words):
    """Where Ada reads what Bea wants to talk about."""
    ada.opens(f"{bea.invitation.client}/talking-points")
    ada.sees(words)


def test_the_questions_to_oneself_are_kept_for_oneself(ada, bea):
    bea.context.set_offline(True)
    bea.opens("/reflect")
    bea.page.get_by_label("When did my view count").fill("When I asked to go slower.")
    bea.taps("Keep it, only for me")
    bea.sees("Kept. Only you can see it.")
    bea.page.locator("[data-earlier] summary").click()
    bea.sees("When I asked to go slower.")
    bea.taps("Delete it")
    bea.sees("Deleted.")
    bea.taps("Undo")
    bea.sees("It is back.")
    bea.context.set_offline(False)


def stops_all_check_ins(bea):
    """From the list of them, where she reads first who hears of it."""
    bea.opens("/more")
    bea.taps("Your check-ins", "link")
    bea.page.locator("stop-check-ins summary").click()
    bea.sees("Ada is told that you stopped")
    bea.taps("Stop all check-ins")
    bea.sees("Check-ins are stopped")


def test_bea_stops_all_check_ins_and_starts_again(ada, bea):
    bea.context.set_offline(True)
    stops_all_check_ins(bea)
    bea.sees("Ada can see that you stopped, and reminders end, once this has arrived.")
    bea.opens("/")
    bea.sees("Get ready for your next session")
    bea.does_not_see("How was your session?")
    bea.context.set_offline(False)
    bea.tries_again()
    bea.opens("/check-ins")
    bea.sees("Ada can see that you stopped.")
    bea.taps("Start again")
    bea.does_not_see("Check-ins are stopped")
    bea.opens("/")
    bea.sees("How was your session?")


def test_what_bea_put_right_stays_so_when_she_goes_on_with_words_that_she_left(bea):
    says_in_her_own_words(bea, "Money.", "Send it now")
    bea.receives()
    bea.taps("Change it", "link")
    writes_down(bea, "I want to talk about fees.")
    bea.page.go_back()
    bea.page.locator("one-talking-point summary").first.click()
    bea.taps("Yes")
    bea.taps("Put right")
    bea.sees("Kept.")
    goes_on_and_finds_it_put_right(bea)


def goes_on_and_finds_it_put_right(bea):
    """Bea keeps what she began; it is one, and as she put it."""
    bea.opens("/talking-points")
    bea.taps("What you began", "link")
    bea.taps("Send it now")
    bea.sees("I want to talk about fees.")
    bea.page.get_by_role("heading", name="Put right").wait_for()
    bea.does_not_see("Money.")


IS_SLOW = """() => {
    const { encrypt } = SubtleCrypto.prototype;
    const until = new Promise((over) => { globalThis.isQuickAgain = over; });
    SubtleCrypto.prototype.encrypt = async function (...given) {
        SubtleCrypto.prototype.encrypt = encrypt;
        await until;
        return encrypt.apply(this, given);
    };
}"""


def test_an_answer_that_the_phone_is_slow_to_keep_is_said_also_when_news_comes_first(bea):
    bea.context.set_offline(True)
    says_in_her_own_words(bea, "Money.", "I will say it")
    bea.page.locator("one-talking-point summary").click()
    bea.page.evaluate(IS_SLOW)
    bea.taps("I’d rather leave it")
    bea.context.set_offline(False)
    for _ in range(3):
        bea.syncs()  # her words have arrived, which the page would say
    bea.page.evaluate("isQuickAgain()")
    bea.sees("Kept. You can change it at any time.")
    bea.page.get_by_role("heading", name="You would rather leave it").wait_for()
