"""A sealed file opens whole, for one key, or not at all."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.backup.sealed_file import PIECE, Reader, Unreadable, Writer, new_key

PRIVATE, PUBLIC = new_key()


def sealed(words, at_once=10_000):
    """These bytes, sealed as they come."""
    file = io.BytesIO()
    with Writer(file, PUBLIC) as writer:
        for start in range(0, len(words), at_once):
            writer.write(words[start : start + at_once])
    return file.getvalue()


def opened(raw, key=PRIVATE):
    return Reader(io.BytesIO(raw), key).readall()


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_it_comes_back_as_it_went_in(length):
    words = bytes(number % 251 for number in range(length))
    assert opened(sealed(words)) == words


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 2 * PIECE), bit=st.integers(0, 7))
def test_one_turned_bit_is_noticed(at, bit):
    raw = bytearray(sealed(bytes(2 * PIECE)))
    raw[at] ^= 1 << bit
    with pytest.raises(Unreadable):
        opened(bytes(raw))


@pytest.mark.parametrize("left", [0, 7, 8, 39, 40, 60, 40 + PIECE + 16, 40 + 2 * (PIECE + 16)])
def test_a_cut_is_noticed_also_between_two_pieces(left):
    raw = sealed(bytes(3 * PIECE))
    with pytest.raises(Unreadable):
        opened(raw[:left])


def test_pieces_cannot_change_places():
    raw = sealed(bytes(PIECE) + b"x" * PIECE + b"end")
    head, one, two, rest = raw[:40], raw[40:65592], raw[65592:131144], raw[131144:]
    with pytest.raises(Unreadable):
        opened(head + two + one + rest)


@pytest.mark.parametrize("key", ["", "A" * 42, "ä" * 43, "B" * 43])
def test_no_other_key_opens_it(key):
    with pytest.raises(Unreadable):
        opened(sealed(b"words"), key)
