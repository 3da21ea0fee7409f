"""What stands around the tips: why some come first, and ways in for whoever is stuck."""

from datetime import date
from functools import cache
from typing import Literal

from webapp import content
from webapp.content import Row, Text

Key = Literal["safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit"]


class Because(Row):
    """Why the tips that help with one question come first; in one setting, if it names one."""

    key: Key
    words: Text
    setting: Literal["online", "in_person", "walk_and_talk", ""] = ""


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
