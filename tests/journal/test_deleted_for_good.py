"""What stays deleted for 30 days is emptied; a text that stands never is."""

from uuid import UUID

import pytest

from tests.dump import everything
from tests.entries import changed, check_in, deleted
from webapp import rows
from webapp.extensions import db
from webapp.journal import erasure
from webapp.journal.models import Entry


def at_work(app):
    """The server looks for what is due. Returns how many records it emptied."""
    with app.app_context():
        return erasure.erase_due()


def bodies(person):
    """What the journal still holds, in order."""
    return [change["body"] for change in person.feed()]


@pytest.fixture
def gone(bea):
    """Both versions of a check-in that Bea then deleted."""
    first = check_in("I never want to see this again.")
    both = first, changed(first)
    bea.syncs(*both, deleted(both[1]))
    return both


@pytest.mark.parametrize(("days", "emptied"), [(29, 0), (30, 1)])
def test_every_version_is_emptied_after_thirty_days(app, bea, gone, after, days, emptied):
    after(days=days, minutes=1)
    assert at_work(app) == emptied
    assert (bodies(bea.signs_in()) == [None] * 3) is bool(emptied)


def test_what_was_emptied_is_in_no_byte_of_the_database(app, bea, gone, after):
    with app.app_context():
        sealed = db.session.scalars(db.select(Entry.body_sealed).where(Entry.seq < 3)).all()
    after(days=31)
    at_work(app)
    assert not [each for each in sealed if each in everything(app)]


def test_it_is_done_once(app, gone, after):
    after(days=31)
    assert [at_work(app), at_work(app)] == [1, 0]


def test_a_text_that_beats_the_deletion_keeps_every_version(app, bea, gone, after):
    bea.syncs(changed(gone[0], "Written elsewhere, without signal."))
    after(days=31)
    assert at_work(app) == 0
    assert None not in bodies(bea.signs_in())[:2]


def test_what_was_brought_back_keeps_its_words(app, bea, after):
    first = check_in()
    away = deleted(first)
    bea.syncs(first, away, changed(away, "It is back."))
    after(days=31)
    assert at_work(app) == 0


def test_the_thirty_days_begin_with_the_last_deletion(app, bea, gone, after):
    after(days=20)
    bea.signs_in().syncs(deleted(gone[1]))
    after(days=20)
    assert at_work(app) == 0


def test_a_late_text_still_stands_and_keeps_its_own_words(app, bea, gone, after):
    after(days=31)
    at_work(app)
    late = changed(gone[0], "Written in the mountains.")
    bea.signs_in().syncs(late)
    assert at_work(app) == 0
    assert bodies(bea) == [None, None, None, late["body"]]


def test_a_version_that_was_deleted_before_it_arrived_is_emptied_too(app, bea, after):
    first = check_in()
    bea.syncs(deleted(first))
    after(days=31)
    bea.signs_in().syncs(first)
    assert at_work(app) == 1
    assert bodies(bea) == [None, None]


def test_an_emptied_entry_that_is_sent_again_is_known(app, bea, gone, after):
    after(days=31)
    at_work(app)
    results = bea.signs_in().syncs(*gone)["results"]
    assert [result["status"] for result in results] == ["known", "known"]
    assert bodies(bea) == [None] * 3


def test_entries_that_name_each_other_are_not_taken_for_deleted(app, bea, gone, after):
    """None such is taken in, but they may be there from before that was so."""
    bea.syncs(one := check_in(), other := changed(one))
    with app.app_context():
        first = db.update(Entry).where(Entry.id == UUID(one["entry"]))
        db.session.execute(first.values(base=UUID(other["entry"])))
        db.session.commit()
    after(days=31)
    assert at_work(app) == 1
    assert bodies(bea.signs_in())[3:] == [one["body"], other["body"]]


def test_everybodys_journal_is_looked_at_and_nothing_else_is_touched(app, bea, ben, gone, after):
    kept, his = check_in(), check_in()
    bea.syncs(kept)
    ben.syncs(his, deleted(his))
    after(days=31)
    assert at_work(app) == 2
    assert bodies(bea.signs_in())[3] == kept["body"] and bodies(ben.signs_in()) == [None, None]


def test_a_text_that_names_itself_stands_like_any_other(app, ada, bea, after):
    first = check_in("Kept.")
    bea.syncs(first | {"base": first["entry"], "resolves": [first["entry"]]})
    assert "Kept." in ada.opens(f"/practice/clients/{bea.id}").get_text()
    bea.syncs(deleted(first, base=None))
    after(days=31)
    assert at_work(app) == 0
    assert "Kept." in bodies(bea.signs_in())[0]


def test_a_large_journal_is_emptied_piece_by_piece(app, bea, gone, after, monkeypatch):
    monkeypatch.setattr(rows, "AT_ONCE", 2)
    kept, more = check_in("Kept."), [check_in() for _ in range(3)]
    bea.syncs(kept, *more, *map(deleted, more))
    after(days=31)
    assert at_work(app) == 4
    assert [body for body in bodies(bea.signs_in()) if body] == [kept["body"]]


def test_a_journal_with_a_damaged_entry_keeps_nobody_elses_words(
    app, bea, ben, gone, after, caplog
):
    his = check_in()
    ben.syncs(his, deleted(his))
    with app.app_context():
        damaged = db.update(Entry).where(Entry.record == UUID(his["record"]))
        db.session.execute(damaged.values(resolves=["no id"]))
        db.session.commit()
    after(days=31)
    assert at_work(app) == 1
    assert bodies(bea.signs_in()) == [None] * 3
    assert caplog.messages == ["a journal was not emptied this time: ValueError"]
