"""How long a practice keeps what is of a client, whom it tells, and that it goes by itself."""

import pytest
from msgspec.structs import replace

from tests import dump
from tests.appointments.booked import WALK, book
from tests.appointments.typed import marks
from tests.entries import check_in
from tests.pages import Visitor, read
from webapp.extensions import now
from webapp.hourly import Hourly
from webapp.privacy.retention import erase_too_old

KEEPING = "/practice/settings/keeping"
ERASED = (410, "account_erased")


def keeps(ada, years):
    """Ada chooses, with her passkey. Returns the page that follows."""
    ada.opens(KEEPING)
    ada.steps_up("retention")
    return ada.sends(KEEPING, years=years)


def hour(app):
    """What the server does every hour, once."""
    hourly = Hourly(app, erase_too_old, every_s=1000)
    hourly.start()
    hourly.end()


@pytest.fixture
def back(ada):
    """Ada's caseload, as she finds it when she signs in again."""
    return lambda: read(ada.signs_in().opens("/practice"))


@pytest.fixture
def written(bea):
    """Bea, who wrote something."""
    bea.syncs(check_in("Kingfisher"))
    return bea


def test_choosing_asks_for_the_passkey_once_more(ada):
    ada.opens(KEEPING)
    assert ada.sends(KEEPING, 403, years="1").find("input", checked=True)["value"] == "1"
    assert "This needs your passkey" in ada.page.get_text()
    assert ada.opens(KEEPING).find("input", checked=True)["value"] == ""


def test_what_is_chosen_is_shown_and_told_to_clients(ada, bea):
    assert bea.gets("/my-therapist")["years_kept"] is None
    assert "Saved." in keeps(ada, "3").get_text()
    assert ada.page.find("input", checked=True)["value"] == "3"
    assert bea.gets("/my-therapist")["years_kept"] == 3


@pytest.mark.parametrize("years", ["2", "-1", "for ever"])
def test_nothing_else_can_be_chosen(ada, years):
    ada.opens(KEEPING)
    ada.steps_up("retention")
    ada.sends(KEEPING, 400, years=years)
    assert ada.opens(KEEPING).find("input", checked=True)["value"] == ""


def test_what_is_too_old_goes_by_itself_two_weeks_after_ada_was_told(
    app, ada, written, after, back
):
    keeps(ada, "1")
    after(days=345)
    assert "is erased" not in back()
    after(days=10)
    assert "the account of Bea is erased" in back()
    hour(app)
    assert len(dump.rows(app)["entry"]) == 1
    after(days=11)
    hour(app)
    assert not dump.rows(app)["entry"] and "Bea" not in back()


def test_her_phone_is_told_when_it_comes_back(app, ada, written, after):
    keeps(ada, "1")
    after(days=366)
    hour(app)
    written.is_refused(*ERASED, "/sync", written.sync())


def test_a_visit_keeps_it(app, ada, written, after):
    keeps(ada, "1")
    after(days=360)
    Visitor(app, written.passkey).signs_in()
    after(days=10)
    hour(app)
    assert len(dump.rows(app)["entry"]) == 1


@pytest.mark.parametrize("became", ["attended", "missed", "cancelled"])
def test_nobody_goes_by_what_ada_says_of_their_session(app, ada, written, after, back, became):
    keeps(ada, "1")
    after(days=400)
    ada.signs_in()
    record = book(app, ada, written, replace(WALK, starts_at=now()))
    marks(ada, written, record, became)
    hour(app)
    assert len(dump.rows(app)["appointment"]) == 1 and "is erased" not in back()
    after(days=366)
    hour(app)
    assert not dump.rows(app)["appointment"]


def test_what_is_old_already_when_ada_chooses_stays_for_two_weeks(app, ada, written, after, back):
    after(days=500)
    ada.signs_in()
    keeps(ada, "1")
    hour(app)
    assert len(dump.rows(app)["entry"]) == 1 and "the account of Bea is erased" in back()
    after(days=15)
    hour(app)
    assert not dump.rows(app)["entry"]


def test_nothing_goes_where_nobody_chose(app, ada, written, after):
    after(days=5000)
    hour(app)
    assert len(dump.rows(app)["entry"]) == 1
