"""What the journal keeps of an entry, numbers, and refuses."""

import json
from uuid import uuid4

import pytest

from tests.crowd import at_once
from tests.entries import BODY, changed, check_in, deleted, entry, said, saying
from webapp.journal.schema import MANY_CHARACTERS


def code(bea, *entries):
    """What is said of the last of these entries."""
    return bea.syncs(*entries)["results"][-1].get("code")


def test_what_bea_wrote_comes_back_as_she_wrote_it(bea):
    words = check_in("Ça va.\nRain, then 🌦, and \u202eodd\u202c words.", zone="Pacific/Apia")
    (change,) = bea.syncs(words)["changes"]

    assert change.pop("received_at") and change.pop("seq") == 1
    assert change.pop("author") == bea.id
    assert change == words


def test_numbers_have_no_gaps_whatever_was_refused(bea):
    for _ in range(3):
        bea.syncs(check_in(), check_in(sha256="0" * 64), check_in())
    assert [change["seq"] for change in bea.feed()] == [1, 2, 3, 4, 5, 6]


def test_eight_tabs_that_write_at_once_leave_no_gap(bea):
    tabs = [bea.copied() for _ in range(8)]
    for _ in range(5):
        at_once(*[lambda tab=tab: tab.syncs(check_in(), check_in()) for tab in tabs])
    assert [change["seq"] for change in bea.feed()] == list(range(1, 81))


def test_an_id_names_one_entry_for_ever(bea):
    words = check_in("mine")
    bea.syncs(words)
    assert code(bea, check_in("others", entry=words["entry"])) == "id_reused"
    assert [said(change)["words"] for change in bea.feed()] == ["mine"]


@pytest.mark.parametrize("bent", ["record", "base"])
def test_an_entry_sent_again_with_another_place_is_another_entry(bea, bent):
    words = check_in()
    bea.syncs(words)
    assert code(bea, {**words, bent: str(uuid4())}) == "id_reused"


def test_an_entry_sent_again_that_joins_others_is_another_entry(bea):
    words = check_in(resolves=[str(uuid4())])
    bea.syncs(words)
    assert code(bea, {**words, "resolves": [str(uuid4())]}) == "id_reused"
    assert bea.syncs(words)["results"][0]["status"] == "known"


def test_an_entry_twice_in_one_batch_is_known_the_second_time(bea):
    words = check_in()
    results = bea.syncs(words, words)["results"]
    assert [(r["status"], r["seq"]) for r in results] == [("stored", 1), ("known", 1)]


def test_the_same_id_on_bens_phone_is_bens(bea, ben):
    words = check_in("mine")
    bea.syncs(words)
    ben.syncs(check_in("his", entry=words["entry"], record=words["record"]))
    assert [said(change)["words"] for change in ben.feed()] == ["his"]
    assert [said(change)["words"] for change in bea.feed()] == ["mine"]


def test_a_deletion_is_an_entry_too(bea):
    words = check_in()
    bea.syncs(words, deleted(words))
    assert [(c["op"], c["body"], c["sha256"]) for c in bea.feed()][1] == ("delete", None, None)


REFUSED = {
    "a kind nobody knows": ("unknown_kind", entry("{}", kind="spell")),
    "a schema of the future": ("unknown_kind", check_in(schema=2)),
    "no body": ("bad_body", entry(None)),
    "no digest": ("bad_body", check_in(sha256=None)),
    "a deletion with words": ("bad_body", check_in(op="delete")),
    "a body that is no JSON": ("bad_body", entry("words")),
    "a body that is a list": ("bad_body", entry("[]")),
    "a key twice": ("bad_body", entry('{"words":"a","words":"b"}')),
    "half a character": ("bad_body", entry('{"words":"\\ud800"}')),
    "a deep body": ("bad_body", entry("[" * 19_000)),
    "an unknown field": ("bad_body", saying(mood="fine")),
    "an unknown setting": ("bad_body", saying(setting="telepathy")),
    "an unknown rating": ("bad_body", saying(ratings={"warmth": 3})),
    "a rating beyond the rows": ("bad_body", saying(ratings={"safety": 5})),
    "a rating below the rows": ("bad_body", saying(ratings={"safety": -1})),
    "a rating in between": ("bad_body", saying(ratings={"safety": 2.5})),
    "a rating that is a truth": ("bad_body", saying(ratings={"safety": True})),
    "a rating of 3.0": ("bad_body", entry(json.dumps(BODY).replace(": 3,", ": 3.0,"))),
    "too many words": ("bad_body", saying(words="x" * 2001)),
    "a moment without a zone": ("bad_body", saying(happened_at="2026-11-23T18:00:00")),
    "sharing that is a number": ("bad_body", saying(shared=1)),
    "a wrong digest": ("bad_digest", check_in(sha256="0" * 64)),
    "a body beyond the limit": ("too_big", entry('"' + "x" * MANY_CHARACTERS + '"')),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_does_not_fit_is_named_and_not_kept(bea, why):
    expected, unfit = REFUSED[why]
    (result,) = bea.syncs(unfit)["results"]

    assert (result["status"], result["code"]) == ("rejected", expected)
    assert result["message"].endswith(".") and "seq" not in result
    assert bea.feed() == []


@pytest.mark.parametrize(
    "unknown", [{"kind": "x" * 33}, {"kind": ""}, {"schema": 1001}, {"schema": 0}]
)
def test_a_kind_that_nobody_knows_harms_no_other(bea, unknown):
    odd, even = bea.syncs(check_in(**unknown), check_in())["results"]
    assert (odd["code"], even["status"]) == ("unknown_kind", "stored")


def test_many_versions_can_be_joined_in_one(bea):
    first = check_in()
    others = [changed(first, f"Version {n}") for n in range(40)]
    joined = changed(others[0], "One.", resolves=[other["entry"] for other in others[1:]])
    bea.syncs(first, *others)
    assert bea.syncs(joined)["results"][0]["status"] == "stored"


def test_five_long_answers_are_kept_however_a_program_writes_them(bea):
    answers = {key: "ж" * 2000 for key in ("safety", "pace", "goals", "tasks", "fit")}
    body = json.dumps({"answers": answers, "shared": False})
    (result,) = bea.syncs(entry(body, kind="reflection"))["results"]
    assert result["status"] == "stored" and len(body) > 50_000


@pytest.mark.parametrize("words", ["x" * 2000, "🌦" * 2000, ""])
def test_words_are_counted_as_people_count_them(bea, words):
    bea.syncs(check_in(words))
    assert said(bea.feed()[0])["words"] == words


def test_a_record_stays_of_one_kind(bea):
    first = check_in()
    assert code(bea, first, changed(first, kind="spell")) == "unknown_kind"


@pytest.mark.parametrize("way", [{}, {"base": None}], ids=["follows", "resolves"])
def test_of_what_follows_itself_by_a_detour_the_last_is_refused_and_the_rest_is_seen(ada, bea, way):
    first = check_in("The heron", base=str(uuid4()))
    second = changed(first, "The kingfisher")
    late = changed(second, entry=first["base"], **way, resolves=[second["entry"]])
    assert [code(bea, each) for each in (first, second, late)] == [None, None, "bad_body"]
    assert "The kingfisher" in ada.opens(f"/practice/clients/{bea.id}").get_text()


def test_two_in_one_push_that_follow_each_other_are_not_both_taken(ada, bea):
    first = check_in("The heron", base=str(uuid4()))
    second = changed(first, "The kingfisher", entry=first["base"])
    assert code(bea, first, second) == "bad_body"
    assert "The heron" in ada.opens(f"/practice/clients/{bea.id}").get_text()
