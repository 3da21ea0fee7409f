"""What is erased is gone for good, and nothing of it comes back."""

from uuid import UUID, uuid4

import pytest

from tests import dump
from tests.entries import changed, check_in, deleted
from webapp.extensions import db
from webapp.journal import erasure
from webapp.journal.models import Entry

WORDS = "Kingfisher"


@pytest.fixture
def erases(app):
    """Erase a record of somebody's, as the server does."""

    def erase(person, entry):
        with app.app_context():
            erasure.erase(UUID(person.journal), UUID(entry["record"]))
            db.session.commit()

    return erase


@pytest.fixture
def erased(bea, erases):
    """A check-in of Bea's that she changed once, erased. Both entries, in order."""
    first = check_in(WORDS)
    both = first, changed(first, f"{WORDS} again")
    bea.syncs(*both)
    erases(bea, first)
    return both


def codes(person, *entries):
    """Why each of these is refused."""
    return [result.get("code") for result in person.syncs(*entries)["results"]]


def test_no_body_of_it_is_left_on_the_server(app, bea, erased):
    with app.app_context():
        assert set(db.session.scalars(db.select(Entry.body_sealed))) == {None}


def test_the_feed_gives_neither_the_words_nor_what_they_could_be_guessed_by(bea, erased):
    feed = bea.feed()
    assert [change["op"] for change in feed] == ["put", "put", "erase"]
    assert {(change["body"], change["sha256"]) for change in feed} == {(None, None)}


def test_the_erasure_is_an_entry_that_follows_what_stood(bea, erased):
    *_, erasure = bea.feed()
    assert (erasure["seq"], erasure["base"]) == (3, erased[1]["entry"])
    assert (erasure["record"], erasure["kind"]) == (erased[0]["record"], "check_in")
    assert erasure["author"] == bea.id


def test_a_phone_that_was_away_for_months_hears_of_it(bea, erased):
    here = {"seq": 2, "mark": erased[1]["entry"].replace("-", "")[:16]}
    (change,) = bea.syncs(cursor=here)["changes"]
    assert change["op"] == "erase"


def test_an_erasure_follows_every_version_that_stood(bea, erases):
    first = check_in()
    both = [changed(first, "on the phone"), changed(first, "on the tablet")]
    bea.syncs(first, *both)
    erases(bea, first)
    *_, erasure = bea.feed()
    assert [erasure["base"], *erasure["resolves"]] == [each["entry"] for each in both]


def test_fault_35_what_was_erased_is_refused_when_it_is_sent_again(app, bea, erased):
    before = dump.rows(app)["entry"]
    late = [*erased, changed(erased[1]), deleted(erased[1]), check_in(record=erased[0]["record"])]
    assert codes(bea, *late) == ["erased"] * 5
    assert dump.rows(app)["entry"] == before


def test_whoever_is_refused_is_told_in_a_sentence(bea, erased):
    (result,) = bea.syncs(erased[0])["results"]
    assert result["message"].startswith("This was erased for good")


def test_an_erased_id_that_is_used_for_another_record_is_refused(app, bea, erased):
    before = dump.rows(app)["entry"]
    assert codes(bea, check_in(entry=erased[0]["entry"])) == ["id_reused"]
    assert dump.rows(app)["entry"] == before


def test_a_phone_that_was_refused_has_nothing_of_it_waiting(bea, erased):
    bea.syncs(erased[0])
    assert bea.gets("/my-devices")["devices"] == []


def test_the_others_of_a_batch_pass(bea, erased):
    assert codes(bea, check_in(), erased[0], check_in()) == [None, "erased", None]


def test_erasing_twice_is_erasing_once(bea, erased, erases):
    erases(bea, erased[0])
    assert len(bea.feed()) == 3


def test_nothing_else_is_touched(bea, ben, erases):
    mine, too, his = check_in(), check_in(), check_in()
    bea.syncs(mine, too)
    ben.syncs(his)
    erases(bea, mine)
    assert bea.feed()[1]["body"] == too["body"] and ben.feed()[0]["body"] == his["body"]


def test_what_is_not_in_the_journal_cannot_be_erased(bea, ben, erases):
    his = check_in()
    ben.syncs(his)
    with pytest.raises(LookupError):
        erases(bea, his)
    assert len(ben.feed()) == 1 and bea.feed() == []


def test_ada_sees_nothing_of_it_any_more(ada, bea, erases):
    first = check_in(WORDS)
    bea.syncs(first)
    assert WORDS in ada.opens(f"/practice/clients/{bea.id}").get_text()
    erases(bea, first)
    assert "Nothing shared yet" in ada.opens(f"/practice/clients/{bea.id}").get_text()


def test_that_ada_has_read_something_can_be_erased_too(ada, bea, erases):
    first = check_in()
    bea.syncs(first)
    ada.opens(f"/practice/clients/{bea.id}")
    ada.sends(f"/practice/clients/{bea.id}/read/{first['record']}")
    erases(bea, bea.feed()[1])
    assert [change["op"] for change in bea.feed()] == ["put", "put", "erase"]


def test_entries_that_name_each_other_are_erased_like_any(bea, erases):
    one, other = check_in(), str(uuid4())
    bea.syncs({**one, "base": other}, changed(one, entry=other))
    erases(bea, one)
    assert {change["body"] for change in bea.feed()} == {None}


def test_no_phone_can_say_that_something_was_erased(app, bea):
    before = dump.rows(app)
    bea.is_refused(400, "bad_request", "/sync", bea.sync(check_in(op="erase")))
    assert dump.rows(app) == before
