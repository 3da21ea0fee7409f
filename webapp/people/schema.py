"""What a newcomer's browser sends."""

from typing import Annotated

from msgspec import Meta, Struct

Secret = Annotated[str, Meta(min_length=1, max_length=128)]
Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f]*\S[^\x00-\x1f]*\Z")]


class LookAtInvitation(Struct, forbid_unknown_fields=True):
    """To see who invites. Nothing is used up."""

    invitation: Secret


class SetUp(Struct, forbid_unknown_fields=True):
    """The first run: the practice's name and the therapist's."""

    invitation: Secret
    practice: Name
    name: Name
