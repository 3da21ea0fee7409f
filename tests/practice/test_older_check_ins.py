"""Ada reaches every check-in that Bea shares, twenty a page."""

import pytest

from tests.entries import check_in, said


@pytest.fixture
def many(bea):
    """Forty-five check-ins that Bea shares, oldest first."""
    entries = [check_in(f"words {number}.") for number in range(45)]
    bea.syncs(*entries)
    return entries


def page_of(ada, bea):
    return ada.opens(f"/practice/clients/{bea.id}")


def turns(ada):
    """Ada follows the link at the end of the page."""
    return ada.opens(ada.page.find("a", string="Older check-ins")["href"])


def words_on(page):
    return [phrase.get_text() for phrase in page.find_all("p", "phrase")]


def test_ada_turns_pages_to_the_first_check_in(ada, bea, many):
    pages = [words_on(page) for page in (page_of(ada, bea), turns(ada), turns(ada))]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert sum(pages, []) == [f"words {number}." for number in reversed(range(45))]
    assert ada.page.find("a", string="Older check-ins") is None


def test_a_check_in_on_an_older_page_is_marked_read_there(ada, bea, many):
    page_of(ada, bea), turns(ada)
    second = words_on(ada.page)
    ada.sends(f"/practice/clients/{bea.id}/read/{many[10]['record']}")
    assert words_on(ada.page) == second and "You marked this as read." in ada.page.get_text()
    assert said(bea.feed()[-1])["of"] == many[10]["record"]


@pytest.mark.parametrize("before", ["", "x", "1", "00000000-0000-0000-0000-000000000000", "é"])
def test_a_made_up_place_to_begin_is_the_beginning(ada, bea, many, before):
    page = ada.opens(f"/practice/clients/{bea.id}?before={before}")
    assert words_on(page)[0] == "words 44."


def test_what_ben_shares_is_no_place_in_what_bea_shares(ada, bea, ben, many):
    his = check_in("of Ben")
    ben.syncs(his)
    page = ada.opens(f"/practice/clients/{bea.id}?before={his['record']}")
    assert words_on(page)[0] == "words 44."
