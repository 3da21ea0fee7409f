"""What story.toml may say: who the invented people are, and their year."""

from datetime import time
from pathlib import Path

import msgspec

from webapp.checkins.schema import Key, Rating
from webapp.content.shapes import Setting
from webapp.demo.together import Together
from webapp.people.schema import AboutPractice
from webapp.repairs.schema import Route, State


class Talk(msgspec.Struct, forbid_unknown_fields=True):
    """A talking point about the check-in of that week; without words, what became of the last."""

    words: str = ""
    route: Route = "say"
    state: State = "open"
    shared: bool = True


class Week(msgspec.Struct, forbid_unknown_fields=True):
    """One line of story.toml, where each field is explained."""

    ago: int
    level: float
    low: dict[Key, Rating] = {}
    setting: Setting | None = None
    words: str = ""
    felt_off: bool = False
    shared: bool = True
    read: bool = True
    talk: Talk | None = None


class Place(msgspec.Struct, forbid_unknown_fields=True):
    """Where Ada and a client meet in one setting."""

    place: str = ""
    link: str = ""


class Client(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody who is in therapy with Ada, and their year."""

    name: str
    usual_setting: Setting
    starts_at: time
    places: dict[Setting, Place]
    check_ins: list[Week]


class Story(msgspec.Struct, forbid_unknown_fields=True):
    """The whole of story.toml."""

    practice: str
    therapist: str
    tells: AboutPractice
    clients: list[Client]
    together: list[Together]


def read_story() -> Story:
    """All of it, as a Story."""
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=Story)
