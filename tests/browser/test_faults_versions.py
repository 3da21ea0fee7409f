"""Faults 27, 28 and 34: a newer version comes to a phone where words wait, where an older one is
open in another tab, or that was away for months."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.clocks import is_wrong_by
from tests.browser.devices import another_tab
from tests.browser.disk import kept, writes, writes_down
from tests.browser.releases import IS_NEWER, looks_for_a_newer_version, takes_the_newer_version
from tests.browser.schemas import (
    A_LATER_STEP,
    LATER,
    RELEASED,
    built_as,
    makes_no_way,
    shape,
    version,
)
from tests.browser.stored import hexed, on_the_server, rows, whose
from tests.browser.waiting import eventually

WORDS = "Written long ago."


def begins_a_check_in(person):
    """Everything is answered, and the words are just being typed."""
    person.begins(*["Mostly"] * 7)
    person.page.get_by_role("textbox").fill(WORDS)


def has_all_of_it(person, server, count):
    """Everything was received, once, and nothing waits."""
    assert eventually(person.page, lambda: kept(person)["outbox"] == [])
    return on_the_server(server, person) == len(kept(person)["entries"]) == count


def ages(server, person, days, unseen):
    """Bea signed in so many days ago, and was last seen so many days ago."""
    began, seen = (datetime.now(UTC) - timedelta(days=ago) for ago in (days, unseen))
    moments = (moment.strftime("%Y-%m-%d %H:%M:%S.%f") for moment in (began, seen))
    statement = "UPDATE login SET created_at = ?, last_seen_at = ? WHERE person_id = ?"
    rows(server, statement, *moments, hexed(whose(person)))


def test_fault_27_a_new_phone_has_the_database_that_was_released(bea):
    assert version(bea.page) == max(RELEASED)
    assert shape(bea.page) == RELEASED[max(RELEASED)]


@pytest.fixture
def waiting(bea, server):
    """Bea's phone: one check-in was received, one waits, one is being written."""
    bea.sends_a_check_in()
    server.stop()
    bea.checks_in(words=WORDS)
    begins_a_check_in(bea)
    writes_down(bea, WORDS)
    bea.opens("/away")  # a page that opens nothing itself
    return bea


@pytest.mark.parametrize("released", RELEASED)
def test_fault_27_what_waits_in_a_database_of_any_version_is_kept_and_sent_by_the_newest(
    waiting, server, deploy, released
):
    built_as(waiting.page, released)
    before = kept(waiting)
    deploy("static/js/database.js", A_LATER_STEP)
    takes_the_newer_version(waiting)
    server.stop()
    waiting.opens("/")
    waiting.sees("Go on with your check-in")
    assert version(waiting.page) == LATER and kept(waiting) == before
    server.start()
    waiting.tries_again()
    assert has_all_of_it(waiting, server, 2)
    reads_both(waiting)


def reads_both(person):
    """The words of the one that waited, and those of the one that is being written."""
    person.opens("/check-ins")
    person.page.locator("[data-list] a").first.click()
    person.sees(WORDS)
    person.opens("/check-in")
    person.sees("Here is where you left off.")
    expect(person.page.get_by_role("textbox")).to_have_value(WORDS)


@pytest.fixture
def newer_tab(bea, deploy):
    """Today in a second tab, where the newer version, with a later step, can be taken."""
    deploy("static/js/database.js", A_LATER_STEP)
    tab = bea.context.new_page()
    tab.goto(bea.origin)
    looks_for_a_newer_version(bea)
    return tab


def test_fault_28_an_old_tab_saves_its_draft_and_makes_way_by_itself(bea, server, newer_tab):
    begins_a_check_in(bea)
    newer_tab.get_by_role("button", name="Use it now").click()
    newer_tab.locator("[data-check-in]", has_text="Go on with your check-in").wait_for()
    assert eventually(newer_tab, lambda: version(newer_tab) == LATER)
    newer_tab.goto(bea.origin + "/check-in")
    newer_tab.get_by_text("Here is where you left off.").wait_for()
    expect(newer_tab.get_by_role("textbox")).to_have_value(WORDS)
    bea.page.bring_to_front()
    bea.taps("Save, only for me")
    bea.receives()
    assert has_all_of_it(bea, server, 1) and kept(bea)["drafts"] == 0


def test_fault_28_of_an_old_tab_that_is_asleep_it_says_so_and_goes_on(bea, newer_tab):
    begins_a_check_in(bea)
    sleeper = bea.context.new_page()
    sleeper.goto(bea.origin + "/away")
    makes_no_way(sleeper)
    newer_tab.get_by_role("button", name="Use it now").click()
    said = newer_tab.get_by_text("Footing is also open in another window")
    said.wait_for()
    sleeper.close()
    said.wait_for(state="hidden")
    newer_tab.locator("[data-check-in]", has_text="Go on with your check-in").wait_for()


@pytest.fixture
def away(bea, server):
    """Bea's phone without signal, on Today, where 43 check-ins wait."""
    bea.context.set_offline(True)
    bea.checks_in(words=WORDS)
    bea.opens("/check-ins")
    writes(bea, 42)
    bea.opens("/")
    bea.sees("43 things wait")
    return bea


def test_fault_34_after_90_days_signing_in_sends_everything_from_the_old_page(away, server, deploy):
    ages(server, away, 90, 90)
    deploy()
    is_wrong_by(away, days=90)
    away.opens("/")
    away.context.set_offline(False)
    away.sees("Sign in to send 43")
    away.taps("Sign in", exact=True)
    assert has_all_of_it(away, server, 43)
    assert not away.page.evaluate(IS_NEWER)


def test_fault_34_while_the_login_lives_an_open_page_just_sends(away, server, deploy):
    ages(server, away, 89, 29)
    deploy()
    is_wrong_by(away, days=29)
    away.page.evaluate("globalThis.wasNeverReloaded = true")
    away.context.set_offline(False)
    assert has_all_of_it(away, server, 43)
    assert away.page.evaluate("wasNeverReloaded") and not away.page.evaluate(IS_NEWER)


def test_an_old_tab_without_signal_keeps_its_way_in_when_the_newer_version_was_taken(bea, deploy):
    deploy()
    tab = another_tab(bea, "/")
    takes_the_newer_version(tab)
    bea.context.set_offline(True)
    bea.page.evaluate("async () => void (await (await ours('page.js')).offerSignIn())")
    expect(bea.page.locator("sign-in-button button").first).to_be_enabled()
