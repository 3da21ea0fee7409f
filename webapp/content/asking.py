"""What the check-in says, and how the reason of a dip is told."""

from datetime import date
from functools import cache

from webapp.content.shapes import Row, Setting, Text, read


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


class SettingNames(Row):
    """What a setting is called on its own (`label`) and inside a sentence (`sentence`)."""

    key: Setting
    label: Text
    sentence: Text


class CheckInContent(Row):
    """Everything the check-in says, in order."""

    label: Text
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    settings: tuple[SettingNames, ...]

    def setting(self, key: str) -> SettingNames:
        """One setting by its key."""
        return next(setting for setting in self.settings if setting.key == key)


@cache
def check_in() -> CheckInContent:
    """The statements, answers and settings of the check-in."""
    return read("check_in", CheckInContent)


class Voices(Row):
    """One text in two voices: to the client, and to the therapist about them."""

    you: Text
    they: Text

    def of(self, name: str) -> str:
        """What is said of the client called so."""
        return _about(name, self.they)


class Wording(Voices):
    """One of several such texts."""

    key: str


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
        return _about(
            name, sentences[why.sentence], about=about, About=about[0].upper() + about[1:],
            answer=answer,
        )  # fmt: skip


def _about(name, sentence, **more):
    """A sentence of ours about somebody: markup where the name is, which a page has isolated."""
    return type(name)(sentence).format(name=name, **more)


@cache
def reasons() -> Reasons:
    """How the reason of a dip is told."""
    return read("reasons", Reasons)
