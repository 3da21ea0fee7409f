"""`flask alliance`: the rule of the alliance for scripts, JSON in and JSON out."""

import json
from typing import Annotated

import click
import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from webapp import content
from webapp.alliance import develop
from webapp.checkins.schema import Key, Rating
from webapp.scores import Said

FARTHEST = 1_000_000
Number = Annotated[float, Meta(ge=-FARTHEST, le=FARTHEST)]


class Given(Struct, forbid_unknown_fields=True):
    """One check-in as a script gives it."""

    ratings: dict[Key, Rating] | UnsetType = UNSET
    score: Number | UnsetType = UNSET
    felt_off: bool = False

    def __post_init__(self):
        if (self.ratings is UNSET) == (self.score is UNSET):
            raise ValueError("Each check-in needs either `ratings` or a `score`")

    @property
    def said(self):
        """The same for the rule."""
        if self.score is UNSET:
            return Said(self.ratings, self.felt_off)
        return Said(felt_off=self.felt_off, score=self.score)


@click.command()
@click.option("--range", "reach", type=float, default=10, show_default=True,
              help="From the lowest alliance there can be to the highest.")  # fmt: skip
@click.argument("check_ins", type=click.File("rb"), default="-")
def alliance(check_ins, reach):
    """Read CHECK_INS, a JSON list from standard input, and print what the rule finds in each."""
    if not 0 < reach <= FARTHEST:
        raise click.ClickException(f"--range is a number above 0, {FARTHEST:,} at most.")
    given = _read(check_ins.read())
    steps = develop([each.said for each in given], reach).steps
    found = [_told(each, step) for each, step in zip(given, steps, strict=True)]
    click.echo(json.dumps(found, indent=1, ensure_ascii=False))


def _read(raw):
    try:
        return msgspec.json.decode(raw, type=list[Given])
    except RecursionError as deep:
        raise click.ClickException("This is nested too deeply.") from deep
    except ValueError as wrong:
        raise click.ClickException(f"This does not fit: {wrong}.") from wrong


def _told(given, step):
    return {
        "score": step.score,
        "legs": step.legs if given.score is UNSET else None,
        "limit": step.limit,
        "dip": step.dip,
        "put_right": step.put_right,
        "reason": content.reasons().to_client(step.why) if step.why else None,
    }
