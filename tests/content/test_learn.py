"""What clients can read at any time: short, plain, kind, and with figures that hold."""

import re
from datetime import date

import pytest

from tests.content import plain_words
from tests.content.reading_age import words
from webapp import content

LEARN = content.learn()
PIECES = LEARN.pieces
IDS = [piece.id for piece in PIECES]
one_by_one = pytest.mark.parametrize("piece", PIECES, ids=IDS)

# Every figure that is told, and the study it comes from.
FIGURES = {
    "31": "Oldham and others, 2012",
    "94": "Flückiger and others, 2012",
    "58": "de Jong and others, 2021",
    "11 studies with 1,314": "Eubanks and others, 2018",
    "nearly half": "McLaughlin and others, 2014",
    "295": "Flückiger and others, 2018",
    "30,000": "Flückiger and others, 2018",
    "11 studies with 1,301": "Sharf and others, 2010",
    "one person in five": "Swift and Greenberg, 2012",
    "18 therapists": "Revell and McLeod, 2016",
    "five clients": "Newman and Gabriel, 2023",
    "18 papers": "A review of 18 publications",
    "four trials": "Norwood and others, 2018",
    "23": "Flückiger and others, 2018",
}


def running(piece):
    """The sentences of a piece."""
    return " ".join(" ".join((*part.text, *part.points, *part.phrases)) for part in piece.parts)


def everything(piece):
    """All words of a piece that a client reads, but for its sources."""
    headings = [f"{part.heading}." for part in piece.parts if part.heading]
    return " ".join((f"{piece.title}. {piece.gist}.", *headings, running(piece)))


def test_a_link_to_a_piece_always_leads_to_one():
    assert len(set(IDS)) == len(IDS)
    assert all(set(piece.see) <= set(IDS) - {piece.id} for piece in PIECES)


def test_there_is_a_piece_for_each_setting():
    assert {piece.setting for piece in PIECES} == {"online", "in_person", "walk_and_talk", "every"}


@one_by_one
def test_a_piece_is_read_in_two_minutes(piece):
    assert 80 <= len(words(running(piece))) <= 260


@one_by_one
def test_a_piece_says_where_it_comes_from_and_when_that_was_looked_at(piece):
    assert piece.sources and type(piece.checked) is date


@one_by_one
def test_a_piece_is_plain_and_kind(piece):
    assert plain_words.slips(everything(piece)) == []


@one_by_one
def test_an_eleven_year_old_could_read_a_piece(piece):
    assert plain_words.grade(running(piece)) <= plain_words.TOGETHER


@one_by_one
def test_each_part_says_something(piece):
    assert all(part.text or part.points or part.phrases for part in piece.parts)


@pytest.mark.parametrize(("word", "where"), [("rupture", "felt-off"), ("alliance", "alliance")])
def test_a_word_of_the_trade_is_told_once_where_it_is_explained(word, where):
    assert [piece.id for piece in PIECES if word in everything(piece).lower()] == [where]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_stands_beside_its_study(figure):
    told = [piece for piece in PIECES if re.search(rf"\b{figure}\b", running(piece))]
    assert told
    assert all(FIGURES[figure] in " ".join(piece.sources) for piece in told)


@one_by_one
def test_no_figure_is_told_without_a_study(piece):
    rest = re.sub(rf"\b({'|'.join(FIGURES)})\b", "", running(piece))
    assert not re.search(r"\d", rest)


def test_a_client_is_told_what_nobody_knows():
    told = " ".join(map(running, PIECES))
    for honest in ("has not been tested", "a link and not a promise", "The link is modest",
                   "makes a small difference", "The studies are small"):  # fmt: skip
        assert honest in told
