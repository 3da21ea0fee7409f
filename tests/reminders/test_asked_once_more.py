"""What was planned and could not go yet: before it does, it is asked what is wanted by then."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from tests.appointments.booked import book
from tests.entries import check_in, entry, saying
from tests.reminders.people import EVE, QUIET, WALK, chooses, reminded, states
from tests.reminders.test_what_comes import END, WALKS, change, titles
from tests.repairs.points import deleted, followed, point
from webapp.extensions import db
from webapp.people.models import Person
from webapp.privacy.closing import erase_account

LATE = replace(WALKS, starts_at=EVE.replace(hour=20))
LATE_END = LATE.starts_at + timedelta(minutes=50)
MORNING = WALK.replace(hour=8)
BUSY = 503, {"Retry-After": "3600"}


@pytest.fixture
def waits(app, ada, bea, clock, push_service):
    """Bea’s word after a late session, put off by her push service. This is what she chose."""
    book(app, ada, bea, LATE)
    choice = chooses(bea, push=True, after=True, quiet={**QUIET, "from": "21:30"})
    push_service.answers.append(BUSY)
    clock(LATE_END + timedelta(minutes=11))
    assert (reminded(app), states(app)) == (0, {"after": "planned"})
    return choice


def test_in_quiet_hours_it_waits_until_they_are_over(app, bea, clock, waits):
    clock(LATE_END + timedelta(minutes=90))
    assert (reminded(app), states(app)) == (0, {"after": "planned"})
    clock(MORNING)
    assert (reminded(app), titles(bea)) == (1, ["When it suits you"])


def test_what_was_switched_off_meanwhile_does_not_come(app, bea, clock, waits):
    chooses(bea, waits, push=True, evening=True)
    clock(MORNING)
    assert (reminded(app), states(app)) == (0, {"after": "failed"})


def test_what_makes_no_sense_when_quiet_hours_are_over_is_dropped(app, ada, bea, clock):
    book(app, ada, bea, replace(WALKS, starts_at=MORNING))
    chooses(bea, push=True, hour=True, quiet=QUIET)
    clock(MORNING - timedelta(hours=1))
    assert (reminded(app), states(app)) == (0, {"hour": "failed"})


def test_whatever_else_bea_taps_in_quiet_hours_what_waits_comes_in_the_morning(
    app, ada, bea, clock
):
    book(app, ada, bea, LATE)
    choice = chooses(bea, push=True, after=True, quiet=QUIET)
    clock(LATE_END + timedelta(minutes=40))
    assert reminded(app) == 0
    chooses(bea, choice, push=True, after=True, hour=True, quiet=QUIET)
    clock(MORNING)
    assert (reminded(app), titles(bea)) == (1, ["When it suits you"])


def test_another_tap_does_not_take_back_what_comes_later_today(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    choice = chooses(bea, push=True, evening=True, hour=True)
    clock(EVE + timedelta(minutes=30))
    chooses(bea, choice, push=True, evening=True, wording="with_time")
    assert (reminded(app), titles(bea)) == (1, ["Tomorrow at 15:00"])


def test_what_was_over_when_it_was_switched_on_does_not_come(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    choice = chooses(bea, push=True, hour=True)
    clock(EVE + timedelta(minutes=30))
    chooses(bea, choice, push=True, hour=True, evening=True)
    assert reminded(app) == 0


def test_moved_within_the_day_while_it_waits_the_evening_s_word_still_comes(
    app, ada, bea, clock, push_service
):
    record = book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True, wording="with_time")
    push_service.answers.append(BUSY)
    clock(EVE)
    reminded(app)
    change(app, ada, bea, record, starts_at=WALK + timedelta(hours=1))
    clock(EVE + timedelta(hours=1))
    reminded(app)
    assert (reminded(app), titles(bea)) == (1, ["Tomorrow at 16:00"])


@pytest.fixture
def is_done(app, ada, bea, clock):
    """Whether Bea, after her walk, is not asked any more once she has handed something over."""
    book(app, ada, bea, replace(WALKS, starts_at=WALK - timedelta(days=7)))
    record = book(app, ada, bea, WALKS)
    older = check_in("Last week.")
    bea.syncs(older)
    chooses(bea, push=True, after=True)
    clock(END)

    def when_handed_over(make):
        bea.syncs(make(str(record), {"record": older["record"], "base": older["entry"]}))
        clock(END + timedelta(minutes=10))
        return reminded(app) == 0

    return when_handed_over


def another(appointment, **head):
    """A check-in that names a session."""
    return entry(saying(appointment=appointment)["body"], **head)


def test_a_change_of_an_older_check_in_is_none_for_this_session(is_done):
    assert not is_done(lambda _session, older: check_in("Shared now.", **older))


def test_nor_is_one_for_another_session(is_done):
    assert not is_done(lambda _session, _older: another(str(uuid4())))


def test_a_change_that_names_this_session_is_one(is_done):
    assert is_done(lambda session, older: another(session, **older))


@pytest.fixture
def told_later(app, ada, bea, clock, letters):
    """Bea hands something over, and Ada’s mail server is busy. Later it is not."""
    ada.opens("/practice/reminders")
    ada.sends("/practice/reminders", email="y", address="ada@example.org")
    letters.refusal = "451 later"

    def later(sent, deed):
        bea.syncs(sent)
        assert reminded(app) == 0
        deed()
        letters.refusal = None
        clock(EVE)
        return reminded(app)

    return later


def test_ada_is_not_told_of_what_was_taken_back_before_she_could_be(bea, told_later):
    sent = point(route="send")
    assert told_later(sent, lambda: bea.syncs(deleted(sent))) == 0


def test_nor_of_what_is_not_shared_any_more(bea, told_later):
    sent = point(route="ask")
    assert told_later(sent, lambda: bea.syncs(followed(sent, shared=False))) == 0


def test_nor_of_somebody_whose_account_is_closed(app, bea, told_later):
    def closes():
        with app.app_context():
            erase_account(db.session.get(Person, UUID(bea.id)))
            db.session.commit()

    assert told_later(point(route="send"), closes) == 0


def test_ada_is_told_of_what_still_stands(bea, told_later):
    sent = point(route="send")
    assert told_later(sent, lambda: bea.syncs(followed(sent, words="Other words."))) == 1


def test_nor_is_ada_told_of_a_stop_that_was_none(app, ada, bea, told_later):
    first = chooses(bea, push=True)
    stop = chooses(bea, first, check_ins=False, push=True)
    assert told_later(check_in(), lambda: chooses(bea, stop, push=True)) == 0


def test_she_is_told_of_a_stop_that_still_stands(bea, told_later):
    stop = chooses(bea, check_ins=False)
    assert told_later(check_in(), lambda: chooses(bea, stop, check_ins=False, push=True)) == 1
