"""There is one practice, also where two name it at the very same moment."""

from functools import partial

import pytest

from tests import dump
from tests.cast import PRACTICE
from tests.pages import Visitor
from webapp.extensions import db
from webapp.people.models import Person
from webapp.people.practice import Practice

SETTINGS = "/practice/settings"
PHONE = "01632 960 00"


@pytest.fixture
def unnamed(app, ada):
    """Ada’s practice, which nobody has named yet."""
    with app.app_context():
        db.session.execute(db.delete(Practice))
        db.session.commit()


@pytest.mark.usefixtures("unnamed")
def test_two_who_tell_of_the_practice_first_tell_of_one(app, ada, olga, bea, right_after):
    ada.opens(SETTINGS), olga.opens(SETTINGS)
    told = {"name": PRACTICE, "email": "ada@walking.example"}
    olgas = right_after(Practice, "ours", partial(olga.sends, SETTINGS, **told))
    ada.sends(SETTINGS, **told)
    olgas.join()
    assert len(dump.rows(app)["practice"]) == 1
    assert bea.gets("/my-therapist")["about_practice"]["email"] == "ada@walking.example"


def test_what_two_tell_at_once_of_different_things_stands_both(ada, olga, bea, right_after):
    told = {"name": PRACTICE, "phone": PHONE, "email": "ada@walking.example"}
    ada.opens(SETTINGS)
    ada.sends(SETTINGS, **told)
    ada.opens(SETTINGS), olga.opens(SETTINGS)
    olgas = partial(olga.sends, SETTINGS, **{**told, "email": "olga@walking.example"})
    meanwhile = right_after(Practice, "ours", olgas)
    ada.sends(SETTINGS, **{**told, "phone": PHONE + "1"})
    meanwhile.join()
    about = bea.gets("/my-therapist")["about_practice"]
    assert (about["phone"], about["email"]) == (PHONE + "1", "olga@walking.example")


def test_a_doubled_tap_at_setting_up_makes_one_practice(app, right_after):
    with app.app_context():
        _, secret = Person.invite_to_set_up()
        db.session.commit()
    asked = {"invitation": secret, "practice": PRACTICE, "name": "Ada"}
    second = right_after(Practice, "ours", partial(Visitor(app).posts, "/set-up", asked))
    Visitor(app).posts("/set-up", asked)
    second.join()
    assert len(dump.rows(app)["practice"]) == 1


def test_where_an_earlier_version_made_several_it_is_always_the_same_one(app, ada, bea):
    with app.app_context():
        db.session.add_all(Practice(name=PRACTICE) for _ in range(3))
        db.session.commit()
    for digit in "1234":
        ada.opens(SETTINGS)
        ada.sends(SETTINGS, name=PRACTICE, phone=PHONE + digit)
        assert bea.gets("/my-therapist")["about_practice"]["phone"] == PHONE + digit
