"""A name from right to left leaves our sentences around it in order, on every page of Ada's."""

from datetime import timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.appointments.booked import WALK, book, book_weekly
from tests.pages import A_PERSON
from tests.preparation.test_tips_of_the_practice import adds
from tests.trust.said import everything
from tests.trust.test_03_what_ada_has_read import of_client
from webapp.extensions import db
from webapp.people.models import Person

NAME, PLACE = "דנה", "ליד הים"
OURS = ("/practice", "/practice/sessions", "/practice/tips")
ALONE = ["bdi", "option", "textarea"]  # into the latter two no markup fits


@pytest.fixture
def pages(app, ada, bea, time_machine):
    """Each of Ada's pages, with all that can be said of Bea, who is called so now."""
    time_machine.move_to("2026-11-25T12:00:00Z", tick=False)
    ada.signs_in(), bea.signs_in()
    said = everything(app, ada, bea)
    adds(ada, person=UUID(bea.id).hex)
    for start in (WALK.starts_at, WALK.starts_at + timedelta(minutes=10)):
        book(app, ada, bea, replace(WALK, starts_at=start, place=PLACE))
    book_weekly(app, ada, bea)
    with app.app_context():
        db.session.get(Person, UUID(bea.id)).name = NAME
        db.session.commit()
    return dict.fromkeys([*OURS, *of_client(app, bea, said)])


def test_what_people_wrote_stands_apart_from_our_sentences(ada, pages):
    seen = set()
    for path in pages:
        answer = ada.asks("GET", path, headers=A_PERSON)
        if answer.status_code == 200:
            seen |= {path for _ in held(ada.sees(answer, 200), path)}
    assert len(seen) > 12 and set(OURS) <= seen


def held(page, path):
    """Each of their words on a page. Fails where one stands in ours."""
    for text in page.main.find_all(string=lambda text: NAME in text or PLACE in text):
        assert text.find_parent(ALONE), f"{path}: {text}"
        yield text
