"""The words Footing ships with, as data files beside this one. `load` reads one as it stands;
`tips`, `crisis` and `check_in` are typed, and name a field that is unknown or missing."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Tip:
    """One piece of preparation, for one setting or for "every" one."""

    id: str
    setting: str
    about: str
    title: str
    text: str
    why: str
    source: str


@dataclass(frozen=True)
class CrisisLine:
    """Somebody to call (`tel`) or to text (`sms`): digits as dialled, and `shown` for people."""

    id: str
    who: str
    where: str
    when: str
    shown: str
    source: str
    tel: str = ""
    sms: str = ""
    say: str = ""


@dataclass(frozen=True)
class Crisis:
    """The help-now list, in the order it is shown, and the day it was last checked."""

    checked: date
    lines: tuple[CrisisLine, ...]


@dataclass(frozen=True)
class Question:
    """One statement of the check-in, and the leg it counts for ("none": for no leg)."""

    key: str
    leg: str
    statement: str | dict[str, str]

    def worded_for(self, setting: str) -> str:
        """The statement as a client reads it after a session in `setting`."""
        return self.statement if isinstance(self.statement, str) else self.statement[setting]


@dataclass(frozen=True)
class Answer:
    """One of the five answers: what is stored, and the words on the row."""

    value: int
    words: str


@dataclass(frozen=True)
class Setting:
    """A setting's name on its own (`label`) and inside a sentence (`sentence`)."""

    key: str
    label: str
    sentence: str


@dataclass(frozen=True)
class CheckInContent:
    """Everything the check-in says, in order."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    settings: tuple[Setting, ...]


@cache
def load(name: str) -> dict:
    """The data file `name`.toml, read once. Everybody gets the same dict: do not change it."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def tips() -> tuple[Tip, ...]:
    """Every tip, in the order of the file."""
    return _read("tips", lambda checked, tips: tips, tips=Tip)


def crisis() -> Crisis:
    """The help-now list."""
    return _read("crisis", Crisis, lines=CrisisLine)


def check_in() -> CheckInContent:
    """The statements, answers and settings of the check-in."""
    return _read("check_in", CheckInContent, questions=Question, answers=Answer, settings=Setting)


def _read(name: str, whole, **tables: type):
    data = dict(load(name))
    for table in tables.keys() & data.keys():
        rows = enumerate(data[table], 1)
        data[table] = tuple(_made(f"{name}.toml, {table} {n}", tables[table], r) for n, r in rows)
    return _made(f"{name}.toml", whole, data)


def _made(place: str, kind, row: dict):
    try:
        return kind(**row)
    except TypeError as unfit:  # it names the field: "unexpected keyword argument 'titel'"
        raise ValueError(f"{place}: {unfit}") from None
