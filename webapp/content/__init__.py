"""The words Footing ships with, as data files beside this one. Each is read once, and a slip of the
pen (a field that is unknown, missing, or empty) is named with its place."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

FOLDER = Path(__file__).parent
Id = Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(pattern=r"^\S")]
Where = Literal["online", "in_person", "walk_and_talk", "every"]
Topic = Literal[
    "access", "attention", "body", "bring_up", "choice", "comfort", "connection", "cues",
    "emergency", "feedback", "feelings", "goals", "pace", "people", "place", "privacy", "sound",
    "start", "tasks", "time", "weather",
]  # fmt: skip


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One table of a data file."""


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


class Question(Row):
    """One statement of the check-in, and the leg it counts for ("none": for no leg)."""

    key: str
    leg: str
    statement: str | dict[str, str]

    def worded_for(self, setting: str) -> str:
        """The statement as a client reads it after a session in `setting`."""
        return self.statement if isinstance(self.statement, str) else self.statement[setting]


class Answer(Row):
    """One of the five answers: what is stored, and the words on the row."""

    value: int
    words: Text


class Setting(Row):
    """A setting's name on its own (`label`) and inside a sentence (`sentence`)."""

    key: str
    label: Text
    sentence: Text


class CheckInContent(Row):
    """Everything the check-in says, in order."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    settings: tuple[Setting, ...]

    def setting(self, key: str) -> Setting:
        """One setting by its key."""
        return next(setting for setting in self.settings if setting.key == key)


class Wording(Row):
    """One text in two voices: to the client, and to the therapist about them."""

    key: str
    you: Text
    they: Text


class Voices(Row):
    """One text in two voices."""

    you: Text
    they: Text


class Leg(Row):
    """What is said of one leg of the stool."""

    key: str
    name: Text
    short: Voices
    open: Text
    say: Text


class Reasons(Row):
    """How the reason of a dip is told, and the day the words were last looked at."""

    checked: date
    sentences: tuple[Wording, ...]
    questions: tuple[Wording, ...]
    legs: tuple[Leg, ...]

    def to_client(self, why) -> str:
        """The sentence for an alliance.Why, as the client reads it."""
        return self._told(why, "you")

    def to_therapist(self, why, name: str) -> str:
        """The sentence for an alliance.Why of the client called so."""
        return self._told(why, "they", name)

    def _told(self, why, voice, name=""):
        sentences, questions = (
            {each.key: getattr(each, voice) for each in wordings}
            for wordings in (self.sentences, self.questions)
        )
        about = questions[why.about or "together"]
        answer = "" if why.answer is None else check_in().answers[why.answer].words
        return sentences[why.sentence].format(
            about=about, About=about[0].upper() + about[1:], answer=answer, name=name
        )


class Phrase(Row):
    """A sentence to choose and change, or a prompt, and where the idea comes from."""

    text: Text
    source: Text


class StrainKind(Row):
    """A kind of strain, as a client would name it, and what they could say."""

    id: Id
    title: Text
    more: Text
    phrases: tuple[Phrase, ...]


class AllRight(Row):
    """Something that a client may do."""

    title: Text
    text: Text
    source: Text


class Phrases(Row):
    """Help to say that something felt off."""

    checked: date
    kinds: tuple[StrainKind, ...]
    all_right: tuple[AllRight, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where all of it comes from, each named once and without what it says of it."""
        rows = [*(phrase for kind in self.kinds for phrase in kind.phrases), *self.all_right]
        each = [part.split(":")[0] for row in rows for part in row.source.split("; ")]
        return tuple(dict.fromkeys(each))


class RepairStep(Row):
    """What comes together when a strain is put right."""

    title: Text
    prompts: tuple[Phrase, ...]


class Repair(Row):
    """What may help a therapist, in the order in which it is best done."""

    checked: date
    sources: tuple[Text, ...]
    steps: tuple[RepairStep, ...]


class OpenQuestion(Row):
    """A question to oneself; its answer is kept under `key`."""

    key: Id
    text: Text


class Reflection(Row):
    """The questions of a reflection, in order."""

    source: Text
    checked: date
    questions: tuple[OpenQuestion, ...]


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

    key: Literal["online", "in_person", "walk_and_talk"]
    title: Text
    parts: tuple[CardPart, ...]


class Arrangements(Row):
    """What is worth agreeing about meeting, by setting."""

    checked: date
    settings: tuple[Card, ...]

    def card(self, setting: str) -> Card | None:
        """The card of one setting, if there is such a setting."""
        return next((card for card in self.settings if card.key == setting), None)


class PasskeyMakers(Row):
    """Who keeps a passkey, by its AAGUID, and the day the list was last looked at."""

    checked: date
    makers: dict[str, Text]


@cache
def passkey_makers() -> PasskeyMakers:
    """Names for passkeys that have none."""
    return read("passkey_makers", PasskeyMakers)


@cache
def tips() -> tuple[Tip, ...]:
    """Every tip, in the order of the file."""
    return read("tips", Tips).tips


@cache
def learn() -> Learn:
    """What there is to read."""
    return read("learn", Learn)


@cache
def crisis() -> Crisis:
    """The help-now list."""
    return read("crisis", Crisis)


@cache
def check_in() -> CheckInContent:
    """The statements, answers and settings of the check-in."""
    return read("check_in", CheckInContent)


@cache
def reasons() -> Reasons:
    """How the reason of a dip is told."""
    return read("reasons", Reasons)


@cache
def phrases() -> Phrases:
    """Help to say that something felt off."""
    return read("phrases", Phrases)


@cache
def repair() -> Repair:
    """What may help a therapist to put a strain right."""
    return read("repair", Repair)


@cache
def reflection() -> Reflection:
    """The questions to oneself."""
    return read("reflection", Reflection)


@cache
def arrangements() -> Arrangements:
    """What is worth agreeing about meeting."""
    return read("arrangements", Arrangements)


def read(name: str, shape: type[Row], folder: Path = FOLDER):
    """The data file `name`.toml in this shape. Raises ValueError, naming file and place."""
    try:
        return msgspec.toml.decode((folder / f"{name}.toml").read_bytes(), type=shape)
    except msgspec.DecodeError as unfit:
        raise ValueError(f"{name}.toml: {unfit}") from None
