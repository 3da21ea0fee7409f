"""What a browser or a therapist asks for twice, at the very same moment."""

from functools import partial

import pytest

from tests.push_service import Browser
from tests.reminders.people import chooses, states
from tests.reminders.test_e_mail import BY_MAIL
from tests.reminders.test_push_services import browsers
from webapp.reminders import views
from webapp.security import sealing

WAYS = "/practice/reminders"


@pytest.fixture
def subscribes(push_service):
    """Have a browser notified, and the same browser whoever else asks for it."""
    browser = Browser(push_service)
    body = browser.subscription
    return lambda somebody: somebody.posts("/push-subscriptions", body, status=204)


def test_a_browser_that_asks_in_two_tabs_is_known_once(app, bea, subscribes, right_after):
    other_tab = right_after(sealing, "sealer", partial(subscribes, bea.copied()))
    subscribes(bea)
    other_tab.join()
    assert browsers(app) == 2  # this one, and the phone that Bea has anyhow


def test_a_browser_that_changes_hands_at_that_moment_is_known_once(
    app, ada, bea, subscribes, right_after
):
    adas = right_after(sealing, "sealer", partial(subscribes, ada))
    subscribes(bea)
    adas.join()
    assert browsers(app) == 2


def test_a_doubled_tap_on_the_first_choice_is_one_choice(ada, letters, right_after):
    ada.opens(WAYS)
    email = {"email": "y", "address": "ada@example.org"}
    second = right_after(views, "_ways", partial(ada.copied().sends, WAYS, **email))
    ada.sends(WAYS, **email)
    second.join()
    assert ada.opens(WAYS).find(id="address")["value"] == "ada@example.org"


def test_a_browser_is_not_remembered_when_the_account_is_closed_at_that_moment(
    app, bea, subscribes, right_after
):
    bea.steps_up("close_account")
    closing = partial(bea.copied().posts, "/account/close", {"account": bea.id}, 204)
    meanwhile = right_after(views, "is_allowed", closing)
    subscribes(bea)
    meanwhile.join()
    assert browsers(app) == 0


def test_no_test_waits_for_whose_account_is_closed_at_that_moment(app, bea, letters, right_after):
    chooses(bea, **BY_MAIL)
    bea.steps_up("close_account")
    closing = partial(bea.copied().posts, "/account/close", {"account": bea.id}, 204)
    meanwhile = right_after(views, "can_reach", closing)
    assert bea.asks("POST", "/reminders/test", json={}).status_code < 500
    meanwhile.join()
    assert states(app) == {}
