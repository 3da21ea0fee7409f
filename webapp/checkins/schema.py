"""What may be in a check-in, and in the therapist's word that it was read."""

from typing import Annotated, Literal, get_args
from uuid import UUID

from msgspec import Meta, Struct

from webapp.content.shapes import Setting
from webapp.journal.shapes import Words
from webapp.security.strict_json import Instant

Key = Literal["safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit"]
RATINGS = get_args(Key)
Rating = Annotated[int, Meta(ge=0, le=4)]


class CheckInBody(Struct, forbid_unknown_fields=True):
    """Schema 1. A rating that was skipped is absent."""

    appointment: UUID | None
    setting: Setting
    ratings: dict[Key, Rating]
    felt_off: bool
    words: Words
    shared: bool
    happened_at: Instant


class AcknowledgementBody(Struct, forbid_unknown_fields=True):
    """Schema 1: the therapist has read a record."""

    of: UUID
    read_at: Instant
