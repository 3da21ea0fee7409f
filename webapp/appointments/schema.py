"""What may be in an appointment, and in the short word that something about one has changed."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from webapp.content.shapes import Setting
from webapp.journal.shapes import MOST_WORDS, Words, Zone
from webapp.security.strict_json import Instant

State = Literal["booked", "cancelled", "attended", "missed"]
Link = Annotated[str, Meta(max_length=MOST_WORDS, pattern=r"^(https://\S+)?\Z")]


class AppointmentBody(Struct, forbid_unknown_fields=True):
    """Schema 1. `place` is the meeting point or the room, with the way there in words. `link` is a
    call's."""

    starts_at: Instant
    zone: Zone
    minutes: Annotated[int, Meta(ge=1, le=1440)]
    setting: Setting
    place: Words
    link: Link
    state: State


class NoticeBody(Struct, forbid_unknown_fields=True):
    """Schema 1: something has changed that a client should hear of at once."""

    about: Literal["moved", "setting_changed", "cancelled", "read", "recovery"]
    of: UUID | None


class CalendarAddress(Struct):
    """The address of a client's own calendar: shown once."""

    url: str
