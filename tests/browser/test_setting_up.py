"""Journey 1: Ada sets Footing up, with a link that never opens again."""

import pytest

from tests.browser import taps
from tests.browser.people import Therapist
from tests.browser.server import by_itself


@pytest.fixture
def fresh_server(tmp_path):
    with by_itself(tmp_path) as server:
        yield server


@pytest.fixture
def somebody(browser, fresh_server):
    context = browser.new_context()
    yield Therapist(context, fresh_server.origin)
    context.close()


def test_ada_sets_footing_up_with_the_link_that_the_server_printed(fresh_server, somebody):
    somebody.sets_up(fresh_server.set_up_link())
    somebody.sees("Nobody here yet.")
    somebody.sees("Hillside")


def test_a_double_tap_makes_one_passkey_and_it_is_good(fresh_server, somebody):
    passkeys = taps.begun_in(somebody)
    somebody.opens(fresh_server.set_up_link())
    somebody.page.get_by_label("What is your practice called?").fill("Hillside")
    somebody.page.get_by_label("What do your clients call you?").fill("Ada")
    somebody.page.get_by_role("button", name="Make my passkey").dblclick()
    somebody.page.wait_for_url("**/practice")
    somebody.taps("Sign out")
    somebody.taps("Sign in with your passkey")
    somebody.sees("Nobody here yet.")
    assert len(passkeys()) == 1


def test_the_set_up_link_never_opens_again(fresh_server, somebody):
    link = fresh_server.set_up_link()
    somebody.sets_up(link)
    somebody.opens("/help")
    somebody.opens(link)
    somebody.sees("This link cannot be used any more.")


def test_the_link_of_a_later_start_counts_where_that_of_an_earlier_one_is_still_open(
    fresh_server, somebody
):
    somebody.opens(fresh_server.set_up_link())
    fresh_server.stop()
    fresh_server.start()
    with somebody.page.expect_event("load"):  # it opens anew
        somebody.opens(fresh_server.set_up_link())
    somebody.sets_up(fresh_server.set_up_link())
    somebody.sees("Nobody here yet.")


def test_a_server_that_is_set_up_prints_no_link_at_its_next_start(fresh_server, somebody):
    somebody.sets_up(fresh_server.set_up_link())
    fresh_server.stop()
    (fresh_server.instance / "log.txt").unlink()
    fresh_server.start()
    assert "set-up#" not in fresh_server.said


def test_what_an_installation_made_is_for_nobody_else(fresh_server):
    made = [path for path in fresh_server.instance.iterdir() if path.name != "log.txt"]
    assert made
    assert all(path.stat().st_mode & 0o077 == 0 for path in made)
