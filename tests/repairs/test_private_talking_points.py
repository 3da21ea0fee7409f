"""Private means private: not even that there is something to talk about."""

from itertools import product

import pytest
import time_machine

from tests.repairs.points import deleted, followed, point
from webapp.extensions import db
from webapp.journal.models import Journal

ROUTES = ("say", "send", "ask")
LIVES = ("kept", "changed", "deleted", "raised")


def private(route, life):
    """A talking point that Bea keeps to herself, and what becomes of it."""
    first = point(words="only for me", route=route, shared=False)
    more = {"kept": [], "changed": [followed(first, words="other words")],
            "deleted": [deleted(first)], "raised": [followed(first, state="raised")]}  # fmt: skip
    return [first, *more[life]]


def seen_by(ada, app, bea, entries):
    """Every byte of Ada's pages once Bea has sent these."""
    with app.app_context():
        for table in ("talking_point", "check_in", "entry"):
            db.session.execute(db.text(f"DELETE FROM {table}"))
        db.session.execute(db.update(Journal).values(seq=0))
        db.session.commit()
    for each in entries:
        bea.syncs(each)
    page = f"/practice/clients/{bea.id}"
    return [ada.opens(path) and ada.response.data
            for path in ("/practice", page, f"{page}/talking-points")]  # fmt: skip


def test_adas_pages_are_the_same_to_the_byte_with_and_without_private_ones(app, ada, bea):
    shared = [point(words="older"), point(words="newer", route="ask")]
    others = [each for way in product(ROUTES, LIVES) for each in private(*way)]
    between = [*others[:9], shared[0], *others[9:], shared[1]]
    with time_machine.travel("2026-11-25T19:00:00Z", tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, between) == seen_by(ada, app, bea, shared)


@pytest.mark.parametrize("life", LIVES)
def test_of_one_that_is_private_the_page_is_as_if_there_were_none(app, ada, bea, life):
    with time_machine.travel("2026-11-25T19:00:00Z", tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, private("send", life)) == seen_by(ada, app, bea, [])


@pytest.mark.parametrize("route", ROUTES)
def test_what_comes_back_after_a_deletion_is_as_if_there_were_none(app, ada, bea, route):
    """Her tablet had changed it before, offline."""
    first = point(words="shared once", route=route)
    back = followed(first, words="changed on the tablet")
    with time_machine.travel("2026-11-25T19:00:00Z", tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, [first, deleted(first), back]) == seen_by(ada, app, bea, [])
