"""What a client's phone says when they were asked."""

from typing import Literal
from uuid import UUID

from msgspec import Struct


class Answered(Struct, forbid_unknown_fields=True):
    """An answer to one question. `handover` is its id: another one may have come in its place."""

    handover: UUID
    answer: Literal["yes", "no"]
