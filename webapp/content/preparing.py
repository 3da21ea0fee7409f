"""What helps before a session: tips, and what is worth agreeing about meeting."""

from datetime import date
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from webapp.content.shapes import Id, Row, Setting, Text, Where, read

Topic = Literal[
    "access", "attention", "body", "bring_up", "choice", "comfort", "connection", "cues",
    "emergency", "feedback", "feelings", "goals", "pace", "people", "place", "privacy", "sound",
    "start", "tasks", "time", "weather",
]  # fmt: skip


class Tip(Row):
    """One piece of preparation, for one setting or for "every" one.

    `helps` are keys of the check-in's questions. `first` is only before a first session.
    """

    id: Id
    setting: Where
    topic: Topic
    title: Text
    text: Text
    why: Text
    source: Text
    checked: date
    helps: tuple[str, ...] = ()
    first: bool = False


class Tips(Row):
    """Every tip, in the order of the file."""

    tips: tuple[Tip, ...]


@cache
def tips() -> tuple[Tip, ...]:
    """Every tip, in the order of the file."""
    return read("tips", Tips).tips


class CardPart(Row):
    """One thing to agree about how two people meet; what is said of it is kept under `key`.

    An `old` one is not asked any more. What was said of it is still read.
    """

    key: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    label: Text
    hint: Text
    example: Text
    source: Text
    old: bool = False


class Card(Row):
    """What to agree for one setting, in the order in which it stands on the card."""

    key: Setting
    title: Text
    parts: tuple[CardPart, ...]


class Arrangements(Row):
    """What is worth agreeing about meeting, by setting."""

    checked: date
    settings: tuple[Card, ...]

    def card(self, setting: str) -> Card | None:
        """The card of one setting, if there is such a setting."""
        return next((card for card in self.settings if card.key == setting), None)


@cache
def arrangements() -> Arrangements:
    """What is worth agreeing about meeting."""
    return read("arrangements", Arrangements)
