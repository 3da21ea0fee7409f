"""What the tests themselves stand on: a phone that is handed on is as good as a new one."""

from contextlib import closing

import pytest

from tests.browser.kept_phones import KeptPhones

STORED = """indexedDB.databases().then(all =>
    [all.filter(({name}) => name !== "footing").length, localStorage.length])"""


@pytest.fixture
def ours(browser, server):
    with closing(KeptPhones(browser, server.origin)) as kept:
        yield kept


def test_whoever_gets_a_phone_next_finds_nothing_of_who_had_it_before(ours, invite):
    bea = ours.take()
    bea.comes_in(invite("Bea").link)
    bea.checks_in(words="Only I may know this.", share=False)
    ours.give_back(bea)
    finn = ours.take()
    assert finn.context is bea.context
    assert (finn.passkeys(), finn.context.cookies()) == ([], [])
    assert finn.page.evaluate(STORED) == [0, 0]  # the phone has one of its own, of no account
    finn.opens("/reminders")
    finn.sees("Sign in to choose.")


def test_a_phone_that_has_lost_the_app_is_thrown_away(ours):
    lost = ours.take()
    lost.page.evaluate("caches.keys().then(all => Promise.all(all.map(n => caches.delete(n))))")
    ours.give_back(lost)
    assert ours.take().context is not lost.context


def test_a_phone_on_which_a_script_runs_first_is_not_handed_on(ours):
    odd = ours.take()
    odd.runs_first("window.odd = true")
    ours.give_back(odd)
    assert ours.take().context is not odd.context
