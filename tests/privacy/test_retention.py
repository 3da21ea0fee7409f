"""What is due is emptied without anybody asking, for as long as the server runs."""

from contextlib import contextmanager

import pytest

from tests.entries import check_in, deleted
from tests.pages import Visitor
from webapp import create_app
from webapp.hourly import Hourly
from webapp.journal.erasure import erase_due


@pytest.fixture
def gone(bea):
    """A check-in that Bea deleted."""
    first = check_in()
    bea.syncs(first, deleted(first))
    return bea


@contextmanager
def serving(app, **how):
    """The process that keeps a server going beside those that answer."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    keeper = create_app({"INSTANCE": str(app.config["INSTANCE"]), "DATABASE_URL": url})
    keeping = Hourly(keeper, erase_due, **how)
    keeping.start()
    yield
    keeping.end()


def words_left(app, person):
    """How many bodies are still there."""
    again = Visitor(app, person.passkey).signs_in()
    return sum(change["body"] is not None for change in again.feed())


def test_a_server_that_starts_empties_what_is_due(app, gone, after):
    after(days=31)
    with serving(app):
        assert words_left(app, gone) == 0


def test_a_server_that_goes_on_empties_what_becomes_due(app, gone, after):
    with serving(app, every_s=0.01):
        assert words_left(app, gone) == 1
        after(days=31)
        assert any(words_left(app, gone) == 0 for _ in range(500))


def test_an_operator_can_do_it_by_hand(app, gone, after):
    after(days=31)
    told = app.test_cli_runner().invoke(args=["erase-due"])
    assert told.output.strip().endswith("Emptied: 1")
    assert words_left(app, gone) == 0
