"""Strains: what opened, and whether it was put right (rule 6 of webapp/alliance.py). Pure."""

from dataclasses import dataclass, replace
from typing import Any

from webapp.usual import ABOUT_EQUAL

BACK = 0.04  # of the range
CHANCES = 5  # check-ins in which one can be put right by itself


@dataclass(frozen=True, slots=True)
class Strain:
    """From a dip by rule 2, 3 or 4 until it ends: "put_right", "mended" (by word) or "lapsed".

    `dips` are the places of check-ins, the first opened it. `closed` is the place of the check-in
    that ended it; by word, how many there were then.
    """

    dips: tuple[int, ...]
    reference: float
    chances: int = 0
    closed: int | None = None
    ended: str | None = None


class Strains:
    """Every strain so far, of which only the last one can be open."""

    def __init__(self, reach: float) -> None:
        self.reach = reach
        self.all: list[Strain] = []

    @property
    def is_open(self) -> bool:
        """Whether the last one still waits."""
        return bool(self.all) and self.all[-1].ended is None

    def try_to_end(self, at: int, score: float, is_dip: bool) -> bool:
        """Let a check-in with an alliance end what is open. Says whether it put it right."""
        if not self.is_open:
            return False
        self._change(chances=self.all[-1].chances + 1)
        enough = self.all[-1].reference - BACK * self.reach - ABOUT_EQUAL
        if not is_dip and score >= enough:
            self._change(ended="put_right", closed=at)
            return True
        if self.all[-1].chances == CHANCES:
            self._change(ended="lapsed", closed=at)
        return False

    def strain(self, at: int, reference: float, opens: bool) -> int | None:
        """A dip: it belongs to what is open, or opens one. Says to which it belongs."""
        if self.is_open:
            self._change(dips=(*self.all[-1].dips, at))
        elif opens:
            self.all.append(Strain((at,), reference))
        else:
            return None
        return len(self.all) - 1

    def mend(self, said: dict[int, int], now: int) -> None:
        """The client's word ends what is open, whichever of its dips they said it about."""
        if self.is_open and any(said.get(dip, now + 1) <= now for dip in self.all[-1].dips):
            self._change(ended="mended", closed=now)

    def _change(self, **how: Any) -> None:
        self.all[-1] = replace(self.all[-1], **how)
