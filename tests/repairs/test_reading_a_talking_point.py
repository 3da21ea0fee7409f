"""What Ada reads of what Bea wants to talk about: what Bea shares, as it stands, and its story."""

import pytest

from tests.entries import check_in
from tests.reading import acknowledgements
from tests.repairs.points import deleted, followed, point
from webapp.repairs import views


def address(bea):
    return f"/practice/clients/{bea.id}/talking-points"


def page_of(ada, bea):
    """The words on Ada's page of Bea's talking points."""
    return ada.opens(address(bea)).get_text(" ", strip=True)


def marks_read(ada, bea, entry, **otherwise):
    """Ada presses “I have read this” on the page that is open."""
    ada.sends(f"{address(bea)}/{entry['record']}/read", **otherwise)


def happened(ada):
    """The thread of the first talking point on the page."""
    return [step.strong.get_text() for step in ada.page.find("ol").find_all("li")]


def test_ada_reads_the_words_beside_what_helps_to_put_it_right(ada, bea):
    bea.syncs(point(words="I said yes and meant no."))
    page = page_of(ada, bea)
    assert "I said yes and meant no." in page and "Bea would like to say this." in page
    assert page.index("First, hear it") < page.index("Your own part") < page.index("Then, if")
    assert "Eubanks, Burckell and Goldfried, 2018" in page


@pytest.mark.parametrize(("route", "told"), [("send", "wants you to know this now"),
                                             ("ask", "asks you to bring this up")])  # fmt: skip
def test_ada_is_told_what_bea_wants_of_her(ada, bea, route, told):
    bea.syncs(point(route=route))
    assert told in page_of(ada, bea)


@pytest.mark.parametrize("route", ["say", "send", "ask"])
def test_what_bea_keeps_to_herself_is_not_there_whatever_its_route(ada, bea, route):
    empty = page_of(ada, bea)
    bea.syncs(point(words="only for me", route=route, shared=False))
    assert page_of(ada, bea) == empty and "Nothing shared yet." in empty


def test_a_strain_is_one_thread_from_the_check_in_to_put_right(ada, bea):
    dip = {**check_in("It stung."), "record": point()["record"]}
    first = point(check_in=dip["record"], route="ask")
    raised = followed(first, state="raised")
    better = followed(raised, state="better")
    bea.syncs(dip, first, raised, better, followed(better, state="put_right"))
    page_of(ada, bea)
    assert happened(ada) == [
        "A check-in", "Bea put it into words", "You talked about it", "Better", "Put right",
    ]  # fmt: skip


@pytest.mark.parametrize("newer", [0, 19, 20, 21, 45])
def test_a_thread_leads_to_its_check_in_however_many_came_since(ada, bea, newer):
    """What Bea keeps to herself between them counts for nothing."""
    dip = check_in("It stung.")
    since = [check_in(shared=False), *(check_in(f"words {n}.") for n in range(newer))]
    bea.syncs(dip, point(check_in=dip["record"]), *since, check_in(shared=False))
    page_of(ada, bea)
    page, _, place = ada.page.find("a", string="A check-in")["href"].partition("#")
    assert "It stung." in ada.opens(page).find(id=place).get_text()
    assert ("before=" in page) == (newer >= 20)


def test_the_check_in_of_a_thread_is_there_only_if_it_is_shared_too(ada, bea):
    dip = check_in("It stung.", shared=False)
    bea.syncs(dip, point(check_in=dip["record"]))
    page = page_of(ada, bea)
    assert happened(ada) == ["Bea put it into words"] and "A check-in" not in page


def test_what_came_beside_a_deletion_is_no_part_of_the_story(ada, bea):
    first = point()
    gone, back = deleted(first), followed(first, route="ask")
    shared = {**followed(back, state="raised"), "resolves": [gone["entry"]]}
    bea.syncs(first, gone, back, shared)
    page_of(ada, bea)
    assert happened(ada) == ["Bea put it into words", "You talked about it"]


def test_what_happened_while_it_was_private_is_no_part_of_the_story(ada, bea):
    first = point(words="private words", shared=False)
    raised = followed(first, words="other words", state="raised")
    bea.syncs(first, raised, followed(raised, words="for both", shared=True, state="better"))
    page = page_of(ada, bea)
    assert happened(ada) == ["Bea put it into words", "Better"]
    assert "private words" not in page and "for both" in page


def test_an_older_revision_that_comes_after_a_newer_one_hides_nothing(ada, bea):
    first = point(words="private words", shared=False)
    bea.syncs(followed(first, words="for both", shared=True), first)
    assert "for both" in page_of(ada, bea) and happened(ada) == ["Bea put it into words"]


@pytest.mark.parametrize("gone", [deleted, lambda first: followed(first, shared=False)])
def test_what_bea_takes_back_is_gone_at_adas_next_click(ada, bea, gone):
    first = point(words="for a while")
    bea.syncs(first)
    assert "for a while" in page_of(ada, bea)
    bea.syncs(gone(first))
    assert "for a while" not in page_of(ada, bea)


def test_two_versions_are_read_only_if_both_are_shared(ada, bea):
    first = point()
    both = [followed(first, words="on the phone"), followed(first, words="here", shared=False)]
    bea.syncs(first, *both)
    assert "on the phone" not in page_of(ada, bea)


def test_what_is_open_stands_before_what_is_put_right(ada, bea):
    done = point(words="done", state="put_right")
    bea.syncs(point(words="older"), point(words="newer"), done)
    page = page_of(ada, bea)
    assert page.index("newer") < page.index("older") < page.index("done")


def test_bea_hears_once_that_ada_has_read_it(ada, bea):
    words = point()
    bea.syncs(words)
    page_of(ada, bea)
    unread = ada.page
    for _ in range(2):
        ada.page = unread
        marks_read(ada, bea, words)
    assert [told["of"] for told in acknowledgements(bea)] == [words["record"]]
    assert "You marked this as read." in page_of(ada, bea)


def test_ada_marks_only_the_version_she_saw(ada, bea):
    words = point()
    bea.syncs(words)
    page_of(ada, bea)
    bea.syncs(followed(words, words="changed meanwhile"))
    marks_read(ada, bea, words)
    assert acknowledgements(bea) == [] and "changed meanwhile" in page_of(ada, bea)


def test_what_bea_changes_at_the_moment_of_adas_tap_is_not_marked_read(ada, bea, right_after):
    first = point()
    bea.syncs(first)
    page_of(ada, bea)
    change = followed(first, words="never shown to Ada")
    meanwhile = right_after(views, "readable_one", lambda: bea.syncs(change))
    marks_read(ada, bea, first)
    meanwhile.join()
    assert "There is something new here since you read it." in page_of(ada, bea)


def test_something_new_is_to_be_read_again(ada, bea):
    words = point()
    bea.syncs(words)
    page_of(ada, bea)
    marks_read(ada, bea, words)
    bea.syncs(followed(words, state="raised"))
    assert "There is something new here since you read it." in page_of(ada, bea)


def test_what_is_no_longer_shared_cannot_be_marked_read(ada, bea):
    words = point()
    bea.syncs(words)
    page_of(ada, bea)
    bea.syncs(followed(words, shared=False))
    marks_read(ada, bea, words, status=404)
    assert acknowledgements(bea) == []


def test_nothing_is_marked_read_without_the_pages_own_token(ada, bea):
    words = point()
    bea.syncs(words)
    page_of(ada, bea)
    marks_read(ada, bea, words, status=404, csrf_token="")
    assert acknowledgements(bea) == []


def test_olga_finds_nothing_of_beas(ada, bea, olga):
    bea.syncs(point())
    olga.opens(address(bea), status=404)
