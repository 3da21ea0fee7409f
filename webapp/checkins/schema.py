"""What may be in a check-in, and in the therapist's word that it was read."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

RATINGS = ("safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit")
Key = Literal["safety", "respect", "openness", "goals", "tasks", "feedback", "setting_fit"]
Setting = Literal["online", "in_person", "walk_and_talk"]
Rating = Annotated[int, Meta(ge=0, le=4)]
Words = Annotated[str, Meta(max_length=2000)]
Instant = Annotated[datetime, Meta(tz=True)]


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
