"""What one check-in says of the alliance: its score, and its three legs. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from webapp.usual import LEGS, QUESTIONS

MOST = 4  # the highest rating
LEAST_ANSWERS = 3  # for an alliance


@dataclass(frozen=True, slots=True)
class Said:
    """One check-in. Either `ratings` (0 to 4, a skipped one is absent) or a typed-in `score`.

    `mended_at`: the client's word that what was wrong is put right, as the number of check-ins
    there were when they said so; None if they did not.
    """

    ratings: Mapping[str, int] = field(default_factory=dict)
    felt_off: bool = False
    score: float | None = None
    mended_at: int | None = None


def score(said: Said, reach: float = 10) -> float | None:
    """The alliance that one check-in tells of; None with fewer than three answers."""
    if said.score is not None:
        return said.score
    given = answers(said, QUESTIONS)
    return _scaled(given, reach) if len(given) >= LEAST_ANSWERS else None


def legs(said: Said, reach: float = 10) -> dict[str, float | None]:
    """Bond, goals and tasks; None for one of which nothing was answered."""
    return {leg: _scaled(answers(said, keys), reach) for leg, keys in LEGS.items()}


def answers(said: Said, keys: Iterable[str]) -> list[int]:
    """The answers to these questions, without those that were skipped."""
    return [said.ratings[key] for key in keys if key in said.ratings]


def _scaled(given: list[int], reach: float) -> float | None:
    return sum(given) / len(given) * reach / MOST if given else None
