"""What a client is told of their data."""

from datetime import date
from functools import cache

from webapp.content.preparing import arrangements, tips
from webapp.content.repairing import reflection
from webapp.content.shapes import Row, Text, read


class NoticePart(Row):
    """A few sentences under a heading. `{name}` stands for what the code knows."""

    title: Text
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()


class PrivacyNotice(Row):
    """All of it, and what a client calls each kind of entry that they write."""

    checked: date
    kinds: dict[str, Text]
    parts: tuple[NoticePart, ...]


@cache
def notice() -> PrivacyNotice:
    """What a client is told of their data."""
    return read("notice", PrivacyNotice)


def in_full():
    """What names the parts of what clients say, where they take it away: cards, questions, tips."""
    return {"cards": arrangements().settings, "reflection": reflection(), "tips": tips()}
