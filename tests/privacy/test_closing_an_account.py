"""An account that was closed: nothing of it is left, and whoever still holds a login is told."""

from uuid import UUID, uuid4

import pytest

from tests import dump
from tests.crowd import at_once
from tests.entries import check_in
from tests.pages import A_PERSON
from tests.security.routes import routes
from webapp.extensions import db
from webapp.people.invitation import Invitation
from webapp.people.models import Person

GONE = (410, "account_erased")


@pytest.fixture
def erases(app):
    """What an operator's command says about somebody; it exits with 0 when it did it."""
    run = app.test_cli_runner().invoke
    return lambda who, *more, **how: run(
        args=["erase-account", str(who), *(more or ["--yes"])], **how
    )


@pytest.fixture
def closed(bea, ada, erases):
    """Bea, who wrote something, was read, and then wanted her account closed."""
    first = check_in("Kingfisher")
    bea.syncs(first)
    bea.posts(f"/devices/{bea.device}/key")
    ada.opens(f"/practice/clients/{bea.id}")
    ada.sends(f"/practice/clients/{bea.id}/read/{first['record']}")
    assert erases(bea.id).exit_code == 0
    return bea


def kept_of(app, person):
    """The tables that still name somebody, each with its rows."""
    tables = dump.rows(app).items()
    named = {name: [row for row in rows if str(UUID(person.id)) in row] for name, rows in tables}
    return {name: rows for name, rows in named.items() if rows}


def test_what_is_left_names_nobody(app, closed):
    kept = kept_of(app, closed)
    assert set(kept) == {"person", "erased_login", "reading"}
    with app.app_context():
        person = db.session.get(Person, UUID(closed.id))
        left = (person.name, person.therapist_id, person.usual_setting, person.recovery_hash)
    assert left == (None,) * 4


def test_her_journal_and_every_word_in_it_are_gone(app, closed):
    rows = dump.rows(app)
    assert not rows["entry"] + rows["check_in"]
    assert closed.journal not in repr(rows["journal"])


def test_no_byte_of_what_was_kept_is_left_in_the_database(app, bea, erases):
    bea.syncs(check_in())
    with app.app_context():
        sealed = db.session.scalar(db.text("SELECT body_sealed FROM entry"))
        handle = db.session.get(Person, UUID(bea.id)).handle
    erases(bea.id)
    assert not [part for part in (bytes(sealed), handle) if part in dump.everything(app)]


def test_her_logins_are_told_wherever_they_ask_for_something_of_hers(app, closed):
    asked = [
        (path, closed.asks(method, path, json={}))
        for method, path, view in routes(app)
        if view.who_may_call in ("signed_in", "client_self")
    ]
    assert len(asked) >= 6
    assert {(a.status_code, a.get_json()["code"]) for _, a in asked} == {GONE}


def test_her_phone_is_told_at_its_next_sync(closed):
    told = closed.is_refused(*GONE, "/sync", closed.sync(check_in()))
    assert told["detail"] == "This account has been closed, and its words are gone."


@pytest.mark.parametrize("days", [31, 91, 365])
def test_fault_35_a_phone_that_was_away_for_long_is_told_too(closed, after, days):
    after(days=days)
    closed.is_refused(*GONE, "/sync", closed.sync(check_in()))


def test_a_browser_she_had_signed_out_or_that_was_copied_is_told_too(app, bea, erases):
    copy = bea.copied()
    bea.signs_out()
    erases(bea.id)
    copy.is_refused(*GONE, "/sync", copy.sync())


def test_a_phone_that_never_got_its_newest_cookie_is_told_too(app, bea, erases):
    """The answer to a step-up was lost; until she is erased it is as if nobody was signed in."""
    before = bea.copied()
    bea.steps_up("export")
    before.is_refused(401, "not_signed_in", "/sync", before.sync())
    erases(bea.id)
    before.is_refused(*GONE, "/sync", before.sync())


def test_for_what_is_open_to_anyone_she_is_nobody(closed):
    assert closed.gets("/me") == {"signed_in": False, "person": None, "journal": None}
    assert closed.asks("GET", "/practice", headers=A_PERSON).location.startswith("/sign-in")
    closed.signs_out()
    assert closed.cookie("login") is None


def test_her_passkey_opens_nothing_any_more(closed):
    closed.is_refused(401, "passkey_unknown", "/passkeys/login", closed.shown())


def test_an_invitation_that_was_not_used_yet_is_gone(app, cast, nobody, erases):
    with app.app_context():
        ben = Invitation.with_secret(cast["Ben"]).person_id
    assert erases(ben).exit_code == 0
    nobody.is_refused(410, "invitation_gone", "/invitations/look", {"invitation": cast["Ben"]})


def test_ada_finds_nobody_there(ada, closed, ben):
    assert "Bea" not in ada.opens("/practice").get_text()
    ada.opens(f"/practice/clients/{closed.id}", 404)
    assert "Ben" in ada.opens("/practice").get_text()


def test_nobody_else_loses_anything(app, ben, bea, erases):
    ben.syncs(check_in())
    before = kept_of(app, ben)
    erases(bea.id)
    assert kept_of(app, ben) == before and len(ben.feed()) == 1


def test_the_same_browser_can_sign_in_as_somebody_else(app, closed, ben):
    closed.passkey = ben.passkey
    assert closed.signs_in().gets("/me")["person"]["name"] == "Ben"


def test_a_therapist_who_has_clients_is_not_erased(app, ada, ben, erases):
    before = dump.rows(app)
    told = erases(ada.id)
    assert told.exit_code == 1 and "has clients" in told.output
    assert dump.rows(app) == before


def test_a_therapist_without_clients_goes_like_anybody(app, olga, erases):
    assert erases(olga.id).exit_code == 0
    olga.is_refused(*GONE, f"/devices/{olga.device}/key")
    assert set(kept_of(app, olga)) == {"person", "erased_login"}


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_nothing_happens_without_a_yes(app, bea, erases, answer):
    before = dump.rows(app)
    run = app.test_cli_runner().invoke
    told = run(args=["erase-account", bea.id], input=answer)
    assert told.exit_code == 1 and "Erase Bea" in told.output
    assert dump.rows(app) == before


def test_nobody_can_be_erased_twice_and_nobody_who_is_not_there(closed, erases):
    for who in (closed.id, uuid4(), "Bea"):
        assert erases(who).exit_code == 2


def test_phones_that_write_while_it_happens_get_an_answer_and_leave_nothing(app, bea, erases):
    tabs = [bea.copied() for _ in range(6)]
    writes = [lambda tab=tab: tab.asks("POST", "/sync", json=tab.sync(check_in())) for tab in tabs]
    *answers, told = at_once(*writes, lambda: erases(bea.id))
    assert told.exit_code == 0 and {a.status_code for a in answers} <= {200, 410}
    assert not dump.rows(app)["entry"]
