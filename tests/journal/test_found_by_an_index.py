"""However long a journal is, what is asked of it at each push is found, and not looked for."""

from uuid import UUID, uuid4

import pytest

from tests.entries import check_in
from webapp.checkins.models import READ, CheckIn
from webapp.extensions import db, now
from webapp.journal import revisions
from webapp.people.models import Person
from webapp.rows import run

MANY = 150
ASKED = {
    "what is known": lambda journal, record, _: revisions.concerning(journal, [uuid4()], [record]),
    "what is new": lambda journal, *_: revisions.rows_after(journal, MANY - 1, 20),
    "which was read": lambda journal, record, _: run(READ, now(), journal, journal, record),
    "one check-in": lambda _, record, person: CheckIn.readable_one(person, record),
}


@pytest.fixture
def long(app, bea):
    """A long journal: its id, its newest record, and whose it is."""
    sent = [check_in() for _ in range(MANY)]
    for start in range(0, MANY, 50):
        bea.syncs(*sent[start : start + 50])
    with app.app_context():
        yield UUID(bea.journal), UUID(sent[-1]["record"]), db.session.get(Person, UUID(bea.id))


def steps(ask):
    """How many steps SQLite's own machine takes for a question: some three for each row."""
    connection, taken = db.session.connection().connection.driver_connection, []
    connection.set_progress_handler(lambda: taken.append(1), 1)
    ask()
    connection.set_progress_handler(None, 1)
    return len(taken)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_no_question_goes_through_a_whole_journal(long):
    taken = {what: steps(lambda ask=ask: ask(*long)) for what, ask in ASKED.items()}
    assert {what for what, number in taken.items() if number < MANY} == set(ASKED), taken


def test_however_many_records_are_asked_for_those_that_are_there_are_found(long):
    journal, record, _ = long
    many = [*(uuid4() for _ in range(70_000)), record]  # PostgreSQL takes 65,535 values at once
    assert [len(known) for known in revisions.of_records(journal, many).values() if known] == [1]
