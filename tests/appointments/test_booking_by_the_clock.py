"""What the clock on the wall makes of a booking."""

import pytest

from tests.appointments.typed import WEEKLY, books, filled, sessions, starts

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.mark.parametrize(("at", "day"), [("12:30", "2026-11-25"), ("11:30", "2026-12-02")])
def test_a_week_later_it_is_today_as_long_as_the_hour_is_still_to_come(ada, bea, at, day):
    books(ada, bea, day="2026-11-18", at=at)
    assert filled(ada.opens(f"{sessions(bea)}/new"))["day"] == day


@pytest.mark.parametrize("day", ["2026-10-25", "2027-10-31"])
def test_of_an_hour_that_comes_twice_the_first_is_meant_and_the_page_says_so(ada, bea, day):
    page = books(ada, bea, day=day, at="01:30")
    assert starts(bea) == [f"{day}T00:30"]
    assert "The clocks go back, so 01:30 comes twice. This is the first." in page


def test_another_zone_can_be_chosen_and_is_named_beside_the_hours_of_the_practice(ada, bea):
    page = books(ada, bea, zone="America/New_York")
    assert starts(bea) == ["2026-11-26T19:00"] and "Thu 26 Nov 2026 19:00 to 19:50" in page
    assert "That is Thursday, 14:00 in America/New York." in page


def test_a_series_by_another_clock_names_it(ada, bea):
    page = books(ada, bea, zone="America/New_York", **WEEKLY)
    assert "Every week on Thursday at 14:00 in America/New York" in page


def test_what_the_clocks_do_elsewhere_is_told_of_the_hour_there(ada, bea):
    page = books(ada, bea, day="2026-11-01", at="01:30", zone="America/New_York")
    assert "Sun 1 Nov 2026 05:30 to 06:20" in page
    assert "That is Sunday, 01:30 in America/New York. The clocks go back, so 01:30" in page
