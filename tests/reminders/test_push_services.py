"""What push services answer, and what becomes of a reminder then."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from tests.push_service import Browser
from tests.reminders.people import chooses, reminded, states
from webapp.extensions import db
from webapp.reminders.browsers import PushSubscription
from webapp.reminders.endpoints import is_allowed
from webapp.reminders.push import _seconds

KNOWN = [
    "https://fcm.googleapis.com/fcm/send/abc:def", "https://web.push.apple.com/QFd-x",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAA", "https://a.push.apple.com:443/x",
    "https://wns2-par02p.notify.windows.com/w/?token=x",
]  # fmt: skip
UNKNOWN = [
    "http://fcm.googleapis.com/x", "https://evil.example/x", "https://fcm.googleapis.com.evil.example",
    "https://evil.example/fcm.googleapis.com", "https://fcm.googleapis.com@evil.example/x",
    "https://evil.example#fcm.googleapis.com", "https://evil.example\\.push.apple.com/x",
    "https://fcm.googleapis.com:8443/x", "https://push.apple.com.evil.example",
    "https://127.0.0.1/x", "https://[",
    "https://notpush.apple.com.x/", "https://xpush.apple.com/x", "https://[::1]/x", "x",
    "https://fcm.googleapis.com:99999/x", "https://ｆcm.googleapis.com/x", "file:///etc/passwd",
    "https://fcm.googleapis.com/\nx", "https://fcm.googleapis.com/ x", "https://fcm.goo\tgleapis.com/",
]  # fmt: skip


@pytest.mark.parametrize("endpoint", KNOWN)
def test_the_push_services_of_the_browsers_are_known(endpoint):
    assert is_allowed(endpoint)


@pytest.mark.parametrize("endpoint", UNKNOWN)
def test_no_other_address_is_one(endpoint):
    assert not is_allowed(endpoint)


def test_an_address_that_is_none_is_not_kept(app, bea):
    for endpoint in UNKNOWN:
        told = {**bea.phone.subscription, "endpoint": endpoint}
        bea.is_refused(400, "bad_request", "/push-subscriptions", told)
    assert browsers(app) == 1


def browsers(app):
    with app.app_context():
        return db.session.scalar(db.select(db.func.count()).select_from(PushSubscription))


def asks_for_a_test(bea):
    chooses(bea, push=True)
    bea.posts("/reminders/test", status=204)


def test_a_test_comes_on_every_phone_once_a_minute_at_most(app, bea, push_service):
    tablet = Browser(push_service)
    bea.posts("/push-subscriptions", tablet.subscription, status=204)
    asks_for_a_test(bea)
    bea.posts("/reminders/test", status=204)
    assert reminded(app) == 1
    assert len(tablet.shown) == len(bea.phone.shown) == 1


def test_bea_is_told_when_there_is_no_way_by_which_a_test_could_come(app, bea):
    bea.is_refused(409, "no_way", "/reminders/test")
    chooses(bea, evening=True, email=True)
    bea.is_refused(409, "no_way", "/reminders/test")
    assert states(app) == {}


def test_bea_chose_a_notification_and_no_phone_of_hers_takes_one(bea):
    chooses(bea, push=True)
    bea.posts(
        "/push-subscriptions/remove", {"endpoint": bea.phone.subscription["endpoint"]}, status=204
    )
    bea.is_refused(409, "no_way", "/reminders/test")


def test_ten_tests_a_day_are_enough(app, bea, clock):
    chooses(bea, push=True)
    for minutes in range(10):
        clock(datetime.now(UTC) + timedelta(minutes=minutes + 1))
        bea.posts("/reminders/test", status=204)
    clock(datetime.now(UTC) + timedelta(minutes=1))
    bea.is_refused(429, "too_many", "/reminders/test")
    wait = int(bea.asks("POST", "/reminders/test", json={}).headers["Retry-After"])
    clock(datetime.now(UTC) + timedelta(seconds=wait - 60))
    bea.is_refused(429, "too_many", "/reminders/test")
    clock(datetime.now(UTC) + timedelta(seconds=60))
    bea.posts("/reminders/test", status=204)


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(app, bea, push_service, status):
    asks_for_a_test(bea)
    push_service.answers.append((status, {}))
    assert reminded(app) == 0
    assert (browsers(app), states(app)) == (0, {"test": "gone"})


@pytest.mark.parametrize("status", [400, 403, 413, 301])
def test_a_refusal_is_our_mistake_so_the_browser_is_kept_and_the_log_says_so(
    app, bea, push_service, caplog, status
):
    asks_for_a_test(bea)
    push_service.answers.append((status, {"Location": push_service.origin + "/elsewhere"}))
    with caplog.at_level(logging.ERROR):
        assert reminded(app) == 0
    assert browsers(app) == 1 and push_service.messages == []
    assert str(status) in caplog.text and bea.phone.path not in caplog.text


@pytest.mark.parametrize(("status", "headers", "wait"), [
    (429, {"Retry-After": "120"}, 120), (503, {}, 60), (500, {"Retry-After": "nonsense"}, 60),
])  # fmt: skip
def test_a_busy_service_is_asked_again_when_it_says_so(
    app, bea, clock, push_service, status, headers, wait
):
    asks_for_a_test(bea)
    push_service.answers.append((status, headers))
    assert [reminded(app), reminded(app)] == [0, 0]
    assert states(app) == {"test": "planned"}
    clock(datetime.now(UTC) + timedelta(seconds=wait))
    assert reminded(app) == 1
    assert len(bea.phone.shown) == 1


def test_what_makes_no_sense_any_more_is_given_up(app, bea, push_service):
    asks_for_a_test(bea)
    push_service.answers.append((429, {"Retry-After": "86400"}))
    assert reminded(app) == 0
    assert states(app) == {"test": "failed"}


def test_a_service_that_is_not_there_is_asked_again(app, bea, clock, push_service):
    asks_for_a_test(bea)
    push_service.__exit__()
    assert reminded(app) == 0
    assert states(app) == {"test": "planned"}


def test_when_one_phone_took_it_it_has_come(app, bea, push_service):
    bea.posts("/push-subscriptions", Browser(push_service).subscription, status=204)
    asks_for_a_test(bea)
    push_service.answers.append((503, {}))
    assert [reminded(app), reminded(app)] == [1, 0]
    assert len(push_service.messages) == 1


def test_who_signs_in_on_the_same_phone_later_has_its_notifications(app, bea, ben):
    ben.posts("/push-subscriptions", bea.phone.subscription, status=204)
    chooses(bea, push=True)
    bea.is_refused(409, "no_way", "/reminders/test")
    bea.posts("/push-subscriptions/remove", {"endpoint": bea.phone.subscription["endpoint"]}, 204)
    assert browsers(app) == 1


def test_a_phone_is_removed_and_of_too_many_the_oldest_goes(app, bea, clock, push_service):
    for minutes in range(8):
        clock(datetime.now(UTC) + timedelta(minutes=minutes + 1))
        bea.posts("/push-subscriptions", Browser(push_service).subscription, status=204)
    assert browsers(app) == 8
    asks_for_a_test(bea)
    reminded(app)
    assert bea.phone.shown == [] and len(push_service.messages) == 8


def test_a_phone_whose_keys_are_no_keys_is_forgotten(app, bea, push_service):
    broken = Browser(push_service).subscription
    broken["keys"]["p256dh"] = "B" + "A" * 86
    bea.posts("/push-subscriptions/remove", {"endpoint": bea.phone.subscription["endpoint"]}, 204)
    bea.posts("/push-subscriptions", broken, status=204)
    asks_for_a_test(bea)
    reminded(app)
    assert (browsers(app), states(app)) == (0, {"test": "gone"})


def test_the_key_stays_the_same_for_as_long_as_the_installation(app, bea, ada):
    key = bea.gets("/push-key")
    assert key == ada.gets("/push-key") and len(key["key"]) == 87 and key["mail"] is True


def test_a_time_to_wait_is_seconds_or_a_date(clock):
    clock(datetime(2026, 11, 25, 12, tzinfo=UTC))
    told = ["30", "Wed, 25 Nov 2026 12:01:00 GMT", "Wed, 25 Nov 2020 12:01:00 GMT", "soon", None]
    assert [_seconds(each) for each in told] == [30, 60, 0, None, None]


def test_nothing_of_a_browser_or_an_address_can_be_read_in_the_database(app, bea):
    chooses(bea, push=True, email=True, address="bea@example.org")
    with app.app_context():
        found = db.session.execute(db.text("SELECT * FROM push_subscription")).all()
        found += db.session.execute(db.text("SELECT * FROM preference")).all()
    assert len(found) == 2
    for word in (b"example.org", bea.phone.path.encode(), b"127.0.0.1"):
        assert word not in repr(found).encode()
