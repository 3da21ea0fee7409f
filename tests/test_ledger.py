"""The list of what was erased is read however badly it was written."""

import resource
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tests.entries import check_in
from webapp import ledger


@pytest.fixture
def here(app):
    """The ledger's file; the application is at hand."""
    with app.app_context():
        yield app.config["INSTANCE"] / ledger.NAME


@contextmanager
def room_for(size):
    """No file may become longer."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_has_no_room_is_not_taken_for_noted_and_the_next_note_is_whole(here):
    first, cut, last = uuid4(), uuid4(), uuid4()
    ledger.note("login", first)
    with pytest.raises(OSError), room_for(here.stat().st_size + 20):
        ledger.note("login", cut)
    ledger.note("login", last)
    assert ledger.read() == ([("login", first), ("login", last)], [4])


def test_what_there_is_no_room_to_note_is_refused_and_not_done(app, bea):
    bea.syncs(words := check_in())
    bea.steps_up("close_account")
    with room_for(0):
        bea.is_refused(503, "busy", "/account/close", {"account": bea.id})
    assert [change["entry"] for change in bea.feed()] == [words["entry"]]
    bea.posts("/account/close", {"account": bea.id}, 204)


@pytest.mark.parametrize(
    "line",
    [
        "login 1234-12",
        "login",
        "record {0}",
        "person {0} {0}",
        "nobody {0}",
        "login {0} 2026-11-28T09:00:00+00:00",
        "person {0} T",
        " ",
        "\0\xff",
    ],
)
def test_a_damaged_line_is_named_by_its_number_and_hides_no_other(here, line):
    there = uuid4()
    here.write_text(f"{line.format(there)}\nperson {there}\n", "latin-1")
    assert ledger.read() == ([("person", there)], [1])
