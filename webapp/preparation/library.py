"""The tips as a therapist finds them: the built-in ones with the practice's word, and its own."""

from dataclasses import dataclass
from uuid import UUID

from webapp import content
from webapp.preparation.models import PracticeTip, standing_for

BUILT_IN = {standing_for(tip.id): tip for tip in content.tips()}


@dataclass(frozen=True, slots=True)
class Shown:
    """One tip as it is now. `own` is the practice's word, if it has one; `built_in` what Footing
    ships with, unless the tip is the practice's own."""

    id: UUID
    built_in: content.Tip | None
    own: PracticeTip | None

    @property
    def words(self):
        """Whichever has the title and the text that clients read."""
        return self.own or self.built_in

    @property
    def is_on(self):
        """Whether clients get it."""
        return self.own is None or self.own.state == "on"

    @property
    def is_reworded(self):
        """Whether a built-in one has other words here."""
        built_in, own = self.built_in, self.own
        return bool(built_in and own) and ((own.title, own.text) != (built_in.title, built_in.text))


def library(therapist):
    """Every tip that this therapist may change: the practice's own first, then the built-in ones
    in their order."""
    kept = {tip.id: tip for tip in PracticeTip.all_for(therapist)}
    own = [Shown(id, None, tip) for id, tip in kept.items() if id not in BUILT_IN]
    return own + [Shown(id, built_in, kept.get(id)) for id, built_in in BUILT_IN.items()]


def one(therapist, tip_id):
    """One of them, or None."""
    return next((shown for shown in library(therapist) if shown.id == tip_id), None)
