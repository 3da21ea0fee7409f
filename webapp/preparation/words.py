"""What stands around the tips: why some come first, and ways in for whoever is stuck."""

from datetime import date
from functools import cache
from typing import Literal

from webapp import content
from webapp.content import Row, Text
from webapp.content.shapes import Setting

Key = Literal[Setting, "safety", "respect", "openness", "goals", "tasks", "feedback"]


class Because(Row):
    """What was not easy, in the middle of a sentence: by a question of the check-in, and for how
    the setting was, by the setting."""

    key: Key
    words: Text


class Opener(Row):
    """A beginning, to go on from in one's own words."""

    words: Text


class Words(Row):
    """The whole file."""

    checked: date
    source: Text
    because: tuple[Because, ...]
    openers: tuple[Opener, ...]


@cache
def words() -> Words:
    """The file, read once."""
    return content.read("preparation", Words)
