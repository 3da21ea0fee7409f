"""What Ada reads of what Bea wrote: what Bea shares, as it stands now, and nothing else."""

import pytest

from tests.entries import changed, check_in, deleted, saying
from tests.reading import page_of


def test_ada_reads_what_bea_shares(ada, bea):
    bea.syncs(check_in("The hill was good for me."))
    page = page_of(ada, bea)
    assert "The hill was good for me." in page
    assert "23 November 2026" in page and "Mostly" in page and "Skipped" in page


def test_ada_reads_nothing_that_bea_keeps_to_herself(ada, bea):
    bea.syncs(check_in("only for me", shared=False))
    assert "only for me" not in page_of(ada, bea)
    assert "Nothing shared yet" in page_of(ada, bea)


def test_ada_reads_the_newest_words(ada, bea):
    first = check_in("the first words")
    bea.syncs(first, changed(first, "the second words"))
    page = page_of(ada, bea)
    assert "the second words" in page and "the first words" not in page


def test_a_day_stays_when_bea_changes_the_words_on_a_journey(ada, bea):
    first = check_in("at home")
    bea.syncs(first, changed(first, "where it is tomorrow", zone="Pacific/Auckland"))
    assert "23 November 2026" in page_of(ada, bea)


def test_and_so_does_one_that_she_had_put_right_before(ada, bea):
    first = check_in("at home")
    moved, again = (saying(happened_at="2026-11-24T18:00:00+00:00") for _ in range(2))
    moved |= {"record": first["record"], "base": first["entry"]}
    again |= {"record": first["record"], "base": moved["entry"], "zone": "Pacific/Auckland"}
    bea.syncs(first, moved, again)
    assert "24 November 2026" in page_of(ada, bea)


def test_what_bea_unshares_is_gone_at_adas_next_click(ada, bea):
    first = check_in("shared for a while")
    bea.syncs(first)
    assert "shared for a while" in page_of(ada, bea)
    bea.syncs(changed(first, "shared for a while", shared=False))
    assert "shared for a while" not in page_of(ada, bea)
    assert "Last shared" not in ada.opens("/practice").get_text()


def test_what_bea_deletes_is_gone_too(ada, bea):
    first = check_in("deleted later")
    bea.syncs(first, deleted(first))
    assert "deleted later" not in page_of(ada, bea)


def test_words_beat_a_deletion_that_did_not_know_them_and_wait_until_bea_shares_them(ada, bea):
    first = check_in("the first words")
    back, gone = changed(first, "changed on the tablet"), deleted(first)
    bea.syncs(first, back, gone)
    assert "changed on the tablet" not in page_of(ada, bea)
    bea.syncs(changed(back, "changed on the tablet", resolves=[gone["entry"]]))
    assert "changed on the tablet" in page_of(ada, bea)


@pytest.mark.parametrize(("one", "other"), [(True, False), (False, True)])
def test_two_versions_are_read_only_if_both_are_shared(ada, bea, one, other):
    first = check_in("the first words")
    bea.syncs(first, changed(first, "on the phone", one), changed(first, "on the tablet", other))
    page = page_of(ada, bea)
    assert "on the phone" not in page and "on the tablet" not in page


def test_two_versions_that_bea_joins_and_shares_are_read_as_one(ada, bea):
    first = check_in("the first words")
    phone, tablet = changed(first, "on the phone", False), changed(first, "on the tablet")
    joined = changed(phone, "both together", resolves=[tablet["entry"]])
    bea.syncs(first, phone, tablet, joined)
    page = page_of(ada, bea)
    assert "both together" in page and "on the tablet" not in page


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
@pytest.mark.parametrize("zone", ["Pacific/Apia", "Nowhere/At_All", "Europe", "-04:00", "+14:00"])
def test_an_odd_clock_on_beas_phone_hides_nothing_from_ada(ada, bea, moment, zone):
    bea.syncs(check_in("today"), {**saying(words="long ago", happened_at=moment), "zone": zone})
    page = page_of(ada, bea)
    assert "today" in page and "long ago" in page
    assert "Last shared check-in" in ada.opens("/practice").get_text()


@pytest.mark.parametrize("zone", ["+05:45", "GMT+05:45", "Asia/Kathmandu"])
def test_beas_day_is_that_of_her_phone_also_where_its_zone_has_no_name(ada, bea, zone):
    bea.syncs({**saying(happened_at="2026-11-19T18:30:00Z"), "zone": zone})
    assert "Last shared check-in: 20 November 2026" in ada.opens("/practice").get_text()


def test_a_check_in_of_an_earlier_session_that_came_late_is_not_the_last(ada, bea):
    bea.syncs(saying(happened_at="2026-11-20T18:00:00Z"))
    bea.syncs(saying(happened_at="2026-11-09T18:00:00Z"))
    assert "Last shared check-in: 20 November 2026" in ada.opens("/practice").get_text()


def test_what_looks_like_a_command_is_only_words(ada, bea):
    bea.syncs(check_in('<script>alert(1)</script> {{ 7 * 7 }} "><img src=x onerror=alert(1)>'))
    page = ada.opens(f"/practice/clients/{bea.id}")
    assert "<script>alert(1)</script> {{ 7 * 7 }}" in page.get_text()
