"""The feed: whatever lies behind a phone's cursor, each entry once, in order."""

from time import monotonic

import pytest

from tests.crowd import at_once
from tests.entries import check_in, said
from webapp.extensions import db


@pytest.fixture
def five(bea):
    """Bea, who has written five check-ins."""
    bea.syncs(*[check_in(f"words {n}") for n in range(1, 6)])
    return bea


def pages(bea, limit):
    """What a phone hears, page by page, from the start."""
    cursor = None
    while True:
        answer = bea.syncs(cursor=cursor, limit=limit)
        yield answer
        if not answer["more"]:
            return
        cursor = answer["cursor"]


@pytest.mark.parametrize("limit", [1, 2, 5, 6, 10**30])
def test_a_phone_hears_everything_once_however_it_pages(five, limit):
    heard = [change["seq"] for page in pages(five, limit) for change in page["changes"]]
    assert heard == [1, 2, 3, 4, 5]


def test_a_page_holds_what_was_asked_for_and_says_whether_more_follows(five):
    told = [(len(page["changes"]), page["more"]) for page in pages(five, 2)]
    assert told == [(2, True), (2, True), (1, False)]


def test_a_phone_that_is_up_to_date_hears_nothing_new(five):
    cursor = five.syncs()["cursor"]
    answer = five.syncs(cursor=cursor)
    assert answer["changes"] == [] and answer["cursor"] == cursor and not answer["more"]


def test_a_phone_hears_of_its_own_entries_too(five):
    cursor = five.syncs()["cursor"]
    answer = five.syncs(check_in("the sixth"), cursor=cursor)
    assert [said(change)["words"] for change in answer["changes"]] == ["the sixth"]


def test_a_new_journal_has_no_cursor_yet(bea):
    answer = bea.syncs()
    assert (answer["cursor"], answer["changes"], answer["more"]) == (None, [], False)


def test_the_cursor_marks_the_entry_it_stands_on(five):
    last = five.syncs()["changes"][-1]
    mark = last["entry"].replace("-", "")[:16]
    assert five.syncs()["cursor"] == {"seq": 5, "mark": mark}


STRANGE = [
    {"seq": 5, "mark": "0" * 16},
    {"seq": 6, "mark": "0" * 16},
    {"seq": 0, "mark": "0" * 16},
    {"seq": 2**53, "mark": "f" * 16},
]


@pytest.mark.parametrize("cursor", STRANGE, ids=lambda cursor: str(cursor["seq"]))
def test_a_cursor_of_another_database_means_reading_again_from_the_start(five, cursor):
    answer = five.syncs(check_in("the sixth"), cursor=cursor)
    assert answer["resync"] is True and "changes" not in answer
    assert len(five.feed()) == 6


def test_a_phone_that_knew_more_than_a_restored_server_refills_it(app, five):
    kept = five.feed()
    with app.app_context():
        for table in ("entry", "check_in"):
            db.session.execute(db.text(f"DELETE FROM {table}"))
        db.session.execute(db.text("UPDATE journal SET seq = 0"))
        db.session.commit()
    last = {"seq": 5, "mark": kept[-1]["entry"].replace("-", "")[:16]}
    assert five.syncs(cursor=last)["resync"] is True
    five.syncs(*[sent_again(change) for change in kept])
    assert [change["entry"] for change in five.feed()] == [change["entry"] for change in kept]


def sent_again(change):
    received = ("seq", "author", "received_at")
    return {name: value for name, value in change.items() if name not in received}


def reads_until(person, number):
    """Read in small pages until this number is heard, for some minutes at most."""
    heard, cursor, end = [], None, monotonic() + 300
    while heard[-1:] != [number] and monotonic() < end:
        answer = person.syncs(cursor=cursor, limit=3)
        heard += [change["seq"] for change in answer["changes"]]
        cursor = answer["cursor"]
    return heard


def test_fault_30_while_eight_write_a_reader_misses_nothing(bea):
    writers = [bea.copied() for _ in range(8)]
    write = [lambda w=w: [w.hands_over(check_in()) for _ in range(4)] for w in writers]
    heard, *_ = at_once(lambda: reads_until(bea, 32), *write)
    assert heard == list(range(1, 33))


def test_every_answer_tells_the_limits_and_the_time(bea):
    answer = bea.syncs()
    assert answer["limits"] == {"items": 50, "bytes": 262_144}
    assert answer["protocol"] == 1 and answer["server_time"].endswith("Z")
    assert answer["results"] == []
