"""Ada says that she has read what Bea shared: of the version that she saw, and once."""

import pytest

from tests.entries import changed, check_in
from tests.reading import acknowledgements, page_of
from webapp.checkins.models import CheckIn


@pytest.fixture
def words(ada, bea):
    """A check-in of Bea's, on the page that Ada has open."""
    words = check_in()
    bea.syncs(words)
    page_of(ada, bea)
    return words


def marks_read(ada, bea, entry, **otherwise):
    """Ada presses “I have read this” on the page that is open."""
    ada.sends(f"/practice/clients/{bea.id}/read/{entry['record']}", **otherwise)


def test_bea_hears_that_ada_has_read_it(ada, bea, words):
    marks_read(ada, bea, words)
    (told,) = acknowledgements(bea)
    assert told["of"] == words["record"] and told["read_at"]
    assert bea.feed()[-1]["author"] == ada.id
    assert "You marked this as read." in page_of(ada, bea)


def test_ada_marks_it_read_after_her_browser_was_closed_and_opened(ada, bea, words):
    ada.closes_the_browser()
    marks_read(ada, bea, words)
    assert len(acknowledgements(bea)) == 1


def test_pressing_twice_tells_bea_once(ada, bea, words):
    unread = ada.page
    for _ in range(2):
        ada.page = unread
        marks_read(ada, bea, words)
    assert len(acknowledgements(bea)) == 1


def test_ada_marks_one_of_several(ada, bea):
    several = [check_in(f"words {n}") for n in range(3)]
    bea.syncs(*several)
    page_of(ada, bea)
    marks_read(ada, bea, several[1])
    assert [told["of"] for told in acknowledgements(bea)] == [several[1]["record"]]


def test_bea_cannot_write_over_what_ada_said(ada, bea, words):
    marks_read(ada, bea, words)
    hers = bea.feed()[-1]
    told = bea.syncs(check_in(record=hers["record"], base=hers["entry"]))
    assert told["results"][0]["code"] == "not_yours"


def test_ada_marks_only_the_version_she_saw(ada, bea, words):
    bea.syncs(changed(words, "changed meanwhile"))
    marks_read(ada, bea, words)
    assert acknowledgements(bea) == []
    assert "changed meanwhile" in page_of(ada, bea)


def test_what_bea_changes_at_the_moment_of_adas_tap_is_not_marked_read(
    ada, bea, words, right_after
):
    change = changed(words, "never shown to Ada")
    meanwhile = right_after(CheckIn, "readable_one", lambda: bea.syncs(change))
    marks_read(ada, bea, words)
    meanwhile.join()
    assert "Bea has changed this since you read it." in page_of(ada, bea)


def test_a_change_after_reading_is_to_be_read_again(ada, bea, words):
    marks_read(ada, bea, words)
    bea.syncs(changed(words, "on second thoughts"))
    assert "Bea has changed this since you read it." in page_of(ada, bea)


def test_what_is_no_longer_shared_cannot_be_marked_read(ada, bea, words):
    bea.syncs(changed(words, shared=False))
    marks_read(ada, bea, words, status=404)
    assert acknowledgements(bea) == []


def test_nothing_is_marked_read_without_the_pages_own_token(ada, bea, words):
    marks_read(ada, bea, words, status=404, csrf_token="")
    assert acknowledgements(bea) == []
