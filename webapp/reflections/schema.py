"""What may be in a reflection."""

from typing import Annotated

from msgspec import Meta, Struct

from webapp.journal.shapes import Words

Key = Annotated[str, Meta(min_length=1, max_length=40)]


class ReflectionBody(Struct, forbid_unknown_fields=True):
    """Schema 1: answers in one's own words, by the key of the question."""

    answers: Annotated[dict[Key, Words], Meta(max_length=20)]
    shared: bool
