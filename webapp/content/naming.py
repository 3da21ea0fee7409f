"""What stands on a lock screen, and what a passkey is called that has no name."""

from datetime import date
from functools import cache
from typing import Literal

from webapp.content.shapes import Row, Text, read


class Note(Row):
    """What one kind of reminder says: on a lock screen, in an e-mail, the same for everybody.

    `{day}` becomes today or tomorrow, `{time}` the time of the session. `timed` is the title for
    those who chose the time as well. `page` is what a tap opens.
    """

    what: Literal["evening", "hour", "after", "changed", "test", "word"]
    title: Text
    text: Text
    page: str
    timed: str = ""


class Notes(Row):
    """Every reminder's words."""

    notes: tuple[Note, ...]


@cache
def notes() -> dict[str, Note]:
    """The words of each reminder, by what it is."""
    return {note.what: note for note in read("notes", Notes).notes}


class PasskeyMakers(Row):
    """Who keeps a passkey, by its AAGUID, and the day the list was last looked at."""

    checked: date
    makers: dict[str, Text]


@cache
def passkey_makers() -> PasskeyMakers:
    """Names for passkeys that have none."""
    return read("passkey_makers", PasskeyMakers)
