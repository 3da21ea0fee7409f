"""What is usual for one client: their own earlier check-ins, and nobody else's.

Pure. Sums go from left to right, as the phone's do, so that both come to the same last digit
(Python's own `sum` would not).
"""

from collections.abc import Iterable, Mapping

LEGS = {
    "bond": ("safety", "respect", "openness"),
    "goals": ("goals",),
    "tasks": ("tasks", "feedback"),
}
QUESTIONS = tuple(key for keys in LEGS.values() for key in keys)  # setting_fit counts for no leg
ABOUT_EQUAL = 1e-9
ENOUGH = 5  # earlier check-ins, for a limit
ENOUGH_OF_A_LEG = 3
WIDTH = 2.66  # of mean moving ranges: three standard deviations of an individuals chart (NIST)
LEAST_MOVING = 0.05  # of the range: who always answers the same may still have a day
LEAST_TOLD = 0.25  # of the way from one answer to the next

Legs = Mapping[str, float | None]
Ratings = Mapping[str, int]
Scored = tuple[float, Legs, Ratings]  # a check-in: its score, its legs, and its answers


class Usual:
    """The mean of earlier check-ins that were no dips, and how far one moved from the next."""

    def __init__(self, reach: float, check_ins: Iterable[Scored] = ()) -> None:
        self.reach = reach
        self.scores, self.moves = Mean(), Mean()
        self.legs_so_far, self.ratings_so_far = Means(), Means()
        self.newest: float | None = None
        for each in check_ins:
            self.add(*each)

    def add(self, score: float, legs: Legs, ratings: Ratings) -> None:
        """One more, which was no dip."""
        if self.newest is not None:
            self.moves.add(abs(score - self.newest))
        self.newest = score
        self.scores.add(score)
        self.legs_so_far.add(legs)
        self.ratings_so_far.add(ratings)

    @property
    def limit(self) -> float | None:
        """Below this is lower than usual (rule 3); None with fewer than five."""
        if self.scores.count < ENOUGH:
            return None
        return self.scores.value - WIDTH * max(self.moves.value, LEAST_MOVING * self.reach)

    @property
    def legs(self) -> dict[str, float]:
        """The legs of which there is enough to call anything usual."""
        return self.legs_so_far.of(ENOUGH_OF_A_LEG)

    @property
    def ratings(self) -> dict[str, float]:
        """The usual answer to each question that was ever answered."""
        return self.ratings_so_far.of(1)


class Mean:
    """A mean that grows."""

    def __init__(self) -> None:
        self.total, self.count = 0.0, 0

    def add(self, value: float) -> None:
        """One more value."""
        self.total += value
        self.count += 1

    @property
    def value(self) -> float:
        """The mean so far; there has to be a value."""
        return self.total / self.count


class Means:
    """A mean for each name."""

    def __init__(self) -> None:
        self.found: dict[str, Mean] = {}

    def add(self, values: Mapping[str, float | None]) -> None:
        """One more for each name; None is no value."""
        for name, value in values.items():
            if value is not None:
                self.found.setdefault(name, Mean()).add(value)

    def of(self, least: int) -> dict[str, float]:
        """Those that at least so many values stand behind."""
        return {name: mean.value for name, mean in self.found.items() if mean.count >= least}


def most_lowered(
    before: Mapping[str, float], now: Ratings, least: float = LEAST_TOLD
) -> str | None:
    """The question whose answer fell most, of those answered both times; None below `least`."""
    fell = {key: before[key] - now[key] for key in QUESTIONS if key in before and key in now}
    fallen = max(fell, key=fell.__getitem__, default=None)
    return fallen if fallen and fell[fallen] >= least - ABOUT_EQUAL else None
