"""What reminders, Today and the caseload ask: what comes next, what begins, what ends."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, book, diary_of, person
from webapp.appointments import planned
from webapp.extensions import db
from webapp.journal import erasure

pytestmark = pytest.mark.usefixtures("wednesday")

START = WALK.starts_at
HOUR = timedelta(hours=1)


@pytest.fixture
def booked(app, ada, bea, ben):
    """A walk of Bea's tomorrow, and one of Ben's an hour later."""
    later = replace(WALK, starts_at=START + HOUR)
    return book(app, ada, bea), book(app, ada, ben, later)


def records(found):
    return [each.record for each in found]


def test_what_starts_and_what_ends_between_two_moments(app, booked):
    with app.app_context():
        end = START + timedelta(minutes=50)
        assert records(planned.starting(START, START + HOUR)) == [booked[0]]
        assert records(planned.starting(START, START + 2 * HOUR)) == list(booked)
        assert records(planned.ending(end, end + HOUR)) == [booked[0]]
        assert records(planned.ending(end - HOUR, end)) == []


def test_the_next_one_is_the_first_that_has_not_ended(app, bea, booked):
    with app.app_context():
        assert planned.next_of(person(bea), START).said.place == WALK.place
        assert planned.next_of(person(bea), START + HOUR) is None


def test_what_is_cancelled_starts_for_nobody(app, ada, bea, booked):
    with app.app_context():
        one = planned.one(person(bea), booked[0])
        diary_of(ada, bea).change(one, replace(one.said, state="cancelled"))
        db.session.commit()
        assert records(planned.starting(START, START + 2 * HOUR)) == [booked[1]]
        assert planned.next_of(person(bea), START) is None


def test_what_is_erased_is_gone_from_here_too(app, bea, booked):
    with app.app_context():
        one = planned.one(person(bea), booked[0])
        erasure.erase(one.journal_id, one.record)
        db.session.commit()
        assert planned.one(person(bea), booked[0]) is None


def test_it_goes_with_the_account(app, bea, booked):
    app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"])
    with app.app_context():
        everything = planned.starting(
            datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
        )
        assert records(everything) == [booked[1]]
