"""Names, titles and addresses that were damaged on the server's disk keep nobody from the rest."""

from uuid import UUID

import pytest

from tests.authenticator import Passkey
from tests.operator import said
from tests.pages import Visitor
from tests.practice.test_inviting import invites, secret_on
from tests.trust.world import World
from webapp import at_rest
from webapp.appointments import diary
from webapp.extensions import db
from webapp.preparation.models import PracticeTip
from webapp.reminders.preferences import Preference

BESIDE_ENTRIES = {"entry", "summary"}  # see journal/test_damaged.py


@pytest.fixture
def world(app):
    """Where everything that is sealed, but for what is written, was damaged."""
    world = World(app)
    ada = world.actors["Ada"]
    ada.opens("/practice/settings")
    ada.sends("/practice/settings", name="The Walking Room", about="We walk.", phone="020 7946")
    with app.app_context():
        db.session.add(PracticeTip(setting="every", title="Tea", text="First."))
        whose = UUID(ada.id)
        db.session.add(Preference(person_id=whose, email=True, address="ada@footing.example"))
        db.session.commit()
    damage(app)
    return world


def damage(app):
    with app.app_context(), db.engine.begin() as connection:
        for column in at_rest.columns():
            if column.table.name not in BESIDE_ENTRIES:
                _damage(connection, column)


def _damage(connection, column):
    (key,) = column.table.primary_key.columns
    for id, whole in connection.execute(db.select(key, column).where(column.is_not(None))).all():
        cut = {column.name: whole[:-1] + bytes([whole[-1] ^ 1])}
        connection.execute(db.update(column.table).where(key == id).values(cut))


def test_every_page_of_adas_and_beas_opens_as_before(app, world):
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    for actor in "Ada", "Bea":
        for address in {world.address(rule, world.things["Bea"]) for rule in rules}:
            assert world.asks(actor, "GET", address).status_code < 500, address


def test_ada_finds_it_and_calls_bea_something_again(world):
    ada, bea = world.actors["Ada"], world.things["Bea"]["client_id"]
    assert "(cannot be read)" in ada.opens("/practice").text
    about = f"/practice/clients/{bea}/about"
    ada.opens(about)
    ada.sends(about, name="Bea W.", usual_setting="online")
    assert "Bea W." in ada.opens("/practice").text


def test_bea_takes_everything_along_all_the_same(world):
    bea = world.actors["Bea"]
    bea.steps_up("export")
    assert bea.posts("/export")["entries"]


def test_no_tip_that_cannot_be_read_comes_to_somebody_new(app, world):
    world.actors["Ada"].steps_up("invite")
    secret = secret_on(invites(world.actors["Ada"]))
    assert Visitor(app, Passkey()).joins(secret).feed() == []


def test_what_is_done_without_anybody_goes_on(app, world, after):
    assert "Sent" in said(app, "remind")
    assert "Emptied" in said(app, "erase-due")
    after(days=8)
    with app.app_context():
        assert diary.extend_due() > 0  # a series goes on, without its place
