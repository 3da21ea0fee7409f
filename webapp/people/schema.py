"""What a newcomer's browser sends, and what it and a client's phone are told."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from webapp.content.shapes import Setting
from webapp.people.fields import MAX_NAME
from webapp.security.strict_json import Instant

Secret = Annotated[str, Meta(min_length=1)]
ONE_LINE = r"^[^\x00-\x1f]*\S[^\x00-\x1f]*\Z"
Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME, pattern=ONE_LINE)]


class LookAtInvitation(Struct, forbid_unknown_fields=True):
    """To see who invites. Nothing is used up."""

    invitation: Secret


class SetUp(Struct, forbid_unknown_fields=True):
    """The first run: the practice's name and the therapist's."""

    invitation: Secret
    practice: Name
    name: Name


class Invited(Struct, rename={"therapist": "from"}):
    """Who is invited, and by whom. A therapist was invited by nobody, and may have no name
    yet. `again`: they have been here before, and what signs them in until now will end."""

    name: str | None
    role: Literal["client", "therapist"]
    therapist: str | None
    practice: str | None
    again: bool


class Named(Struct):
    """The practice and its first therapist, as they are called from now on."""

    name: str
    practice: str


class Therapist(Struct):
    """Whom a client works with."""

    id: UUID
    name: str | None


class Former(Therapist):
    """Whom a client worked with until they went on with somebody else. Without a name, they have
    left the practice since."""

    until: Instant


class AboutPractice(Struct):
    """What the practice tells its clients of itself, as far as it has written it down."""

    about: str | None
    phone: str | None
    email: str | None
    web: str | None
    cancellation: str | None
    professional_body: str | None
    complaints: str | None


class Asked(Struct):
    """That a client's therapist asks whether a colleague may go on with them."""

    id: UUID
    to: Therapist
    asked_at: Instant


class OtherSide(Struct):
    """What a client's phone keeps about the other side: `former` are those who handed this client
    over, the first one first, and whose words are in the journal. `years_kept` after the last
    session or visit, all that is of the client is erased; or at `closes_at`, where their therapist
    ends it."""

    therapist: Therapist | None
    former: list[Former]
    handover: Asked | None
    practice: str | None
    about_practice: AboutPractice | None
    usual_setting: Setting | None
    years_kept: int | None
    closes_at: Instant | None


class RecoveryCode(Struct):
    """A code that brings private words back on a new phone: shown once."""

    code: str
