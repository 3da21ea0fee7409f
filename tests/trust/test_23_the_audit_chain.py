"""Line 23: whoever changes the list of what therapists read cannot hide it."""

from contextlib import contextmanager
from uuid import UUID

import flask_migrate
import pytest

from tests.crowd import at_once
from tests.entries import check_in
from webapp import create_app
from webapp.audit import head, log
from webapp.audit.chain import Head, NoHead
from webapp.audit.models import Reading
from webapp.extensions import db

# By way of numbers that nobody has: a database may check each row as it comes to it.
ONE_LESS = (
    "DELETE FROM reading WHERE number = 1; UPDATE reading SET number = -number; "
    "UPDATE reading SET number = -number - 1"
)
CUT = "Its end was cut off: reading 5 is missing."
BENT = {
    "edited: when": ("UPDATE reading SET at = '2026-01-01 00:00:00.000000' WHERE number = 3", 3),
    "edited: whom": ("UPDATE reading SET client_id = reader_id WHERE number = 3", 3),
    "edited: who": ("UPDATE reading SET reader_id = client_id WHERE number = 5", 5),
    "edited: what": ("UPDATE reading SET entries = '' WHERE number = 4", 4),
    "deleted: one": ("DELETE FROM reading WHERE number = 2", 2),
    "deleted: the first": ("DELETE FROM reading WHERE number = 1", 1),
    "deleted: all": ("DELETE FROM reading", 1),
    "deleted: the first, the rest numbered anew": (ONE_LESS, 1),
    "reordered": (
        "UPDATE reading SET number = 99 WHERE number = 2;"
        "UPDATE reading SET number = 2 WHERE number = 3;"
        "UPDATE reading SET number = 3 WHERE number = 99", 2,
    ),
    "cut off: the last": ("DELETE FROM reading WHERE number = 5", 5),
    "cut off: the last three": ("DELETE FROM reading WHERE number > 2", 3),
}  # fmt: skip


@pytest.fixture
def chain(app, ada, bea):
    """Five readings; gives what verify-audit says, as its exit code and its words."""
    for _ in range(5):
        bea.syncs(check_in("Kingfisher"))
        ada.opens(f"/practice/clients/{bea.id}")
    return lambda *more: says(app, *more)


def says(app, *more):
    told = app.test_cli_runner().invoke(args=["verify-audit", *more])
    return told.exit_code, told.output.strip()


def bend(app, statements):
    """What somebody does who can write to the database."""
    with app.app_context():
        for statement in statements.split(";"):
            db.session.execute(db.text(statement))
        db.session.commit()


@contextmanager
def put_back(app):
    """Everything is as it was after this block."""
    with app.app_context():
        found = db.session.execute(db.select(Reading.__table__)).mappings()
        rows = [dict(row) for row in found]
    yield
    with app.app_context():
        db.session.execute(db.delete(Reading))
        db.session.execute(db.insert(Reading), rows)
        db.session.commit()


def test_a_list_that_nobody_touched_is_whole(chain):
    code, told = chain()
    assert code == 0 and told.startswith("Whole. Readings: 5. Head: 5:")


def test_what_somebody_changed_is_named_by_its_first_place(app, chain):
    for how, (statements, place) in BENT.items():
        with put_back(app):
            bend(app, statements)
            code, told = chain()
        assert code == 1 and told.startswith("Error: Broken."), how
        assert f"eading {place} is" in told, how
    assert chain()[0] == 0


def test_an_end_that_was_cut_stays_cut_however_the_list_goes_on(app, chain, ada, bea):
    bend(app, "DELETE FROM reading WHERE number > 3")
    for _ in range(4):
        bea.syncs(check_in("Heron"))
        ada.opens(f"/practice/clients/{bea.id}")
    code, told = chain()
    assert code == 1 and "Reading 5 is not the one that was noted elsewhere." in told


def test_a_head_that_was_noted_down_tells_of_a_cut_too(app, chain):
    noted = chain()[1].split()[-1]
    bend(app, "DELETE FROM reading WHERE number = 5")
    with app.app_context():
        head.path().unlink()
    assert "Nothing says where the list of readings should end" in chain()[1]
    assert chain("--head", noted) == (1, f"Error: Broken. {CUT}")


def test_a_file_that_is_behind_is_no_break_and_one_that_is_damaged_is_told(app, chain):
    with app.app_context():
        head.keep(Head())
        assert chain()[0] == 0
        head.path().write_text("4:nothing")
    assert chain() == (1, "Error: The head that was kept is damaged, or none.")
    with pytest.raises(NoHead):
        Head.read("many")


def test_a_file_that_is_empty_is_none_and_the_list_goes_on_from_it(app, chain, ada, bea):
    with app.app_context():
        head.path().write_text("")
    assert "Nothing says where the list of readings should end" in chain()[1]
    bea.syncs(check_in("Heron"))
    ada.opens(f"/practice/clients/{bea.id}")
    assert chain()[1].startswith("Whole. Readings: 6.")


def test_whoever_dies_while_they_write_the_head_leaves_the_one_before(
    app, chain, ada, bea, monkeypatch
):
    def dies(file):
        raise OSError

    before = (app.config["INSTANCE"] / head.NAME).read_text()
    monkeypatch.setattr(head.os, "fsync", dies)
    bea.syncs(check_in("Heron"))
    ada.opens(f"/practice/clients/{bea.id}")
    assert (app.config["INSTANCE"] / head.NAME).read_text() == before
    assert chain()[1].startswith("Whole. Readings: 6.")


@pytest.mark.parametrize("found", ["no database", "an older one"])
def test_where_there_is_no_list_yet_a_sentence_says_so(tmp_path, found):
    older = create_app({"INSTANCE": str(tmp_path / "here")})
    if found == "an older one":
        with older.app_context():
            flask_migrate.upgrade(revision="0001")
            db.engine.dispose()
    code, told = says(older)
    assert code == 1 and told.startswith("Error: There is no list of readings here")


def test_eight_who_write_at_once_make_one_chain(app, chain, bea):
    client, reader = UUID(bea.id), UUID(int=7)

    def reads(number):
        with app.app_context():
            for page in range(5):
                log._note(reader, client, {f"{number:016x}{page:016x}"})

    at_once(*[lambda number=number: reads(number) for number in range(8)])
    code, told = chain()
    assert code == 0 and "Readings: 45." in told


def test_of_a_closed_account_the_list_stays_whole(app, chain, bea):
    app.test_cli_runner().invoke(args=["erase-account", bea.id, "--yes"])
    assert chain()[0] == 0
