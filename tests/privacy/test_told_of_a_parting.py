"""Ada is told that somebody is gone from her list, and not who."""

from datetime import timedelta
from uuid import UUID

from tests import dump
from tests.pages import read
from webapp.extensions import db, now
from webapp.hourly import Hourly
from webapp.people.models import Person
from webapp.people.parting import Parting
from webapp.privacy.closing import erase_at_once
from webapp.privacy.retention import forget_partings

GONE = "The account of one of your clients was closed on"


def closes_it(client):
    """A client closes their own account, with the passkey."""
    client.steps_up("close_account")
    client.posts("/account/close", {"account": client.id}, 204)


def of(therapist):
    """The caseload as it reads."""
    return read(therapist.opens("/practice"))


def long_ago(app):
    """Whoever is told of was gone a month ago."""
    with app.app_context():
        db.session.execute(db.update(Parting).values(at=now() - timedelta(days=30)))
        db.session.commit()


def test_ada_is_told_that_somebody_closed_their_account(bea, ada):
    assert GONE not in of(ada)
    closes_it(bea)
    assert f"{GONE} {now():%-d %B}" in of(ada)


def test_nothing_says_who_it_was(app, bea, ben, ada):
    closes_it(bea)
    assert "Bea" not in of(ada)
    (told,) = dump.rows(app)["parting"]
    assert str(UUID(ada.id)) in told
    assert str(UUID(bea.id)) not in told


def test_olga_is_told_nothing_of_it(bea, olga):
    closes_it(bea)
    assert GONE not in of(olga)


def test_of_who_never_came_in_she_is_told_nothing(app, ada):
    with app.app_context():
        client, _ = db.session.get(Person, UUID(ada.id)).invite_client("Finn", "online")
        db.session.commit()
        erase_at_once(client)
    assert GONE not in of(ada)


def test_after_a_month_it_is_not_said_any_more(app, bea, ada):
    closes_it(bea)
    long_ago(app)
    assert GONE not in of(ada)


def test_then_it_is_forgotten_by_itself(app, bea):
    closes_it(bea)
    long_ago(app)
    hourly = Hourly(app, forget_partings, every_s=1000)
    hourly.start()
    hourly.end()
    assert not dump.rows(app)["parting"]


def test_it_goes_with_the_account_of_whom_it_told(app, olga):
    with app.app_context():
        db.session.add(Parting(person_id=UUID(olga.id)))
        db.session.commit()
        erase_at_once(db.session.get(Person, UUID(olga.id)))
    assert not dump.rows(app)["parting"]
