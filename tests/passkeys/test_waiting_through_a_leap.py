"""A server's clock that leaps ahead opens nothing that waits before it could be put right."""
# ruff: noqa: F401, F811 - fixtures are imported and then named

import pytest

from tests.passkeys.letting_in import PRIVATE, read_by, state
from tests.privacy.test_a_clock_that_leaps import hour


@pytest.fixture
def leapt(hour, bea, again):
    """The server's clock has leapt ahead, since Bea's new phone came in and began to wait."""
    hour(days=40)
    return again.signs_in()


def test_what_is_private_waits_until_the_clock_is_believed(hour, bea, leapt):
    assert PRIVATE not in read_by(leapt) and state(leapt) == "waiting"
    leapt.steps_up("close_account")
    leapt.is_refused(409, "recovering", "/account/close", {"account": leapt.id})
    hour(hours=23)
    assert PRIVATE not in read_by(leapt)
    hour(hours=2)
    assert PRIVATE in read_by(leapt) and state(bea) == state(leapt) == "none"


def test_so_long_a_phone_of_before_can_say_that_it_was_not_her(bea, leapt):
    assert state(bea) == "ended_here"
    assert bea.tries("/passkeys/login", bea.shown()) == "passkey_refused"
    bea.posts("/recovery/stop", status=204)
    leapt.syncs(status=401)
    assert PRIVATE in read_by(bea.signs_in())


def test_her_recovery_code_opens_it_then_too(hour, bea, leapt):
    leapt.posts("/recovery/code", {"code": bea.code})
    hour(hours=1)
    assert PRIVATE in read_by(leapt) and state(bea) == "none"


def test_what_she_opened_just_before_the_leap_stays_open(hour, bea, again):
    again.posts("/recovery/code", {"code": bea.code})
    hour(days=40)
    assert PRIVATE in read_by(again.signs_in()) and state(bea) == "none"


def test_what_had_opened_by_time_before_the_leap_stays_open(hour, bea, again):
    hour(days=8)
    hour(days=40)
    assert PRIVATE in read_by(again.signs_in()) and state(bea) == "none"


def test_a_clock_that_was_put_right_has_opened_nothing_and_its_seven_days_go_on(hour, bea, leapt):
    hour(days=-40)
    assert PRIVATE not in read_by(leapt.signs_in()) and state(bea) == "ended_here"
    hour(days=7, seconds=1)
    assert PRIVATE in read_by(leapt) and state(bea) == "none"
