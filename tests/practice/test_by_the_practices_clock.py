"""Half an hour after midnight in a British summer: in UTC it is still the day before."""

from datetime import UTC, datetime

import pytest

from tests.agreeing import answers, goal, sees
from tests.pages import read
from tests.privacy.test_how_long_it_is_kept import keeps
from tests.repairs.points import point


@pytest.fixture(autouse=True)
def the_second_of_july(time_machine):
    time_machine.move_to(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))


def test_the_caseload_tells_since_when_bea_asks(ada, bea):
    bea.syncs(point(route="ask"))
    assert "to bring something up, since 2 July 2026." in read(ada.opens("/practice"))


def test_the_page_of_both_tells_when_they_agreed(ada, ben):
    his = goal()
    ben.syncs(his)
    sees(ada, ben)
    answers(ada, ben, his, answer="agree")
    assert "Both of you agreed on 2 July 2026." in sees(ada, ben)


def test_the_page_of_an_invitation_tells_when_bea_came_in(ada, bea):
    page = read(ada.opens(f"/practice/clients/{bea.id}/invitation"))
    assert "Bea came in on 2 July 2026." in page


def test_an_invitation_is_open_until_an_hour_of_the_practice(ada):
    ada.steps_up("invite")
    ada.opens("/practice/clients/new")
    page = ada.sends("/practice/clients/new", name="Cleo", usual_setting="online")
    assert "It works once, until 9 July 2026, 00:30." in read(page)
    again = page.find(id="link")["data-address"]
    assert "An invitation is open until 9 July 2026, 00:30." in read(ada.opens(again))


def test_the_caseload_tells_on_which_day_an_account_goes(ada, bea, time_machine):
    time_machine.move_to(datetime(2027, 8, 10, 23, 30, tzinfo=UTC))
    keeps(ada.signs_in(), "1")
    assert "On 25 August 2027 the account of Bea is erased" in read(ada.opens("/practice"))
