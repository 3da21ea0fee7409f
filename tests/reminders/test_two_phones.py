"""What Bea chose on two phones that had not heard of each other: what is off on one stays off."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.entries import deleted
from tests.reminders.people import EVE, QUIET, chooses, reminded
from tests.reminders.test_e_mail import BY_MAIL, off, wants_a_test
from tests.reminders.test_what_comes import WALKS, book, titles
from webapp.extensions import db
from webapp.reminders.choices import counted
from webapp.reminders.preferences import Preference
from webapp.reminders.schema import PreferenceBody

CASES = json.loads(Path(__file__).with_name("two_phones.json").read_text("utf-8"))["cases"]
STOPPED = "Bea has stopped all check-ins."
IN_NEW_YORK = {"zone": "America/New_York"}


def body(said):
    return msgspec.convert(said, PreferenceBody)


def chosen(app):
    """What counts of Bea's on the server."""
    with app.app_context():
        return db.session.scalars(db.select(Preference)).one()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_what_counts_of_several_is_the_most_restrained_of_each(case):
    assert counted([body(said) for said in case["standing"]]) == body(case["counts"])


def test_a_phone_that_was_offline_does_not_undo_that_bea_has_stopped(ada, bea):
    first = chooses(bea, push=True)
    stop = chooses(bea, first, check_ins=False, push=True)
    other = chooses(bea, first, push=True, evening=True)
    assert STOPPED in ada.opens("/practice").text
    chooses(bea, other, {"resolves": [stop["entry"]]}, push=True, evening=True)
    assert STOPPED not in ada.opens("/practice").text


def test_nor_does_a_phone_on_which_she_had_chosen_nothing_until_then(app, ada, bea):
    chooses(bea, check_ins=False, push=True)
    own = chooses(bea, push=True, hour=True)
    assert STOPPED in ada.opens("/practice").text
    bea.syncs(deleted(own, kind="preference"))
    assert not chosen(app).check_ins


def test_a_stop_is_told_to_ada_once_however_many_phones_speak(app, ada, bea, letters):
    ada.opens("/practice/reminders")
    ada.sends("/practice/reminders", email="y", address="ada@example.org")
    first = chooses(bea, push=True)
    chooses(bea, first, check_ins=False, push=True)
    assert reminded(app) == 1
    chooses(bea, first, push=True, evening=True)
    chooses(bea, check_ins=False)
    assert (reminded(app), len(letters.came)) == (0, 1)


def test_no_more_e_mails_stays_said_when_a_phone_had_not_heard_of_it(app, bea, nobody, letters):
    first = wants_a_test(bea, evening=True)
    reminded(app)
    nobody.asks("POST", off(letters.came[0]), headers={})
    chooses(bea, first, **BY_MAIL, evening=True, quiet=QUIET)
    counts = chosen(app)
    assert (counts.email, counts.evening, counts.quiet_from) == (False, True, "21:00")


def test_no_more_e_mails_leaves_the_clock_as_it_is(app, ada, bea, clock, nobody, letters):
    wants_a_test(bea, push=True, evening=True, head=IN_NEW_YORK)
    bea.phone.service.answers.append((410, {}))
    reminded(app)
    nobody.asks("POST", off(letters.came[0]), headers={})
    assert chosen(app).zone == "America/New_York"


def test_bea_who_travels_hears_in_the_evening_of_where_she_is(app, ada, bea, clock):
    book(app, ada, bea, WALKS)
    first = chooses(bea, push=True, evening=True)
    chooses(bea, first, push=True, evening=True, head=IN_NEW_YORK)
    clock(EVE)
    assert reminded(app) == 0
    clock(EVE.replace(hour=23))
    assert (reminded(app), titles(bea)) == (1, ["Ready for tomorrow"])
