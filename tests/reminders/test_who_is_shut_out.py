"""A phone that was shut out is not reminded any more; one that was not used for long still is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.authenticator import Passkey
from tests.pages import Visitor
from tests.passkeys.letting_in import link_by
from tests.passkeys.test_stepping_up import adds_a_passkey
from tests.push_service import Browser
from tests.reminders.people import chooses, reminded
from webapp.extensions import db


@pytest.fixture
def tablet(app, bea, push_service):
    """Bea's tablet, which has a passkey of its own and is notified too."""
    chooses(bea, push=True)
    bea.steps_up("add_passkey")
    tablet = Visitor(app, adds_a_passkey(bea)).signs_in()
    tablet.phone = Browser(push_service)
    tablet.posts("/push-subscriptions", tablet.phone.subscription, status=204)
    return tablet


def is_signed_out_by_hand(bea):
    (other,) = [each for each in bea.gets("/my-passkeys")["logins"] if not each["here"]]
    bea.posts(f"/my-logins/{other['id']}/end", status=204)


def loses_its_passkey(bea):
    known = bea.gets("/my-passkeys")["passkeys"]
    (other,) = [each for each in known if not each["signed_in_here"]]
    bea.steps_up("remove_passkey")
    bea.posts(f"/my-passkeys/{other['id']}/remove", status=204)


def came(app, bea, *phones):
    """How often a test came to each phone."""
    bea.posts("/reminders/test", status=204)
    reminded(app)
    return [len(each.shown) for each in phones]


@pytest.mark.parametrize("shut_out", [is_signed_out_by_hand, loses_its_passkey])
def test_a_stolen_tablet_that_bea_shuts_out_hears_nothing_more(app, bea, tablet, shut_out):
    shut_out(bea)
    assert came(app, bea, bea.phone, tablet.phone) == [1, 0]


def test_a_tablet_on_which_she_signs_in_again_is_notified_again(app, bea, tablet):
    is_signed_out_by_hand(bea)
    tablet.signs_in().posts("/push-subscriptions", tablet.phone.subscription, status=204)
    assert came(app, bea, bea.phone, tablet.phone) == [1, 1]


def test_where_she_signs_out_herself_nothing_comes_any_more(app, bea, tablet):
    tablet.signs_out()
    assert came(app, bea, bea.phone, tablet.phone) == [1, 0]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_tablet_that_she_did_not_use_for_long_still_is(app, bea, tablet, clock):
    clock(datetime.now(UTC) + timedelta(days=31))
    tablet.syncs(status=401)
    assert came(app, bea.signs_in(), tablet.phone) == [1]


@pytest.mark.parametrize("is_old", [False, True])
def test_whoever_is_let_in_again_finds_no_phone_of_before(app, ada, bea, tablet, clock, is_old):
    if is_old:
        as_before_logins_were_noted(app)
    assert came(app, bea, bea.phone, tablet.phone) == [1, 1]
    clock(datetime.now(UTC) + timedelta(minutes=1))
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    again.is_refused(409, "no_way", "/reminders/test")
    bea.posts("/recovery/stop", status=204)
    assert came(app, bea, bea.phone, tablet.phone) == [2, 2]


def as_before_logins_were_noted(app):
    with app.app_context():
        db.session.execute(db.text("UPDATE push_subscription SET login_id = NULL"))
        db.session.commit()
