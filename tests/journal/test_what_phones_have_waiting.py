"""Each phone says what it has waiting. Should it be lost, the next one can say so."""

from uuid import uuid4

import pytest

from tests.entries import check_in, saying
from webapp.extensions import db


def waiting(person):
    """What another phone of this person would be told."""
    return [told["waiting"] for told in person.gets("/my-devices")["devices"]]


def writes(app):
    """How often anything of this was written."""
    with app.app_context():
        found = db.session.execute(db.text("SELECT count(*) FROM waiting")).scalar()
        db.session.remove()
    return found


def test_a_phone_with_nothing_waiting_is_not_spoken_of(app, bea):
    bea.syncs(check_in(), check_in())
    bea.syncs()
    assert waiting(bea) == [] and writes(app) == 0


def test_what_a_phone_had_waiting_is_told_with_its_day(bea):
    bea.syncs(waiting=2)
    [told] = bea.gets("/my-devices")["devices"]
    assert (told["device"], told["waiting"]) == (bea.device, 2)
    assert told["reported_at"].endswith("+00:00")


def test_what_has_arrived_in_the_same_breath_does_not_wait_any_more(bea):
    bea.syncs(waiting=2)
    bea.syncs(check_in(), waiting=2)
    assert waiting(bea) == [1]
    bea.syncs(check_in(), waiting=1)
    assert waiting(bea) == []


def test_what_was_refused_is_still_only_on_that_phone(bea):
    bea.syncs(saying(setting="on the moon"), check_in(), waiting=2)
    assert waiting(bea) == [1]


def test_each_phone_speaks_for_itself(bea):
    bea.syncs(waiting=1)
    bea.syncs(waiting=3, device=str(uuid4()))
    assert waiting(bea) == [3, 1]


def test_nobody_hears_of_somebody_elses_phones(bea, ben, ada, nobody):
    bea.syncs(waiting=1)
    assert waiting(ben) == []
    ada.gets("/my-devices", 404)
    nobody.gets("/my-devices", 401)


@pytest.mark.parametrize("number", [-1, 1_000_001, 10**30, "2", None, 1.5])
def test_only_a_number_that_can_be_is_taken(bea, number):
    bea.is_refused(400, "bad_request", "/sync", bea.sync(waiting=number))
    assert waiting(bea) == []
