"""Nothing that the content has to hold has gone missing: the table is covered.toml."""

import tomllib
from pathlib import Path

import pytest

from webapp import content

POINTS = tomllib.loads(Path(__file__).with_name("covered.toml").read_text("utf-8"))["points"]
LEARN = content.learn().pieces
TIPS = content.tips()


def words_of_piece(piece):
    """All that stands in a piece."""
    parts = [" ".join((part.heading, *part.text, *part.points, *part.phrases))
             for part in piece.parts]  # fmt: skip
    return " ".join((piece.title, *parts))


TOLD = {tip.id: f"{tip.title} {tip.text} {tip.why}" for tip in TIPS} | {
    piece.id: words_of_piece(piece) for piece in LEARN
}


def says(name, words):
    """Whether there is a tip or piece of this name, and one of these words in it."""
    return any(word.lower() in TOLD.get(name, "").lower() for word in words)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point["point"])
def test_a_client_can_read_about(point):
    assert point["where"]
    assert [name for name in point["where"] if not says(name, point["says"])] == []


def test_a_name_means_either_a_tip_or_a_piece():
    assert len(TOLD) == len(TIPS) + len(LEARN)


def test_every_piece_is_there_for_a_point():
    assert {piece.id for piece in LEARN} <= {name for point in POINTS for name in point["where"]}
