"""The alliance: what check-ins say of it, which of them are dips and why, and what was put right.

Pure: nothing here knows the web or the database. `static/js/alliance.js` is the same rule on the
phone, and tests/alliance holds the two to each other. The numbers in the rule are our own, chosen
by simulation (benchmarks/alarms.py), and not validated on real clients.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from webapp.scores import MOST, Said, answers, legs, score
from webapp.strains import Strain, Strains
from webapp.usual import ABOUT_EQUAL, QUESTIONS, Legs, Ratings, Scored, Usual, most_lowered

LOW = 1  # "A little"
FALL = 0.25  # of the range
SLIDE = 3  # falls in a row
NEW_USUAL = 5  # dips in a row
SHORTER = 0.125  # of the range: a leg that far below its usual is told


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of a dip: which sentence tells it, the question it is about, and the answer."""

    sentence: str
    about: str | None = None
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One check-in, seen beside the earlier ones of the same client.

    `score` and `legs` run from 0 to the range, and are None where there are too few answers.
    `limit` is where rule 3 begins. `short` are the legs well below their usual. `strain` is the
    place in Development.strains of the one that this dip belongs to.
    """

    score: float | None
    legs: dict[str, float | None]
    limit: float | None
    dip: tuple[str, ...]
    put_right: bool
    why: Why | None
    short: tuple[str, ...]
    strain: int | None


@dataclass(frozen=True, slots=True)
class Development:
    """How it develops: a step for each check-in, and the strains in order."""

    check_ins: tuple[Said, ...]
    steps: tuple[Step, ...]
    strains: tuple[Strain, ...]

    def is_open(self, at: int) -> bool:
        """Whether the dip at this place still waits to be put right; one that lapsed does not. What
        the client said themselves waits for their word, whatever the score does."""
        step = self.steps[at]
        if not step.dip or self.check_ins[at].mended_at is not None:
            return False
        return "said_so" in step.dip or (
            step.strain is not None and self.strains[step.strain].ended is None
        )


def develop(check_ins: Iterable[Said], reach: float = 10) -> Development:
    """Follow one client's check-ins, in the order in which they first came in, unsent ones last.

    `reach` is the range of the alliance: 10 for ratings; a scale from 1 to 7 has 6.
    """
    so_far = _SoFar(reach)
    for said in check_ins:
        so_far.take(said)
    so_far.hear_word()
    return Development(tuple(so_far.all), tuple(so_far.steps), tuple(so_far.strains.all))


class _SoFar:
    """What is known before the next check-in."""

    def __init__(self, reach: float) -> None:
        self.reach, self.usual, self.strains = reach, Usual(reach), Strains(reach)
        self.all: list[Said] = []
        self.steps: list[Step] = []
        self.mended: dict[int, int] = {}
        self.last: list[tuple[float, Ratings]] = []  # with an alliance: as many as a slide needs
        self.low_in_a_row: list[Scored] = []  # those that are dips by rule 3 alone

    def take(self, said: Said) -> None:
        self.hear_word()
        now, parts = score(said, self.reach), legs(said, self.reach)
        limit = None if now is None else self.usual.limit
        dip = tuple(self._dip(said, now, limit))
        is_back, strain = (False, None) if now is None else self._strain(now, dip)
        short = () if now is None else tuple(self._short(parts))
        step = Step(now, parts, limit, dip, is_back, self._why(said, dip), short, strain)
        if said.mended_at is not None:
            self.mended[len(self.all)] = said.mended_at
        self.all.append(said)
        self.steps.append(step)
        if now is not None:
            self._remember(now, said, step)

    def hear_word(self) -> None:
        self.strains.mend(self.mended, len(self.all))

    def _dip(self, said: Said, now: float | None, limit: float | None) -> Iterator[str]:
        """Rules 1 to 4."""
        if said.felt_off or any(answer <= LOW for answer in answers(said, QUESTIONS)):
            yield "said_so"
        if now is None:
            return
        if self.last and self._fell(self.last[-1][0], now):
            yield "sudden_fall"
        if limit is not None and now < limit - ABOUT_EQUAL:
            yield "below_usual"
        if self._slides(now):
            yield "slow_slide"

    def _fell(self, before: float, now: float) -> bool:
        return before - now >= FALL * self.reach - ABOUT_EQUAL

    def _slides(self, now: float) -> bool:
        scores = [*(each for each, _ in self.last), now]
        falls = [before - after > ABOUT_EQUAL for before, after in zip(scores, scores[1:])]  # noqa: B905
        return len(falls) == SLIDE and all(falls) and self._fell(scores[0], now)

    def _strain(self, now: float, dip: tuple[str, ...]) -> tuple[bool, int | None]:
        """Rule 6: whether this puts right what is open, and to which strain it belongs."""
        at = len(self.all)
        if self.strains.try_to_end(at, now, bool(dip)):
            return True, None
        if not dip:
            return False, None
        before = self.last[0 if "slow_slide" in dip else -1][0] if self.last else now
        return False, self.strains.strain(at, before, opens=dip != ("said_so",))

    def _short(self, parts: Legs) -> Iterator[str]:
        usual, least = self.usual.legs, SHORTER * self.reach - ABOUT_EQUAL
        for leg, is_now in parts.items():
            if is_now is not None and leg in usual and usual[leg] - is_now >= least:
                yield leg

    def _why(self, said: Said, dip: tuple[str, ...]) -> Why | None:
        if said.felt_off:
            about = most_lowered(self.usual.ratings, said.ratings, SHORTER * MOST)
            return Why("felt_off_lower" if about else "felt_off", about)
        if "said_so" in dip:
            answered = (key for key in QUESTIONS if key in said.ratings)
            lowest = min(answered, key=said.ratings.__getitem__)
            return Why("low_answer", lowest, said.ratings[lowest])
        return Why(dip[0], most_lowered(self._compared_with(dip[0]), said.ratings)) if dip else None

    def _compared_with(self, rule: str) -> Mapping[str, float]:
        if rule == "below_usual":
            return self.usual.ratings
        return self.last[-1 if rule == "sudden_fall" else 0][1]

    def _remember(self, now: float, said: Said, step: Step) -> None:
        """Rule 5, and what later check-ins are compared with."""
        here = (now, step.legs, said.ratings)
        self.last = [*self.last, (now, said.ratings)][-SLIDE:]
        self.low_in_a_row = [*self.low_in_a_row, here] if step.dip == ("below_usual",) else []
        if len(self.low_in_a_row) == NEW_USUAL:
            self.usual, self.low_in_a_row = Usual(self.reach, self.low_in_a_row), []
        elif not step.dip:
            self.usual.add(*here)
