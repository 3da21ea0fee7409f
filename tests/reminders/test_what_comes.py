"""From what Bea chose to what her phone shows and her mailbox holds."""

import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK as BOOKED
from tests.appointments.booked import book, diary_of
from tests.entries import check_in
from tests.push_service import Browser
from tests.reminders.people import EVE, WALK, chooses, preference, reminded, states
from tests.repairs.points import point
from webapp.appointments import planned
from webapp.extensions import db

WALKS = replace(BOOKED, starts_at=WALK)
END = WALK + timedelta(minutes=50)
NEUTRAL = {"title": "Ready for tomorrow", "body": "Open when you have a moment."}


def change(app, ada, bea, record, **fields):
    """Ada changes an appointment."""
    with app.app_context():
        book = diary_of(ada, bea)
        appointment = next(a for a in planned.since(book.journal_id, EVE) if a.record == record)
        book.change(appointment, replace(appointment.said, **fields))
        db.session.commit()


def titles(bea):
    return [told["notification"]["title"] for told in bea.phone.shown]


def test_the_evening_before_bea_s_phone_says_that_something_is_ready(app, ada, bea, clock):
    record = book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True)
    assert reminded(app) == 0
    clock(EVE)
    assert reminded(app) == 1
    (told,) = bea.phone.shown
    shown = told["notification"]
    assert told["web_push"] == 8030 and NEUTRAL.items() <= shown.items()
    assert shown["navigate"] == "http://localhost:8000/prepare"
    ((headers, _),) = bea.phone.came
    until_midnight = timedelta(hours=6)
    assert (headers["TTL"], headers["Urgency"]) == (f"{until_midnight.total_seconds():.0f}", "high")
    assert headers["Topic"] == shown["tag"] and str(record) not in headers["Topic"]


def test_each_comes_once_however_often_it_is_looked(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True, hour=True, after=True)
    for moment in (EVE, WALK - timedelta(hours=1), END + timedelta(minutes=10)):
        clock(moment)
        assert [reminded(app), reminded(app)] == [1, 0]
    assert titles(bea) == ["Ready for tomorrow", "Ready for today", "When it suits you"]
    assert len({headers["Topic"] for headers, _ in bea.phone.came}) == 3
    assert states(app) == {"evening": "sent", "hour": "sent", "after": "sent"}


def test_the_time_is_named_only_for_those_who_chose_it(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True, wording="with_time")
    clock(EVE)
    reminded(app)
    assert titles(bea) == ["Tomorrow at 15:00"]


def test_nothing_comes_that_was_not_chosen_and_nothing_to_others(app, ada, bea, ben, clock):
    book(app, ada, bea, WALKS)
    book(app, ada, ben, WALKS)
    chooses(bea, push=True)
    chooses(ben, evening=True)
    clock(EVE)
    assert reminded(app) == 0


def test_nothing_comes_for_a_session_that_was_called_off(app, ada, bea, clock):
    record = book(app, ada, bea, WALKS)
    chooses(bea, push=True, evening=True, hour=True, after=True)
    change(app, ada, bea, record, state="cancelled")
    for moment in (EVE, WALK - timedelta(hours=1), END + timedelta(hours=1)):
        clock(moment)
        assert reminded(app) == 0


def test_rain_online_instead_is_told_at_once_in_words_that_say_nothing(app, ada, bea, clock):
    record = book(app, ada, bea, WALKS)
    chooses(bea, push=True, changes=True, evening=True)
    change(app, ada, bea, record, setting="online", starts_at=WALK + timedelta(hours=1))
    clock(EVE - timedelta(hours=5))
    assert [reminded(app), reminded(app)] == [1, 0]
    clock(EVE)
    assert reminded(app) == 1
    assert titles(bea) == ["Something has changed", "Ready for tomorrow"]
    change(app, ada, bea, record, setting="walk_and_talk")
    assert reminded(app) == 1


def test_who_has_checked_in_already_is_not_asked(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    chooses(bea, push=True, after=True)
    clock(END)
    bea.syncs(check_in())
    clock(END + timedelta(minutes=10))
    assert reminded(app) == 0
    assert states(app) == {"after": "failed"}


@pytest.fixture
def laptop(ada, push_service):
    """Ada's, which can be notified."""
    laptop = Browser(push_service)
    ada.posts("/push-subscriptions", laptop.subscription, status=204)
    return laptop


def test_who_stops_all_check_ins_is_not_asked_and_the_therapist_hears_of_it(
    app, ada, bea, clock, laptop
):
    book(app, ada, bea, WALKS)
    first = chooses(bea, push=True, after=True)
    assert "has stopped" not in ada.opens("/practice").text
    chooses(bea, first, check_ins=False, push=True, after=True)
    assert reminded(app) == 1
    (told,) = laptop.shown
    assert told["notification"]["title"] == "Something new" and "Bea" not in json.dumps(told)
    for page in ("/practice", f"/practice/clients/{bea.id}"):
        assert "Bea has stopped all check-ins." in ada.opens(page).text
    clock(END + timedelta(minutes=10))
    assert reminded(app) == 0


def test_a_new_choice_counts_and_a_deletion_is_no_choice(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    first = chooses(bea, push=True, evening=True)
    chooses(bea, first, push=True, hour=True)
    clock(EVE)
    assert reminded(app) == 0
    clock(WALK - timedelta(hours=1))
    assert reminded(app) == 1


WRONG = (
    {"sms": True}, {"quiet": {"from": "25:00", "until": "08:00"}}, {"wording": "full"},
    {"address": "a@b.c\nBcc: x@y.z"}, {"push": 1},
)  # fmt: skip


def test_an_unknown_or_half_choice_is_refused_and_nothing_counts(app, bea):
    for wrong in WRONG:
        (result,) = bea.syncs(preference(**wrong))["results"]
        assert (result["status"], result["code"]) == ("rejected", "bad_body"), wrong


def test_what_a_client_sends_now_reaches_the_therapist(app, ada, bea, push_service):
    laptop = Browser(push_service)
    ada.posts("/push-subscriptions", laptop.subscription, status=204)
    bea.syncs(point(route="send"), point(route="say"))
    assert [reminded(app), reminded(app)] == [1, 0]
    (told,) = laptop.shown
    assert told["notification"]["navigate"].endswith("/practice")


def test_a_closed_account_keeps_no_address_and_no_browser(app, bea, cast):
    chooses(bea, push=True, email=True, address="bea@example.org")
    app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"], catch_exceptions=False)
    with app.app_context():
        for table in ("preference", "push_subscription", "reminder"):
            assert db.session.execute(db.text(f"SELECT count(*) FROM {table}")).scalar() == 0, table
