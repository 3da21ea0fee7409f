"""A stolen database reads as noise, and words that were moved do not open."""

from uuid import UUID

import pytest
from sqlalchemy import text

from tests import dump
from tests.authenticator import Passkey
from tests.entries import changed, check_in
from tests.pages import Visitor
from webapp.extensions import db
from webapp.journal import revisions
from webapp.journal.models import Entry
from webapp.people.models import Person
from webapp.people.practice import Practice
from webapp.security.sealing import UNREADABLE, Sealer, Unsealable

SENTINEL = "Kingfisher"


@pytest.fixture
def everywhere(app, bea):
    """Bea's installation, with the same word in everything that is kept of her."""
    first = check_in(f"private {SENTINEL}", shared=False)
    bea.syncs(first, changed(first, f"shared {SENTINEL}"), check_in(SENTINEL, kind=SENTINEL))
    with app.app_context():
        Practice.called(f"{SENTINEL} Practice")
        ada = db.session.scalar(db.select(Person).where(Person.role == "therapist"))
        secret = ada.invite_client(f"{SENTINEL} the client", "online")[1]
        db.session.commit()
    labelled(app, secret)
    return app


def labelled(app, secret):
    """Somebody who comes in with a passkey that has a name."""
    person, by = Visitor(app, Passkey()), {"invitation": secret}
    created = person.passkey.creates(person.posts("/passkeys/registration/options", by))
    person.registers(created, label=f"{SENTINEL} phone", **by)


def test_no_word_and_no_name_is_in_any_byte_of_the_database(everywhere):
    kept = dump.everything(everywhere)
    assert SENTINEL.encode() not in kept and b"Bea" not in kept
    assert b"walk_and_talk" in kept  # this is the right place to look: it holds her setting


def test_the_digest_of_what_was_written_is_in_no_byte_either(app, bea):
    words = check_in("yes")
    bea.syncs(words)
    kept = dump.everything(app)
    assert words["sha256"].encode() not in kept
    assert bytes.fromhex(words["sha256"]) not in kept


def test_the_same_words_twice_look_different(app, bea):
    bea.syncs(check_in("yes"), check_in("yes"))
    with app.app_context():
        sealed = db.session.scalars(db.select(Entry.body_sealed)).all()
    assert len(set(sealed)) == 2


MOVES = {
    "to another entry": "SELECT body_sealed FROM entry WHERE seq = 2",
    "from a name": "SELECT name_sealed FROM practice",
}


def first_of(person):
    """The first revision in somebody's journal, read anew."""
    return revisions.stored(revisions.rows_after(UUID(person.journal), 0, 1)[0])


@pytest.mark.parametrize("move", MOVES)
def test_words_that_were_moved_do_not_open(app, bea, move):
    bea.syncs(check_in("mine"), check_in("yours"))
    with app.app_context():
        db.session.execute(text(f"UPDATE entry SET body_sealed = ({MOVES[move]}) WHERE seq = 1"))
        assert first_of(bea).body is None


def test_words_moved_to_another_journal_do_not_open(app, bea, ben):
    words = check_in("mine")
    bea.syncs(words)
    ben.syncs(check_in("his", entry=words["entry"]))
    with app.app_context():
        his = first_of(ben)
        his.sealed = first_of(bea).sealed
        assert his.body is None


def test_a_name_moved_to_another_person_does_not_open(app, cast):
    with app.app_context():
        one, other = db.session.scalars(db.select(Person).limit(2)).all()
        one.name_sealed = other.name_sealed
        assert one.name == UNREADABLE


PLACE = ("table", "column", "row")


@pytest.mark.parametrize("at", [0, 1, 2, 14, -1])
def test_sealed_words_that_were_damaged_do_not_open(at):
    sealed = bytearray(Sealer({1: b"k" * 32}).seal(b"words", *PLACE))
    sealed[at] ^= 1
    with pytest.raises(Unsealable):
        Sealer({1: b"k" * 32}).open(bytes(sealed), *PLACE)


@pytest.mark.parametrize("length", [0, 1, 2, 13, 14, 29])
def test_sealed_words_that_were_cut_short_do_not_open(length):
    sealed = Sealer({1: b"k" * 32}).seal(b"words", *PLACE)
    with pytest.raises(Unsealable):
        Sealer({1: b"k" * 32}).open(sealed[:length], *PLACE)


def test_a_new_key_seals_and_an_old_one_still_opens():
    old = Sealer({1: b"k" * 32}).seal(b"words", *PLACE)
    both = Sealer({1: b"k" * 32, 2: b"n" * 32})
    assert both.open(old, *PLACE) == b"words"
    assert both.seal(b"words", *PLACE)[1] == 2


def test_two_places_are_never_mistaken_for_one_another():
    sealer = Sealer({1: b"k" * 32})
    with pytest.raises(Unsealable):
        sealer.open(sealer.seal(b"words", "a", "bc"), "ab", "c")
