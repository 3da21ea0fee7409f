"""What may be in a talking point."""

from typing import Literal
from uuid import UUID

from msgspec import Struct

from webapp.journal.shapes import Words

Route = Literal["say", "send", "ask"]
State = Literal["open", "raised", "better", "not_yet", "put_right", "left"]
CLOSED = ("put_right", "left")


class TalkingPointBody(Struct, forbid_unknown_fields=True):
    """Schema 1: something to talk about, and how it is to be raised.

    `shared` alone says whether the therapist may read it. A page shares whatever is to be sent or
    asked; who takes that back later keeps the route, and it reaches nobody.
    """

    check_in: UUID | None
    words: Words
    route: Route
    state: State
    shared: bool
