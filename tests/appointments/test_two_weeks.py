"""What Ada sees at a glance: the next two weeks, and what is still to be noted."""

import pytest

from tests.appointments.typed import CALL, WEEKLY, books, marks, sessions, standing, told, words

pytestmark = pytest.mark.usefixtures("wednesday")

PAGE = "/practice/sessions"


def seen(ada):
    return words(ada.opens(PAGE))


def test_an_empty_fortnight_says_so(ada):
    assert "Nothing is booked in these two weeks." in seen(ada)


def test_ada_sees_two_weeks_by_day_and_nothing_beyond(ada, bea, ben):
    books(ada, bea, **WEEKLY)
    books(ada, ben, day="2026-11-26", at="09:00", **CALL)
    days = ["Thursday, 26 November", "Thursday, 3 December"]
    page = seen(ada)
    assert [h.text for h in ada.page.find_all("h2")] == days
    assert page.index("09:00 to 09:50 Ben · Online") < page.index("14:00 to 14:50 Bea · Walk")


def test_a_day_is_one_of_the_practice_whatever_clock_its_sessions_keep(ada, bea, ben):
    books(ada, bea, at="19:00"), books(ada, bea, at="21:00")
    books(ada, ben, day="2026-11-27", at="09:00", zone="Pacific/Auckland")
    page = seen(ada)
    assert [h.text for h in ada.page.find_all("h2")] == ["Thursday, 26 November"]
    times = [page.index(f"{at} Bea") for at in ("19:00 to 19:50", "21:00 to 21:50")]
    assert times[0] < page.index("20:00 to 20:50 Ben") < times[1]
    assert page.count("That is Friday, 09:00 in Pacific/Auckland.") == 1


def test_an_overlap_says_both_hours_by_the_same_clock(ada, bea, ben):
    books(ada, bea, at="20:00")
    books(ada, ben, day="2026-11-27", at="09:15", zone="Pacific/Auckland")
    page = seen(ada)
    assert "Ben, 20:15 to 21:05 (Friday, 09:15 in Pacific/Auckland)." in page
    assert "At the same time: Bea, 20:00 to 20:50." in page


def test_an_overlap_is_a_quiet_sentence_on_both_lines(ada, bea, ben):
    books(ada, bea), books(ada, ben, at="14:30")
    page = seen(ada)
    assert "At the same time: Ben, 14:30 to 15:20." in page
    assert "At the same time: Bea, 14:00 to 14:50." in page


def test_what_is_cancelled_is_shown_and_overlaps_nothing(ada, bea, ben):
    books(ada, bea), books(ada, ben, at="14:30")
    marks(ada, bea, next(iter(standing(bea))), "cancelled")
    page = seen(ada)
    assert "Cancelled" in page and "At the same time" not in page


def test_what_is_over_and_not_noted_yet_is_asked_about_once(ada, bea):
    books(ada, bea, day="2026-11-19")
    assert "Did these take place?" in seen(ada)
    (record,) = standing(bea)
    taps(ada, bea, record, "attended")
    assert "Did these take place?" not in words(ada.page)
    assert ada.page.title.text.startswith("The next two weeks")


def taps(ada, client, record, state):
    """Ada taps one of the words beside a line of the present page."""
    path = f"{sessions(client)}/{record}/state"
    button = ada.page.find("input", {"name": "state", "value": state})
    form = button.find_parent("form")
    fields = {i["name"]: i["value"] for i in form.find_all("input")}
    ada.sends(path, **fields)


def test_a_session_of_today_stays_in_sight_until_the_day_is_over(ada, bea):
    books(ada, bea, day="2026-11-25", at="09:00")
    page = seen(ada)
    assert "Did these take place?" in page and "Wednesday, 25 November" in page


def test_olga_sees_nothing_of_adas(ada, olga, bea):
    books(ada, bea)
    (record,) = standing(bea)
    assert "Bea" not in seen(olga)
    here = sessions(bea)
    for path in (here, f"{here}/new", f"{here}/{record}"):
        olga.opens(path, status=404)


@pytest.mark.parametrize("what", ["new", "{}", "{}/state", "{}/setting"])
def test_olga_changes_nothing_of_adas(ada, olga, bea, what):
    books(ada, bea)
    (record,) = standing(bea)
    path = f"{sessions(bea)}/{what.format(record)}"
    answer = olga.asks("POST", path, data={"state": "cancelled", "setting": "online"})
    assert answer.status_code == 404
    assert len(told(bea)) == 1


def test_a_session_of_ben_is_none_of_beas(ada, bea, ben):
    books(ada, ben)
    (record,) = standing(ben)
    ada.opens(f"{sessions(bea)}/{record}", status=404)


def test_a_client_finds_no_such_page(bea):
    for path in (PAGE, sessions(bea)):
        bea.opens(path, status=404)


@pytest.mark.parametrize("past", ["0", "-1", "x", "9" * 30])
def test_how_much_of_the_past_is_asked_for_may_be_anything(ada, bea, past):
    books(ada, bea, day="2026-11-19")
    assert "Past" in words(ada.opens(f"{sessions(bea)}?past={past}"))


def test_a_long_past_is_shown_in_parts(ada, bea):
    books(ada, bea, day="2026-02-05", **WEEKLY, number="12")
    ada.opens(sessions(bea))
    assert len(ada.page.find_all("article")) == 10
    ada.opens(ada.page.find("a", string="Earlier ones")["href"])
    assert len(ada.page.find_all("article")) == 12 and not ada.page.find("a", string="Earlier ones")
