"""Fault 35: a phone that was away while something was erased, or the whole account was closed."""

import re
from uuid import UUID

import pytest

from tests.browser.devices import changes_it, is_signed_in_on, opens_it
from tests.browser.disk import writes
from tests.browser.raw import stored
from tests.browser.stored import rows, whose
from tests.browser.waiting import becomes_true, eventually
from webapp import create_app
from webapp.extensions import db
from webapp.journal import erasure

CLOSED = "This account has been closed."
DATABASES = "indexedDB.databases().then(all => all.map(({name}) => name))"
FORGOTTEN = f"{DATABASES}.then(names => names.join() === 'footing')"
BODIES = "SELECT count(*) FROM entry WHERE journal_id = ? AND body_sealed IS NOT NULL"


@pytest.fixture
def erases(server):
    """Erase every check-in of somebody's, as the server does. Returns what then asks how many of
    their bodies the server holds."""
    app = create_app({"INSTANCE": str(server.instance)})

    def erase(person):
        journal = journal_of(server, person)
        with app.app_context():
            for (record,) in rows(
                server, "SELECT DISTINCT record FROM entry WHERE journal_id = ?", journal
            ):
                erasure.erase(UUID(journal), UUID(record))
            db.session.commit()
        return lambda: rows(server, BODIES, journal)[0][0]

    yield erase
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def away(bea):
    """Bea, whose check-in was received, and who has changed it since without signal."""
    writes(bea, 1, "It rained.", shared=True)
    bea.syncs()
    changes_it(bea, "It rained, and I was cold.")
    return bea


def journal_of(server, person):
    account = whose(person).replace("-", "")
    return rows(server, "SELECT id FROM journal WHERE person_id = ?", account)[0][0]


def comes_back(person):
    """Signal again, on the page where everything is listed."""
    person.context.set_offline(False)
    person.opens("/check-ins")


def words_on(person):
    """How many texts of check-ins lie on a phone, sent, unsent, or being written."""
    texts = stored(person, "entries") + stored(person, "outbox") + stored(person, "drafts")
    return sum(bool(row["sealed"]) for row in texts)


def test_fault_35_a_phone_that_was_away_erases_what_was_erased(away, erases):
    bodies = erases(away)
    assert words_on(away) == 2
    comes_back(away)
    away.sees("Nothing here yet.")
    assert eventually(away.page, lambda: words_on(away) == 0)
    assert stored(away, "outbox") == [] and bodies() == 0


def test_fault_35_what_is_late_is_dropped_and_asks_for_no_attention(away, erases):
    bodies = erases(away)
    comes_back(away)
    away.sees("Nothing here yet.")
    away.opens("/phone")
    away.sees("Everything has been received.")
    away.does_not_see("Needs attention.")
    assert bodies() == 0


def test_fault_35_a_change_that_was_being_written_goes_too(bea, erases):
    bea.sends_a_check_in(words="It rained.")
    opens_it(bea)
    bea.taps("Change it", "link")
    bea.page.locator("check-in-form").wait_for()
    bea.answers("A little")
    assert eventually(bea.page, lambda: stored(bea, "drafts"))
    erases(bea)
    comes_back(bea)
    bea.sees("Nothing here yet.")
    assert eventually(bea.page, lambda: words_on(bea) == 0)


def test_fault_35_a_new_phone_shows_nothing_of_it(away, kept_phone, erases):
    erases(away)
    tablet = is_signed_in_on(kept_phone(), away)
    tablet.opens("/check-ins")
    tablet.sees("Nothing here yet.")
    assert tablet.errors == [] and words_on(tablet) == 0


def test_fault_35_the_phone_of_a_closed_account_forgets_everything(server, away):
    server.flask("erase-account", whose(away), "--yes")
    comes_back(away)
    away.sees(CLOSED)
    assert eventually(away.page, lambda: away.page.evaluate(FORGOTTEN))
    away.opens("/")
    away.sees(CLOSED)
    away.sees("Sign in with your passkey")


def test_fault_35_every_tab_of_it_forgets(server, away):
    tab = away.context.new_page()
    tab.goto(f"{away.origin}/check-in")
    server.flask("erase-account", whose(away), "--yes")
    comes_back(away)
    away.sees(CLOSED)
    tab.get_by_text(CLOSED).wait_for()
    becomes_true(tab, FORGOTTEN)


def test_fault_35_without_signal_the_app_still_opens_and_somebody_else_may_come_in(
    server, away, ada
):
    server.flask("erase-account", whose(away), "--yes")
    comes_back(away)
    away.sees(CLOSED)
    away.context.set_offline(True)
    away.opens("/")
    away.sees(CLOSED)
    away.context.set_offline(False)
    away.joins(ada.invites("Cleo").link)
    away.does_not_see(CLOSED)


def long_after(exchange):
    """The server answers, and by its clock it is many years later."""
    del exchange.handler.headers["Accept-Encoding"]
    status, headers, body = exchange.ask()
    exchange.reply(status, headers, re.sub(rb'"server_time":"\d{4}', b'"server_time":"9999', body))


def test_what_was_deleted_long_ago_is_emptied_on_the_phone_too(bea, network):
    bea.sends_a_check_in(words="It rained.")
    opens_it(bea)
    bea.taps("Delete it")
    bea.taps("Delete", exact=True)
    assert eventually(bea.page, lambda: len(stored(bea, "entries")) == 2)
    assert words_on(bea) == 1
    network.faults = [long_after]
    bea.sends_a_check_in(words="The sun was out.")
    assert eventually(
        bea.page,
        lambda: [bool(e["sealed"]) for e in stored(bea, "entries")] == [False, False, True],
    )
