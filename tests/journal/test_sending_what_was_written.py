"""POST /sync: the faults of the contract by their numbers, as far as they happen at the server.
What is missing here happens on the phone."""

import json
import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from tests.cast import invited
from tests.crowd import at_once
from tests.entries import changed, check_in, entry, said
from tests.pages import Visitor
from webapp.extensions import db
from webapp.journal.schema import MANY_CHARACTERS

OTHER = "0" * 64


def statuses(answer):
    return [result["status"] for result in answer["results"]]


def codes(answer):
    return [result.get("code") for result in answer["results"]]


def test_fault_01_an_answer_that_got_lost_stores_nothing_twice(bea):
    words = check_in()
    first = bea.syncs(words)["results"][0]
    again = bea.syncs(words)

    assert first == {"entry": words["entry"], "status": "stored", "seq": 1}
    assert again["results"] == [{"entry": words["entry"], "status": "known", "seq": 1}]
    assert len(again["changes"]) == 1


def test_fault_02_twenty_posts_of_one_entry_at_once_store_it_once(bea):
    words, tabs = check_in(), [bea.copied() for _ in range(20)]
    answers = at_once(*[lambda tab=tab: tab.syncs(words) for tab in tabs])

    assert sorted(sum(map(statuses, answers), [])) == ["known"] * 19 + ["stored"]
    assert all([c["entry"] for c in a["changes"]] == [words["entry"]] for a in answers)
    assert len(bea.feed()) == 1


def test_fault_03_a_second_thought_that_arrives_first_is_still_the_second(bea):
    first = check_in("first")
    second = changed(first, "second")
    for words in (second, first):
        assert statuses(bea.syncs(words)) == ["stored"]

    assert [(c["seq"], said(c)["words"], c["base"]) for c in bea.feed()] == [
        (1, "second", first["entry"]), (2, "first", None),
    ]  # fmt: skip


def test_fault_04_one_bad_entry_harms_no_other(bea):
    answer = bea.syncs(check_in("a"), check_in("b", sha256=OTHER), check_in("c"))

    assert statuses(answer) == ["stored", "rejected", "stored"]
    assert [r.get("seq") for r in answer["results"]] == [1, None, 2]
    assert [(c["seq"], said(c)["words"]) for c in answer["changes"]] == [(1, "a"), (2, "c")]


def test_fault_05_an_entry_that_is_never_accepted_never_holds_up_the_rest(bea):
    poison = check_in(kind="spell")
    for n in range(3):
        answer = bea.syncs(poison, check_in(f"words {n}"))
        assert codes(answer) == ["unknown_kind", None]
    assert len(bea.feed()) == 3


def test_fault_06_what_was_refused_before_signing_in_goes_afterwards(bea):
    waiting = bea.sync(check_in("written while signed out"))
    bea.signs_out()
    bea.is_refused(401, "not_signed_in", "/sync", waiting)
    answer = bea.signs_in().posts("/sync", waiting)
    assert statuses(answer) == ["stored"]


def test_fault_06_signing_in_between_two_tries_makes_nothing_double(bea, after):
    waiting = bea.sync(check_in("sent just before the login ran out"))
    bea.posts("/sync", waiting)
    after(days=31)
    bea.is_refused(401, "not_signed_in", "/sync", waiting)
    assert statuses(bea.signs_in().posts("/sync", waiting)) == ["known"]


def test_fault_07_what_bea_may_not_write_is_named_and_the_rest_is_stored(bea):
    body = json.dumps({"of": str(uuid4()), "read_at": "2026-11-23T18:00:00Z"})
    answer = bea.syncs(check_in(), entry(body, kind="acknowledgement"), check_in())

    assert codes(answer) == [None, "not_yours", None]
    assert answer["results"][1]["message"] == "This belongs to somebody else."
    assert [c["kind"] for c in bea.feed()] == ["check_in"] * 2


def test_fault_08_more_than_fifty_entries_are_refused_with_the_limits(bea):
    entries = [check_in() for _ in range(51)]
    told = bea.is_refused(413, "too_large", "/sync", bea.sync(*entries))

    assert told["limits"] == {"items": 50, "bytes": 262_144}
    assert bea.feed() == []
    assert statuses(bea.syncs(*entries[:50])) == ["stored"] * 50


@pytest.mark.parametrize("length", [262_145, 2_000_000])
def test_fault_08_more_bytes_than_the_limit_are_refused_with_the_limits(bea, length):
    told = bea.posts_raw("/sync", b" " * length, 413)
    assert told["code"] == "too_large" and told["limits"] == {"items": 50, "bytes": 262_144}


def test_fault_08_as_many_bytes_as_the_limit_pass(bea):
    raw = json.dumps(bea.sync(check_in())).encode()
    assert statuses(bea.posts_raw("/sync", raw.ljust(262_144), 200)) == ["stored"]


def test_fault_08_the_single_entry_that_is_too_big_is_named(bea):
    huge = entry('{"words":"' + "x" * MANY_CHARACTERS + '"}')
    answer = bea.syncs(check_in(), huge)

    assert codes(answer) == [None, "too_big"]
    assert answer["limits"] == {"items": 50, "bytes": 262_144}


def test_fault_09_a_busy_database_says_when_to_come_back_and_has_stored_nothing(sqlite, tmp_path):
    app = sqlite.new(tmp_path / "busy")
    bea, words = Visitor(app).joins(invited(app)["Bea"]), check_in()
    with app.app_context():
        db.session.execute(db.text("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(app.config["INSTANCE"] / "footing.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        bea.is_refused(503, "busy", "/sync", bea.sync(words))
        assert int(bea.response.headers["Retry-After"]) > 0
    assert statuses(bea.syncs(words)) == ["stored"]


@pytest.mark.parametrize("kept", [0, 1, 100, -1])
def test_fault_12_a_request_that_was_cut_short_stores_nothing(bea, kept):
    raw = json.dumps(bea.sync(check_in())).encode()
    assert bea.posts_raw("/sync", raw[:kept], 400)["code"] == "bad_request"
    assert bea.feed() == []


def test_fault_12_a_connection_that_broke_off_stores_nothing(bea):
    raw = json.dumps(bea.sync(check_in())).encode()
    promised = {"CONTENT_LENGTH": str(len(raw) + 9)}
    told = bea.posts_raw("/sync", raw, 400, environ_overrides=promised)
    assert told["code"] == "bad_request"
    assert bea.feed() == []


def test_fault_12_an_entry_damaged_on_the_way_is_refused_and_the_others_pass(bea):
    damaged = check_in()
    damaged["body"] = damaged["body"].replace("walk", "talk")
    answer = bea.syncs(check_in(), damaged, check_in())
    assert codes(answer) == [None, "bad_digest", None]


@pytest.mark.parametrize("damage", [{"body": "{"}, {"sha256": "0" * 64}])
def test_fault_12_what_is_kept_already_and_comes_again_damaged_is_tried_again(bea, damage):
    kept = check_in()
    bea.syncs(kept)
    assert codes(bea.syncs(kept | damage)) == ["bad_digest"]
    assert statuses(bea.syncs(kept)) == ["known"]


def test_fault_13_bea_hears_when_the_server_is_not_the_one_she_knew(bea):
    bea.syncs(check_in())
    other = {"seq": 7, "mark": "0123456789abcdef"}
    answer = bea.syncs(check_in("written since"), cursor=other)

    assert answer["resync"] is True and statuses(answer) == ["stored"]
    assert "changes" not in answer and "cursor" not in answer
    assert len(bea.feed()) == 2


def test_fault_14_a_clock_that_is_wrong_is_kept_and_not_believed(bea):
    future = check_in("later", written_at="2099-01-01T00:00:00+00:00")
    past = check_in("earlier", written_at="1999-01-01T00:00:00+13:00")
    bea.syncs(future, past, now="1970-01-01T00:00:00Z")
    assert [(c["seq"], c["written_at"]) for c in bea.feed()] == [
        (1, "2099-01-01T00:00:00+00:00"), (2, "1999-01-01T00:00:00+13:00"),
    ]  # fmt: skip


def test_fault_21_two_phones_that_change_one_check_in_both_keep_their_words(app, bea):
    tablet = Visitor(app, bea.passkey).signs_in()
    first = check_in()
    bea.syncs(first, changed(first, "on the phone"))
    tablet.syncs(changed(first, "on the tablet"))
    assert [said(c)["words"] for c in tablet.feed()][1:] == ["on the phone", "on the tablet"]


def test_fault_24_a_batch_for_somebody_else_stores_nothing(bea, ben):
    batch = bea.sync(check_in(), check_in())
    ben.is_refused(403, "wrong_account", "/sync", batch)
    assert bea.feed() == ben.feed() == []
