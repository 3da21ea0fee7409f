"""The last step of coming in is refused, or its answer is lost: what people read and do then."""

import pytest

from tests.browser.fault_proxy import Exchange, problem
from tests.browser.people import Therapist
from tests.browser.server import by_itself
from tests.browser.test_faults_erasure import DATABASES
from tests.browser.ways_in import (
    comes_in_again,
    gives_a_code,
    joins_with_a_code,
    link_again,
    makes_codes,
    shows_the_code,
)

REFUSED = problem(400, "challenge_gone")[0]


@pytest.fixture
def once(monkeypatch):
    """What asks for this address meets that fault, once."""
    passes = Exchange.passes

    def meets(path, fault):
        ahead = [fault]

        def passes_but_once(exchange):
            is_that = exchange.handler.path == path and ahead
            (ahead.pop() if is_that else passes)(exchange)

        monkeypatch.setattr(Exchange, "passes", passes_but_once)

    return meets


def test_bea_whose_passkey_is_refused_comes_in_with_the_next_tap(ada, invite, new_phone, once):
    once("/passkeys/registration", REFUSED)
    bea = new_phone()
    bea.opens(invite("Bea").link)
    bea.taps("Make my passkey")
    bea.sees("That did not go through. The link was not used.")
    bea.taps("Make my passkey")
    bea.sees("You are in.")


def test_bea_who_never_heard_that_she_is_in_is_led_to_sign_in(ada, invite, new_phone, once):
    once("/passkeys/registration", Exchange.breaks_off)
    bea = new_phone()
    bea.opens(invite("Bea").link)
    bea.taps("Make my passkey")
    bea.sees("No answer came.")
    bea.taps("Make my passkey")
    bea.sees("If it was you who used it, just sign in.")
    bea.taps("Sign in", "link")
    bea.taps("Sign in with your passkey")
    bea.sees("How was your session?")


def test_bea_whose_phone_gets_no_key_is_in_and_signs_in_once_more(ada, invite, new_phone):
    bea = new_phone()
    bea.page.route("**/devices/*/key", lambda route: route.fulfill(status=503), times=1)
    bea.opens(invite("Bea").link)
    bea.taps("Make my passkey")
    bea.taps("Not now")
    bea.taps("Go on in the browser", "link")
    bea.taps("Sign in with your passkey")
    bea.sees("How was your session?")


def test_olga_who_never_heard_that_her_code_let_her_in_is_led_to_sign_in(server, laptop, once):
    olga, new = laptop(), laptop()
    olga.joins(server.invites("Olga"))
    code = makes_codes(olga)
    once("/passkeys/registration", Exchange.breaks_off)
    gives_a_code(new, code)
    new.sees("No answer came.")
    new.taps("Make a new passkey")
    new.sees("This code cannot be used.")
    new.taps("Sign in with it", "link")
    new.taps("Sign in with your passkey")
    new.page.wait_for_url("**/practice")


def test_bea_who_never_heard_that_her_words_are_back_is_not_told_that_her_code_is_wrong(
    ada, new_phone, once
):
    bea, new = new_phone(), new_phone()
    joins_with_a_code(bea, ada.invites("Bea"))
    comes_in_again(new, link_again(ada, bea))
    once("/recovery/code", Exchange.breaks_off)
    shows_the_code(new, bea.code)
    new.sees("That did not go through.")
    new.taps("Bring it back now")
    new.sees("The code that you have may be used up by that.")
    new.does_not_see("This is not your code.")
    new.taps("Show me a new code")
    new.sees("This is the new one.")
    assert new.page.locator("[data-new-code]").inner_text() not in ("", bea.code)


def test_bea_who_asks_for_her_code_ten_minutes_later_shows_her_passkey_once_more(
    ada, invite, new_phone
):
    late = {"status": 403, "content_type": "application/problem+json"}
    late["body"] = '{"code": "step_up_required"}'
    bea = new_phone()
    bea.page.route("**/recovery-code", lambda route: route.fulfill(**late), times=1)
    bea.opens(invite("Bea").link)
    bea.taps("Make my passkey")
    bea.taps("Show my code")
    bea.sees("It is shown only now")
    assert bea.page.locator("[data-code]").inner_text()


def test_bea_who_never_heard_her_new_code_is_not_told_that_the_old_one_is_good(
    ada, new_phone, once
):
    bea = new_phone()
    joins_with_a_code(bea, ada.invites("Bea"))
    bea.opens("/my-data")
    once("/recovery-code", Exchange.breaks_off)
    bea.taps("Show a new code")
    bea.sees("The code that you have may have ended by that: please make a new one.")
    bea.does_not_see("Nothing was changed.")
    bea.taps("Show a new code")
    bea.sees("This is your new code.")
    assert bea.page.locator("[data-code]").inner_text() not in ("", bea.code)


@pytest.fixture
def somebody(browser, tmp_path):
    """Somebody who opens the link that a new server has printed."""
    with by_itself(tmp_path) as server:
        context = browser.new_context()
        ada = Therapist(context, server.origin)
        ada.link = server.set_up_link()
        yield ada
        context.close()


def test_ada_whose_set_up_is_refused_at_its_last_step_goes_on_with_the_next_tap(somebody):
    refuse = {"status": 400, "content_type": "application/problem+json", "body": '{"code": "no"}'}
    last_step = "**/passkeys/registration"
    somebody.page.route(last_step, lambda route: route.fulfill(**refuse), times=1)
    somebody.opens(somebody.link)
    somebody.page.get_by_label("What is your practice called?").fill("Hillside")
    somebody.page.get_by_label("What do your clients call you?").fill("Ada")
    somebody.taps("Make my passkey")
    somebody.sees("That did not go through. Please try again.")
    somebody.taps("Make my passkey")
    somebody.sees("Nobody here yet.")


def test_bea_who_never_heard_that_her_account_is_closed_leaves_nothing_on_her_phone(bea, once):
    once("/account/close", Exchange.times_out_in_between)
    bea.opens("/my-data")
    closes_her_account(bea)
    bea.sees("No answer came.")
    closes_her_account(bea)
    bea.sees("You come in with a link from the person you see.")
    assert not [name for name in bea.page.evaluate(DATABASES) if name.startswith("footing-")]


def closes_her_account(bea):
    """She asks for it, and says that she is sure."""
    bea.taps("Close my account")
    bea.taps("Close it for good")
