"""An operator invites and lets in as the pages do, and reads a sentence where that cannot be."""

from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.operator import said
from tests.pages import Visitor
from webapp.extensions import db
from webapp.people.models import Person
from webapp.privacy.closing import erase_account

ONE_LINE = "Please use letters on one line only."
NO_NAME = "Please write a name, or a first name only."
LONG = "Please use at most 80 letters here."
ODD = [("", NO_NAME), ("  ", NO_NAME), ("\udcff", NO_NAME), ("Be\na", ONE_LINE), ("x" * 81, LONG)]
NOBODY = "There is nobody with this id."


@pytest.fixture
def says(app):
    """What a command prints; it must go well, or fail with this sentence."""
    return partial(said, app)


@pytest.fixture
def olga(app):
    """A therapist without clients, whose account was erased. Her id."""
    with app.app_context():
        olga, _ = Person.invite_therapist("Olga")
        db.session.flush()
        erase_account(olga)
        db.session.commit()
        return olga.id


def people(app):
    with app.app_context():
        return db.session.scalar(db.select(db.func.count(Person.id)))


@pytest.mark.parametrize(("name", "sentence"), ODD)
def test_a_name_is_what_the_page_takes_for_one(app, ada, says, name, sentence):
    before = people(app)
    says("invite", name, "--of", ada.id, fails=sentence)
    says("invite", name, "--role", "therapist", fails=sentence)
    assert people(app) == before


def test_zoe_comes_in_under_her_name_as_the_page_would_write_it(app, ada, says):
    link = says("invite", " Zoë\0 ", "--of", ada.id).strip()
    assert Visitor(app).joins(link.partition("#")[2]).person["name"] == "Zoë"


def test_nobody_is_invited_to_somebody_who_was_erased(app, says, olga):
    before = people(app)
    says("invite", "Bea", "--of", olga, fails=NOBODY)
    assert people(app) == before


@pytest.mark.parametrize("command", ["let-in", "erase-account"])
def test_who_was_erased_is_nobody_to_any_command(says, olga, command):
    says(command, olga, fails=NOBODY)
    says(command, uuid4(), fails=NOBODY)


def test_nobody_is_invited_to_a_client(bea, says):
    says("invite", "Zoë", "--of", UUID(bea.id), fails="There is no therapist with this id.")
