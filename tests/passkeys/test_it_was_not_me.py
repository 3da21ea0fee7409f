"""A stranger came in as Bea by her link. She says so: they are out, with all that they did."""

import json

import pytest

from tests import dump
from tests.agreeing import goal, place
from tests.authenticator import Passkey
from tests.entries import changed, check_in, deleted, saying
from tests.pages import Visitor
from tests.passkeys.letting_in import PRIVATE, SHARED, link_by, read_by, state
from tests.practice.test_stopped_check_ins import TOLD, choice
from tests.reading import page_of
from tests.reminders.people import preference
from webapp import rows

STRANGE = "By a stranger."
KEYS = {"p256dh": "B" + "A" * 86, "auth": "A" * 22}


def browser(name):
    return {"endpoint": f"https://fcm.googleapis.com/fcm/send/{name}", "keys": KEYS}


def shared_of(bea):
    """What Bea shared before, as her phone has it."""
    return next(change for change in bea.feed() if SHARED in (change["body"] or ""))


def by_an_operator(app, command, person, *more):
    return app.test_cli_runner().invoke(args=[command, person.id, *more])


def let_in_by_an_operator(app, person):
    told = by_an_operator(app, "let-in", person).output
    return Visitor(app, Passkey()).joins(told.strip().partition("#")[2])


@pytest.fixture
def earlier(bea, link):
    """What Bea had shared."""
    return shared_of(bea)


@pytest.mark.parametrize("bent", [changed, deleted])
def test_what_they_changed_is_as_it_was(ada, bea, earlier, again, bent):
    again.syncs(bent(earlier))
    assert SHARED not in page_of(ada, bea)
    bea.posts("/recovery/stop", status=204)
    assert SHARED in page_of(ada, bea) and PRIVATE in read_by(bea)


def test_what_stood_beside_a_deletion_is_still_for_bea_alone(app, ada, bea):
    first = check_in(SHARED)
    back = changed(first, PRIVATE)
    bea.syncs(first, deleted(first), back)
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    assert PRIVATE not in read_by(again)
    again.syncs({**deleted(first), "base": None})
    bea.posts("/recovery/stop", status=204)
    assert PRIVATE not in page_of(ada, bea) and PRIVATE in read_by(bea)


def test_what_they_shared_ada_reads_no_more_and_bea_does(ada, bea, again, monkeypatch):
    monkeypatch.setattr(rows, "AT_ONCE", 1)
    again.syncs(check_in(STRANGE), check_in("Only for them", shared=False))
    assert STRANGE in page_of(ada, bea)
    bea.posts("/recovery/stop", status=204)
    assert STRANGE not in page_of(ada, bea) and SHARED in page_of(ada, bea)
    assert STRANGE in read_by(bea) and "Only for them" in read_by(bea)


def test_what_they_proposed_and_chose_is_withdrawn(ada, bea, again):
    again.syncs(goal(STRANGE), choice(check_ins=False))
    assert STRANGE in ada.opens(place(bea)).get_text() and TOLD in page_of(ada, bea)
    bea.posts("/recovery/stop", status=204)
    assert STRANGE not in ada.opens(place(bea)).get_text() and TOLD not in page_of(ada, bea)


def test_they_hear_nothing_more(app, ada, bea):
    hers = preference(email=True, address="bea@example.org")
    bea.syncs(hers)
    bea.posts("/push-subscriptions", browser("hers"), status=204)
    before = dump.rows(app)
    again = Visitor(app, Passkey()).joins(link_by(ada, bea))
    theirs = preference(email=True, address="stranger@example.org")
    again.syncs({**theirs, "record": hers["record"], "base": hers["entry"]})
    again.posts("/push-subscriptions", browser("theirs"), status=204)
    path = again.posts("/calendar-feed")["url"].removeprefix(app.config["PUBLIC_ORIGIN"])
    bea.posts("/recovery/stop", status=204)
    assert dump.rows(app)["push_subscription"] == before["push_subscription"]
    assert said_to_remind(bea)[-1]["address"] == "bea@example.org"
    assert again.asks("GET", path).status_code == 404


def said_to_remind(bea):
    chosen = [each for each in bea.feed() if each["kind"] == "preference"]
    return [json.loads(each["body"])["reminders"] for each in chosen]


def test_nothing_of_bea_is_touched_where_they_did_nothing(app, bea, again):
    before = bea.id, dump.rows(app)["entry"]
    bea.posts("/recovery/stop", status=204)
    assert before == (bea.id, dump.rows(app)["entry"])


def test_the_operator_shuts_out_who_came_in_first_of_two(app, ada, bea, again):
    again.syncs(check_in(STRANGE))
    twice = Visitor(app, Passkey()).joins(link_by(ada, bea))
    assert by_an_operator(app, "stop-let-in", bea, "--yes").output.strip() == "Stopped."
    for other in (again, twice):
        other.syncs(status=401)
        assert other.tries("/passkeys/login", other.shown()) == "passkey_unknown"
        assert state(other) == "none"
    assert STRANGE not in page_of(ada, bea) and bea.signs_in()
    told = by_an_operator(app, "stop-let-in", bea, "--yes")
    assert (told.exit_code, told.output) == (1, "Error: There is nothing to stop.\n")
    assert state(let_in_by_an_operator(app, bea)) == "waiting"


def test_the_operator_ends_a_link_and_is_asked_first_where_somebody_came_in(app, bea, link):
    assert by_an_operator(app, "stop-let-in", bea).output.strip() == "Stopped."
    Visitor(app).is_refused(410, "invitation_gone", "/invitations/look", {"invitation": link})
    stranger = let_in_by_an_operator(app, bea)
    told = by_an_operator(app, "stop-let-in", bea)
    assert told.exit_code == 1 and "Shut out who came in on" in told.output
    assert stranger.gets("/me")["signed_in"]


def test_the_operator_shuts_out_whoever_came_in_as_ada(app, ada):
    stranger = let_in_by_an_operator(app, ada)
    assert by_an_operator(app, "stop-let-in", ada, "--yes").exit_code == 0
    assert not stranger.gets("/me")["signed_in"] and ada.signs_in()


def test_a_login_that_had_run_out_can_stop_nothing(app, ada, bea, after):
    after(days=31)
    ada.signs_in()
    right = Visitor(app, Passkey()).joins(link_by(ada, bea))
    assert state(bea) == "none"
    bea.is_refused(409, "nothing_to_stop", "/recovery/stop")
    assert state(right) == "waiting"


def test_what_is_put_back_stands_on_the_day_on_which_it_was(app, ada, bea):
    late = saying(happened_at="2026-07-01T23:30:00+00:00")
    bea.syncs(late)
    assert "2 July 2026" in page_of(ada, bea)
    Visitor(app, Passkey()).joins(link_by(ada, bea)).syncs(changed(late, STRANGE))
    bea.posts("/recovery/stop", status=204)
    assert "2 July 2026" in page_of(ada, bea)


def test_a_phone_that_signed_out_of_what_was_ended_is_not_signed_in_by_a_stop(app, bea, link):
    tablet = Visitor(app, bea.passkey).signs_in()
    copied = bea.copied()
    Visitor(app, Passkey()).joins(link)
    assert state(copied) == "ended_here"
    bea.signs_out()
    copied.is_refused(409, "nothing_to_stop", "/recovery/stop")
    tablet.posts("/recovery/stop", status=204)
    assert tablet.gets("/me")["signed_in"] and not copied.gets("/me")["signed_in"]
