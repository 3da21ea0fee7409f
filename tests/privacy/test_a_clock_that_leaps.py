"""A server's clock that leaps ahead erases nothing for good before somebody could put it right."""

from datetime import timedelta
from errno import ENOSPC
from uuid import UUID

import pytest

from tests.entries import check_in, deleted
from tests.operator import said
from tests.pages import read
from webapp import clock
from webapp.extensions import db, now
from webapp.hourly import Hourly
from webapp.people.models import Person
from webapp.server import hourly_jobs

SAID = "The clock of this server has leapt ahead"


@pytest.fixture
def hour(app, after):
    """What the server does every hour: hour(days=2) is two days after the last time."""

    def passes(**time):
        after(**time)
        hourly = Hourly(app, *hourly_jobs(), every_s=1000)
        hourly.start()
        hourly.end()

    passes()
    return passes


@pytest.fixture
def closing(app, bea):
    """Whether Bea's account, which was to be closed in thirty days, is still there."""
    bea.syncs(check_in("Kingfisher"))

    def is_there():
        with app.app_context():
            return db.session.get(Person, UUID(bea.id)).erased_at is None

    with app.app_context():
        db.session.get(Person, UUID(bea.id)).closes_at = now() + timedelta(days=30)
        db.session.commit()
    return is_there


def test_an_account_goes_on_its_day_where_the_clock_goes_as_it_should(hour, closing):
    hour(days=29)
    assert closing()
    hour(days=2)
    assert not closing()


def test_after_a_leap_nothing_goes_and_ada_is_told_for_a_day(hour, closing, ada):
    hour(days=400)
    ada.signs_in()
    assert closing() and SAID in read(ada.opens("/practice/running").main)
    hour(hours=23)
    assert closing()
    hour(hours=2)
    ada.signs_in()
    assert not closing() and SAID not in read(ada.opens("/practice/running").main)


def test_a_clock_that_was_put_right_in_time_has_done_no_harm(hour, closing, ada):
    hour(days=400)
    hour(days=-400)
    ada.signs_in()
    assert closing() and SAID not in read(ada.opens("/practice/running").main)
    hour(days=29)
    assert closing()


def test_a_server_that_is_on_now_and_then_erases_all_the_same(hour, closing):
    hour(days=45)
    assert closing()
    hour(days=45)
    assert not closing()


@pytest.mark.parametrize("note", ["", "yesterday", "2026-11-27", "2026-11-27T10:00:00\n"])
def test_where_the_note_is_damaged_the_clock_is_believed(app, hour, closing, note):
    (app.config["INSTANCE"] / clock.NAME).write_text(note)
    hour(days=31)
    assert not closing()


def test_where_nothing_can_be_noted_the_server_goes_on(app, hour, closing):
    (app.config["INSTANCE"] / clock.NAME).unlink()
    (app.config["INSTANCE"] / clock.NAME).mkdir()
    hour(days=31)
    (app.config["INSTANCE"] / clock.NAME).rmdir()
    assert not closing()


def test_on_a_full_disk_too_nothing_goes_after_a_leap(hour, closing, monkeypatch):
    def is_full(path):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(clock, "written", is_full)
    hour(days=400)
    assert closing()


def test_nor_does_anything_go_that_an_operator_would_have_erased(app, hour, bea, after):
    gone = check_in("Kingfisher")
    bea.syncs(gone, deleted(gone))
    after(days=40)
    assert said(app, "erase-due").startswith("Nothing was emptied: the clock of this server has")
    after(days=1, seconds=1)
    assert said(app, "erase-due") == "Emptied: 1\n"
