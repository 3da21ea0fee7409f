"""Private means private: not even that there is something."""

from uuid import uuid4

import time_machine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.entries import changed, check_in, deleted
from webapp.extensions import db
from webapp.journal.models import Journal

HISTORIES = st.lists(
    st.sampled_from(["shared", "private", "private, changed", "private, deleted"]), max_size=8
)


def written(history):
    """The entries of a history: those that Ada may know of, and all of them."""
    shared, everything = [], []
    for number, what in enumerate(history):
        first = check_in(f"words {number}", shared=what == "shared")
        follows = {"private, changed": [changed(first, shared=False)],
                   "private, deleted": [deleted(first)]}.get(what, [])  # fmt: skip
        shared += [first] if what == "shared" else []
        everything += [first, *follows]
    return shared, everything


def forget(app):
    """Empty every journal."""
    with app.app_context():
        for table in ("check_in", "entry"):
            db.session.execute(db.text(f"DELETE FROM {table}"))
        db.session.execute(db.update(Journal).values(seq=0))
        db.session.commit()


def seen_by(ada, app, bea, entries):
    """Every byte of Ada's pages once Bea has sent these."""
    forget(app)
    bea.syncs(*entries)
    pages = []
    for path in ("/practice", f"/practice/clients/{bea.id}"):
        ada.opens(path)
        pages.append(ada.response.data)
    return pages + list(older(ada))


def older(ada):
    """Every byte of the older pages, one behind the other."""
    while link := ada.page.find("a", string="Older check-ins"):
        ada.opens(link["href"])
        yield ada.response.data


@settings(
    max_examples=15, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(history=HISTORIES)
@example(history=["private", "shared"])
@example(history=["shared", "private"] * 20)  # just a page
@example(history=["private", "shared"] * 21 + ["private"])  # and one more
@example(history=["shared", "private, changed", "shared", "private, deleted"])
def test_adas_pages_are_the_same_to_the_byte_with_and_without_private_ones(app, ada, bea, history):
    shared, everything = written(history)
    with time_machine.travel("2026-11-23T19:00:00Z", tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, everything) == seen_by(ada, app, bea, shared)


def test_what_is_older_than_a_private_check_in_is_no_question(ada, bea):
    """Asked for by its id, it is answered as an id of nobody."""
    private = check_in(shared=False)
    bea.syncs(check_in("older"), private, check_in("newer"))
    page = f"/practice/clients/{bea.id}?before="
    pages = [ada.opens(page + id).find_all("article") for id in (private["record"], str(uuid4()))]
    assert [len(articles) for articles in pages] == [2, 2]


def test_a_private_check_in_never_moves_a_line_of_the_caseload(ada, bea, ben):
    before = ada.opens("/practice").get_text()
    bea.syncs(check_in(shared=False))
    assert ada.opens("/practice").get_text() == before


def came_back():
    """What Bea shared, hid and deleted, and what her tablet had changed in it before, offline."""
    first = check_in("Kingfisher by the weir")
    hidden = changed(first, "Kingfisher", shared=False)
    return first, hidden, deleted(hidden), changed(first, "Kingfisher and heron")


def test_what_comes_back_after_a_deletion_leaves_no_trace_for_ada(app, ada, bea):
    with time_machine.travel("2026-11-23T19:00:00Z", tick=False):
        ada.signs_in(), bea.signs_in()
        private = check_in("private", shared=False)
        assert seen_by(ada, app, bea, came_back()) == seen_by(ada, app, bea, [private])
