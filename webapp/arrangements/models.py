"""Arrangements as a kind of the journal, one matter for each setting."""

from typing import NamedTuple

from webapp.arrangements.schema import ArrangementBody
from webapp.journal.kinds import register

register("arrangement", {1: ArrangementBody}, {"client", "therapist"}, for_both=True)


def of_setting(matters, setting):
    """The matter of one setting among some Matters (goals/agreements.py), or None."""
    found = (matter for matter in matters if matter.kind == "arrangement")
    return next((matter for matter in found if matter.newest.said.setting == setting), None)


class CardLine(NamedTuple):
    """One part of a card as it is read. `news` is "changed", "left out" or nothing."""

    label: str
    text: str
    news: str


def lines(card, fields, before=None):
    """A card, line by line; of one that would take the place of `before`, only what is another."""
    was = fields if before is None else before
    labels = {part.key: part.label for part in card.parts}
    others = [name for name in (*fields, *was) if name not in labels]
    labels |= {name: name.replace("_", " ") for name in others}
    told = [_line(label, fields.get(name), was.get(name)) for name, label in labels.items()]
    return [line for line in told if (line.text if before is None else line.news)]


def _line(label, text, earlier):
    news = "" if (text or "") == (earlier or "") else "changed" if text else "left out"
    return CardLine(label, text or earlier, news)
