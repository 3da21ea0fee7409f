"""What there is to read at any time: short pieces, and whom to call."""

from datetime import date
from functools import cache
from typing import Literal

from webapp.content.shapes import Id, Row, Text, Where, read


class Part(Row):
    """One step of a piece: sentences, then a list, then things one could say."""

    heading: str = ""
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    phrases: tuple[Text, ...] = ()


class Piece(Row):
    """Something short to read; `gist` stands under its title in the list.

    `see` are the ids of pieces that fit. `picture` is one of templates/pictures/.
    """

    id: Id
    setting: Where
    title: Text
    gist: Text
    parts: tuple[Part, ...]
    sources: tuple[Text, ...]
    checked: date
    picture: Literal["stool"] | None = None
    see: tuple[Id, ...] = ()


class Shelf(Row):
    """Pieces that belong together, in the order in which they are best read."""

    title: Text
    pieces: tuple[Piece, ...]


class Learn(Row):
    """All there is to read."""

    shelves: tuple[Shelf, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece, in order."""
        return tuple(piece for shelf in self.shelves for piece in shelf.pieces)


@cache
def learn() -> Learn:
    """What there is to read."""
    return read("learn", Learn)


class CrisisLine(Row):
    """Somebody to call (`tel`) or to text (`sms`): digits as dialled, and `shown` for people."""

    id: Id
    who: Text
    where: Text
    when: Text
    shown: Text
    source: Text
    tel: str = ""
    sms: str = ""
    say: str = ""


class Crisis(Row):
    """The help-now list, in the order it is shown, and the day it was last checked."""

    checked: date
    lines: tuple[CrisisLine, ...]


@cache
def crisis() -> Crisis:
    """The help-now list."""
    return read("crisis", Crisis)
