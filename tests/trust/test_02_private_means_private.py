"""Line 2: whatever a client keeps to herself, her therapist's bytes are as if it were not."""

import json
from datetime import timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.agreeing import goal
from tests.appointments.booked import WALK, book
from tests.entries import changed, check_in, deleted, entry, saying
from tests.repairs.points import deleted as point_deleted
from tests.repairs.points import followed, point
from webapp.extensions import db
from webapp.practice import summaries

NOW = "2026-11-25T19:00:00Z"
PAGES = ("", "/on-paper", "/talking-points", "/together", "/sessions", "/invitation")
HER_OWN = ("/practice", "/practice/sessions", "/practice/tips", "/me", "/my-passkeys")
FORGET = (
    "DELETE FROM talking_point", "DELETE FROM check_in", "DELETE FROM summary",
    "DELETE FROM entry WHERE kind <> 'appointment'",
    "UPDATE journal SET seq = (SELECT coalesce(max(seq), 0) FROM entry"
    " WHERE entry.journal_id = journal.id)",
)  # fmt: skip


def to_bring(session, words="my sister", shared=False):
    body = {"appointment": session, "ticked": ["every-one-thing"], "bring": words, "shared": shared}
    return entry(json.dumps(body), kind="preparation")


def private(session):
    """By name, what Bea may keep to herself: the entries of one thing, in order."""
    said, to_say = check_in(shared=False), point(route="ask", shared=False)
    answered = {"answers": {"safety": "Not always."}, "shared": False}
    return {
        "a check-in": [said],
        "a low one": [saying(shared=False, felt_off=True, ratings={"safety": 0})],
        "one of a session": [saying(shared=False, appointment=session)],
        "one that was changed": [said, changed(said, shared=False)],
        "one that was deleted": [said, deleted(said)],
        "a talking point": [to_say],
        "one that was put right": [to_say, followed(to_say, state="put_right")],
        "a talking point that was deleted": [to_say, point_deleted(to_say)],
        "something to bring": [to_bring(session)],
        "a reflection": [entry(json.dumps(answered), kind="reflection")],
    }


def shared(session):
    """By name, what Ada may read."""
    return {
        "SHARED a check-in": [saying(ratings={"safety": 3, "goals": 4})],
        "SHARED a low one": [saying(ratings={"safety": 1}, felt_off=True)],
        "SHARED a talking point": [point(route="send")],
        "SHARED a goal": [goal()],
        "SHARED something to bring": [to_bring(session, "the move", shared=True)],
    }


WHAT = st.sampled_from([*private(""), *shared("")])


def written(history, session):
    """The entries of a history: those that Ada may know of, and all of them."""
    made = [(each, {**private(session), **shared(session)}[each]) for each in history]
    known = [entry for what, entries in made if what.startswith("SHARED") for entry in entries]
    return known, [entry for _, entries in made for entry in entries]


def seen_by(ada, app, bea, entries):
    """Every byte of Ada's once Bea has sent these; of the caseload also with summaries ready."""
    with app.app_context():
        for statement in FORGET:
            db.session.execute(db.text(statement))
        db.session.commit()
    bea.syncs(*entries)
    pages = [*HER_OWN, *[f"/practice/clients/{bea.id}{page}" for page in PAGES]]
    seen = [(path, ada.asks("GET", path).data) for path in pages]
    with app.app_context():
        summaries.refresh()
    return [*seen, ada.asks("GET", "/practice").data]


@pytest.fixture
def session(app, ada, bea):
    """The id of a session that Bea has two days later."""
    return str(book(app, ada, bea, replace(WALK, starts_at=WALK.starts_at + timedelta(days=1))))


@settings(
    max_examples=8, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(history=st.lists(WHAT, max_size=8))
@example(history=list(private("")))
@example(
    history=[each for pair in zip(private(""), [*shared("")] * 2, strict=True) for each in pair]
)
def test_her_therapist_s_bytes_are_as_if_it_were_not(app, ada, bea, session, history):
    known, everything = written(history, session)
    with time_machine.travel(NOW, tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, everything) == seen_by(ada, app, bea, known)


def test_a_shared_point_about_a_private_check_in_tells_nothing_of_it(app, ada, bea):
    hidden = check_in(shared=False)
    about = point(check_in=hidden["record"])
    with time_machine.travel(NOW, tick=False):
        ada.signs_in(), bea.signs_in()
        assert seen_by(ada, app, bea, [hidden, about]) == seen_by(ada, app, bea, [about])
