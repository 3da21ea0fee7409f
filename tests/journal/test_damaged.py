"""Words that were damaged on the server's disk keep nobody from anything else."""

import pytest

from tests.appointments.booked import book
from tests.entries import check_in, entry, said
from tests.repairs.points import point
from tests.trust.world import GOAL
from webapp.extensions import db
from webapp.journal.models import Entry
from webapp.practice import summaries


@pytest.fixture
def each_damaged(app, ada, bea):
    """Called, it has one entry of Bea's after the other damaged, of every kind that she has."""
    bea.syncs(check_in(), point(), entry(GOAL, kind="goal"))
    book(app, ada, bea)

    def one_after_the_other():
        for id, whole in sealed(app):
            keep(app, id, whole[:-1] + bytes([whole[-1] ^ 1]))
            yield
            keep(app, id, whole)

    return one_after_the_other


def sealed(app, kind=None):
    """Every entry with words, as its id and its sealed body."""
    with app.app_context():
        found = db.session.scalars(db.select(Entry).where(Entry.body_sealed.is_not(None)))
        return [(each.id, each.body_sealed) for each in found if kind in (None, each.kind)]


def keep(app, id, body):
    with app.app_context():
        db.session.execute(db.update(Entry).where(Entry.id == id).values(body_sealed=body))
        db.session.commit()


def test_ada_and_bea_get_everything_else(ada, bea, each_damaged):
    of_bea = f"/practice/clients/{bea.id}"
    bea.steps_up("export")
    for _ in each_damaged():
        for page in ("", "/together", "/talking-points", "/sessions", "/about", "/on-paper"):
            ada.opens(of_bea + page)
        assert "Bea" in ada.opens("/practice").text
        everything = bea.posts("/export")["entries"]
        assert bea.feed() == everything and len(everything) == 4
        assert sum(each["body"] is None for each in everything) == 1


def test_what_is_kept_ready_of_a_caseload_is_made_anew(app, each_damaged):
    for _ in each_damaged():
        with app.app_context():
            db.session.execute(db.delete(summaries.Summary))
            summaries.refresh()


def test_the_log_says_so(bea, each_damaged, caplog):
    next(each_damaged())
    bea.feed()
    assert "An entry was damaged" in caplog.text


def test_a_phone_that_reads_again_from_the_start_brings_the_words_back(app, ada, bea):
    words = check_in("The wind was loud.")
    bea.syncs(words)
    ((id, whole),) = sealed(app, "check_in")
    keep(app, id, whole[:-1])
    page = f"/practice/clients/{bea.id}"
    assert "The wind was loud." not in ada.opens(page).text
    assert [each["status"] for each in bea.syncs(words)["results"]] == ["known"]
    assert "The wind was loud." in ada.opens(page).text
    assert [said(each)["words"] for each in bea.feed() if each["kind"] == "check_in"] == [
        "The wind was loud."
    ]


def test_a_summary_that_was_damaged_is_read_anew(app, ada, bea):
    bea.syncs(check_in())
    with app.app_context():
        summaries.refresh()
        one = db.session.scalars(db.select(summaries.Summary)).first()
        one.told_sealed = one.told_sealed[:-1] + b"?"
        db.session.commit()
    assert "23 November" in ada.opens("/practice").text
