"""What may be in a preparation, and in a tip of the practice's own."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from webapp.content.shapes import Where
from webapp.journal.shapes import Words

TipId = Annotated[str, Meta(min_length=1, max_length=64)]


class PreparationBody(Struct, forbid_unknown_fields=True):
    """Schema 1: what a client ticked off before a session, and the one thing they want to bring.

    `ticked` has ids of tips, and "bring" once what they wanted to bring was talked about.
    """

    appointment: UUID
    ticked: Annotated[list[TipId], Meta(max_length=500)]
    bring: Words
    shared: bool


class TipBody(Struct, forbid_unknown_fields=True):
    """Schema 1: a tip of the practice's own, or its word on a built-in one."""

    setting: Where
    title: Words
    text: Words
    state: Literal["on", "off"]
