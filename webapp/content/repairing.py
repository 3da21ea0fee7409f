"""Words for what felt off, what helps to put it right, and questions to oneself."""

from datetime import date
from functools import cache

from webapp.content.shapes import Id, Row, Text, read


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


@cache
def phrases() -> Phrases:
    """Help to say that something felt off."""
    return read("phrases", Phrases)


class RepairStep(Row):
    """What comes together when a strain is put right."""

    title: Text
    prompts: tuple[Phrase, ...]


class Repair(Row):
    """What may help a therapist, in the order in which it is best done."""

    checked: date
    sources: tuple[Text, ...]
    steps: tuple[RepairStep, ...]


@cache
def repair() -> Repair:
    """What may help a therapist to put a strain right."""
    return read("repair", Repair)


class OpenQuestion(Row):
    """A question to oneself; its answer is kept under `key`."""

    key: Id
    text: Text


class Reflection(Row):
    """The questions of a reflection, in order."""

    source: Text
    checked: date
    questions: tuple[OpenQuestion, ...]


@cache
def reflection() -> Reflection:
    """The questions to oneself."""
    return read("reflection", Reflection)
