"""What may be in a goal, a way of working, a word on how it is going, and an answer."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from webapp.journal.shapes import Words

Value = Annotated[int, Meta(ge=0, le=10)]


class GoalBody(Struct, forbid_unknown_fields=True):
    """Schema 1, for a goal and for a task: a way of working, whose `goal` is the record of one.

    `replaces` is the entry of somebody else that this is proposed instead of.
    """

    words: Words
    state: Literal["proposed", "set_aside"]
    goal: UUID | None
    replaces: UUID | None


class ProgressBody(Struct, forbid_unknown_fields=True):
    """Schema 1: how it is going with a goal or a way of working, given by its record."""

    of: UUID
    value: Value | None
    fits: Literal["yes", "partly", "not_for_me"] | None
    words: Words


class AgreementBody(Struct, forbid_unknown_fields=True):
    """Schema 1: the answer to one entry, and to no other version of it."""

    of: UUID
    answer: Literal["agree", "not_for_me"]
    words: Words
