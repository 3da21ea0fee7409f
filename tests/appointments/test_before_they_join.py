"""Ada books for Bea, who has not come in yet and has no journal."""

from functools import partial

import pytest

from tests.appointments.typed import WALK, one
from tests.pages import Visitor, read
from webapp.journal.models import Journal

pytestmark = pytest.mark.usefixtures("wednesday")


def form(ada):
    """The form to book one for Bea, opened. Returns where it goes to."""
    ada.opens("/practice")
    address = ada.page.find("strong", string="Bea").find_parent("a")["href"]
    new = f"{address}/sessions/new"
    ada.opens(new)
    return new


def test_ada_is_told_that_bea_has_not_come_in_and_has_nothing_on_the_phone(ada, cast):
    new = form(ada)
    ada.opens("/practice")
    bea = ada.page.find("strong", string="Bea").find_parent("li")
    assert read(bea).endswith("No session booked Has not come in yet")
    told = read(ada.opens(new.removesuffix("/new")).main)
    assert "Bea has not come in yet. What you book here is on the phone from then on." in told
    told = read(ada.opens(new.removesuffix("/sessions/new")).main)
    assert told.endswith("Bea has not come in yet. The invitation")


def test_a_doubled_tap_books_the_first_session_once(app, ada, cast, right_after):
    new = form(ada)
    second = right_after(Journal, "of", partial(ada.copied().sends, new, **WALK))
    ada.sends(new, **WALK)
    second.join()
    assert one(Visitor(app).joins(cast["Bea"]))


def test_a_session_that_is_booked_while_bea_comes_in_is_in_her_journal(app, ada, cast, right_after):
    new, bea = form(ada), Visitor(app)
    adas = right_after(Journal, "of", partial(ada.sends, new, **WALK))
    bea.joins(cast["Bea"])
    adas.join()
    assert one(bea)
