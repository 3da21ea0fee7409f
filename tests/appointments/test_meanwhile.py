"""What Ada sends from a page on which a session stands as it was before."""

import pytest

from tests.appointments.typed import (
    books,
    changes,
    field,
    filled,
    marks,
    one,
    seen,
    sessions,
    taps,
    weekly,
    words,
)

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def sends(ada, bea):
    """Ada sends the form of an old page, as it was then but for what she types."""

    def send(old, record, status=200, **typed):
        ada.page = old
        path = f"{sessions(bea)}/{record}"
        return words(ada.sends(path, status, **{**filled(old), **typed}))

    return send


@pytest.fixture
def moved(ada, bea):
    """Ada's page of a session that she moved in another tab since."""
    books(ada, bea)
    old = ada.opens(f"{sessions(bea)}/{one(bea)}")
    changes(ada, bea, one(bea), day="2026-11-27", at="09:30")
    return old


def test_an_old_page_undoes_no_move(ada, bea, moved, sends):
    page = sends(moved, one(bea), 409, place="The lake")
    assert "Friday, 27 November, 09:30 , 50 minutes · Walk and talk Car park Past" in page
    assert field(bea, "starts_at") == ["2026-11-27T09:30:00Z"]
    typed = filled(ada.page)
    assert (typed["day"], typed["place"]) == ("2026-11-26", "The lake")


def test_seen_what_stands_ada_sends_hers_knowingly(ada, bea, moved, sends):
    sends(moved, one(bea), 409, place="The lake")
    sends(ada.page, one(bea))
    assert field(bea, "starts_at") == ["2026-11-26T14:00:00Z"]
    assert field(bea, "place") == ["The lake"]


def test_a_mistake_on_an_old_page_makes_it_no_newer(ada, bea, moved, sends):
    assert "Please look at this again" in sends(moved, one(bea), 409, minutes="4")
    assert "This had changed before" in words(ada.page)


def test_what_was_cancelled_meanwhile_is_not_booked_again_by_an_old_page(ada, bea, sends):
    books(ada, bea)
    old = ada.opens(f"{sessions(bea)}/{one(bea)}")
    marks(ada, bea, one(bea), "cancelled")
    assert "· Cancelled" in sends(old, one(bea), 409, day="2026-12-01")
    assert field(bea, "state") == ["cancelled"]


def test_what_was_for_all_that_follow_says_so_when_it_is_for_one_only(ada, bea, sends):
    records = weekly(ada, bea, number="3")
    old = ada.opens(f"{sessions(bea)}/{records[0]}")
    marks(ada, bea, records[0], "cancelled")
    page = sends(old, records[0], 409, at="16:00", reach="following")
    assert "It is then for this session only: those that follow stay as they are" in page
    sends(ada.page, records[0])
    assert [start[11:13] for start in field(bea, "starts_at")] == ["16", "14", "14"]


def test_a_change_that_is_sent_twice_is_one(ada, bea, sends):
    records = weekly(ada, bea, number="3")
    old = ada.opens(f"{sessions(bea)}/{records[1]}")
    for _ in range(2):
        sends(old, records[1], at="16:00", reach="following")
    assert [start[11:13] for start in field(bea, "starts_at")] == ["14", "16", "16"]


@pytest.fixture
def cancelled(ada, bea):
    """What Ada's old page tells of a session that she cancelled in another tab since."""
    books(ada, bea, day="2026-11-24")
    old = seen(ada, bea, one(bea))
    marks(ada, bea, one(bea), "cancelled")
    return old


TAPS = {"Took place": {"state": "attended"}, "Missed": {"state": "missed"}}


@pytest.mark.parametrize("state", TAPS.values(), ids=TAPS)
def test_a_tap_on_what_was_cancelled_meanwhile_says_so(ada, bea, cancelled, state):
    page = words(taps(ada, bea, one(bea), "state", 409, **cancelled, **state))
    assert "Nothing was done. Here is what stands now: Bea, Tuesday, 24 November, 14:00" in page
    assert "· Walk and talk · Car park · Cancelled" in page
    assert field(bea, "state") == ["cancelled"]


def test_another_setting_for_what_was_cancelled_meanwhile_says_so_where_ada_was(
    ada, bea, cancelled
):
    tap = {**cancelled, "setting": "online", "back": "sessions"}
    taps(ada, bea, one(bea), "setting", 409, **tap)
    assert ada.page.h1.text == "The next two weeks"
    assert "This had changed before your tap came." in words(ada.page)


def test_cancelling_twice_is_cancelling(ada, bea, cancelled):
    page = words(taps(ada, bea, one(bea), "state", **cancelled, state="cancelled"))
    assert "· Cancelled" in page and "This had changed" not in page


def test_all_that_follow_are_not_taken_for_cancelled_because_one_is(ada, bea):
    records = weekly(ada, bea, number="3")
    tap = seen(ada, bea, records[0]) | {"state": "cancelled", "reach": "following"}
    marks(ada, bea, records[0], "cancelled")
    taps(ada, bea, records[0], "state", 409, **tap)
    assert field(bea, "state") == ["cancelled", "booked", "booked"]


def test_what_has_not_begun_did_not_take_place(ada, bea):
    books(ada, bea)
    tap = seen(ada, bea, one(bea))
    taps(ada, bea, one(bea), "state", 409, **tap, state="attended")
    assert field(bea, "state") == ["booked"]
