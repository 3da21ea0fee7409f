"""Ada closes Bea's account: Bea is told, and has a month."""

from datetime import datetime

import pytest

from tests import dump
from tests.entries import check_in
from tests.pages import Visitor, read
from webapp.appointments.hours import here
from webapp.privacy import closing
from webapp.privacy.retention import erase_too_old


def page(client):
    """Where a therapist closes it."""
    return f"/practice/clients/{client.id}/close"


@pytest.fixture
def closes(ada, bea):
    """Ada closes it, with her passkey; the day is on her page."""
    bea.syncs(check_in("Kingfisher"))
    ada.opens(page(bea))
    ada.steps_up("close_client")
    return ada.sends(page(bea))


def hour(app):
    """What the server does every hour; how many accounts went."""
    with app.app_context():
        return erase_too_old()


def test_it_asks_for_the_passkey(ada, bea):
    ada.opens(page(bea))
    assert "This needs your passkey" in read(ada.sends(page(bea), 403))
    assert bea.gets("/my-therapist")["closes_at"] is None


def test_bea_is_told_the_hour_and_nothing_is_gone_until_then(app, ada, bea, closes, after):
    told = here(datetime.fromisoformat(bea.gets("/my-therapist")["closes_at"]))
    assert f"It closes on {told:%-d %B %Y, %H:%M}." in read(closes)
    assert "closes on" in read(ada.opens("/practice"))
    after(days=29, hours=23)
    assert hour(app) == 0 and "Kingfisher" in bea.signs_in().feed()[-1]["body"]


def test_after_a_month_it_is_closed(app, ada, bea, closes, after):
    after(days=30, minutes=1)
    assert hour(app) == 1
    assert bea.syncs(status=410)["code"] == "account_erased"
    ada.signs_in().opens(f"/practice/clients/{bea.id}", 404)
    assert not dump.rows(app)["entry"]


def test_ada_can_think_again(app, ada, bea, closes, after):
    ada.sends(f"{page(bea)}/take-back")
    assert bea.gets("/my-therapist")["closes_at"] is None
    after(days=40)
    assert hour(app) == 0


def test_who_thinks_again_while_it_is_closed_is_not_told_that_it_stays(
    app, ada, bea, closes, after, right_after
):
    after(days=30, minutes=-1)
    ada.signs_in().opens(page(bea))
    after(minutes=2)
    thread = right_after(
        closing, "_erase_journal", lambda: ada.sends(f"{page(bea)}/take-back", 404)
    )
    assert hour(app) == 1
    thread.join()
    assert "nothing here" in read(ada.page)


def test_a_second_tap_does_not_put_it_off(ada, bea, after):
    ada.opens(page(bea))
    ada.steps_up("close_client")
    other_tab = ada.copied()
    ada.sends(page(bea))
    first = bea.gets("/my-therapist")["closes_at"]
    after(minutes=2)
    other_tab.sends(page(bea))
    assert bea.gets("/my-therapist")["closes_at"] == first


def test_of_whoever_never_came_in_the_name_goes_at_once(app, ada, cast):
    (ben,) = [a for a in ada.opens("/practice").select(".links a") if "Ben" in a.text]
    ada.opens(f"{ben['href']}/close")
    ada.steps_up("close_client")
    assert "Ben" not in read(ada.sends(f"{ben['href']}/close"))
    late = {"invitation": cast["Ben"]}
    Visitor(app).is_refused(410, "invitation_gone", "/passkeys/registration/options", late)


def test_olga_closes_nobody_of_adas(ada, olga, bea):
    olga.opens(page(bea), 404)
    assert bea.gets("/my-therapist")["closes_at"] is None
