"""The stool and the path of what a client shares: what they are drawn from, and the same in words.

The browser draws them (static/js/elements/stool-and-path.js), as on the client's phone; without
scripts there are the words and the table.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from webapp.alliance import Step

PAUSE = timedelta(days=29)
TENTH = Decimal("0.1")


def tenth(value):
    """A figure as it stands on the client's own phone (static/js/development.js), where 6.25 is
    6.3. Python's own way would make it 6.2."""
    return str(Decimal(value).quantize(TENTH, ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Stone:
    """One shared check-in, as it is drawn and told. `back_on` is the day on which its strain was
    put right by itself, `from_on` the day of the dip that it put right."""

    on: date
    setting: str
    step: Step
    pause: bool
    is_open: bool
    mended: bool
    back_on: date | None
    from_on: date | None

    @property
    def stands_out(self):
        """Whether there is something to tell of it."""
        return bool(self.step.dip) or self.step.put_right

    @property
    def drawn(self):
        """What the pictures show of it."""
        return {
            "setting": self.setting, "pause": self.pause, "score": self.step.score,
            "legs": self.step.legs, "short": self.step.short, "dip": self.step.dip,
            "put_right": self.step.put_right,
        }  # fmt: skip


def stones(check_ins, development):
    """Each shared check-in, the oldest first, with what became of it."""
    days = [each.happened_on for each in check_ins]
    return [
        Stone(day, check_ins[at].said.setting, development.steps[at],
                at > 0 and day - days[at - 1] > PAUSE, **_story(development, at, days))
        for at, day in enumerate(days)
    ]  # fmt: skip


def _story(development, at, days):
    step = development.steps[at]
    strain = None if step.strain is None else development.strains[step.strain]
    ended = strain and strain.ended
    said = development.check_ins[at].mended_at is not None
    return {
        "is_open": development.is_open(at),
        "mended": bool(step.dip) and (said or ended == "mended"),
        "back_on": days[strain.closed] if ended == "put_right" else None,
        "from_on": _from(development, at, days) if step.put_right else None,
    }


def _from(development, at, days):
    return next(days[each.dips[0]] for each in development.strains
                if each.ended == "put_right" and each.closed == at)  # fmt: skip


def of_stool(newest, legs, name):
    """The sentences of the stool: of each leg that is short at the newest alliance.Step, and of
    each that is open. `legs` are content's."""
    short = [leg.short.of(name) for leg in legs if leg.key in newest.short]
    unanswered = [leg.open for leg in legs if newest.legs[leg.key] is None]
    return [*short, *unanswered] or ["All three legs stand."]
