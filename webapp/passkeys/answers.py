"""What a browser is told in a passkey ceremony (WebAuthn Level 3, in its JSON form), and after."""

from typing import Literal
from uuid import UUID

from msgspec import Struct


class Described(Struct):
    """PublicKeyCredentialDescriptorJSON: a passkey that is known already."""

    id: str
    type: Literal["public-key"]


class RelyingParty(Struct):
    """Whom a passkey is for."""

    id: str
    name: str


class Owner(Struct):
    """Whose a new passkey is; its id is random and says nothing."""

    id: str
    name: str
    displayName: str


class Algorithm(Struct):
    """A kind of key that can be used."""

    type: Literal["public-key"]
    alg: int


class Authenticator(Struct):
    """What must hold a new passkey."""

    residentKey: Literal["required"]
    requireResidentKey: bool
    userVerification: Literal["required"]


class First(Struct):
    """The one input of a PRF."""

    first: str


class Evaluated(Struct):
    """The PRF extension's wish."""

    eval: First


class Extensions(Struct):
    """What a new passkey is asked beside."""

    credProps: bool
    prf: Evaluated


class CreationOptions(Struct):
    """PublicKeyCredentialCreationOptionsJSON."""

    rp: RelyingParty
    user: Owner
    challenge: str
    pubKeyCredParams: list[Algorithm]
    timeout: int
    excludeCredentials: list[Described]
    authenticatorSelection: Authenticator
    attestation: Literal["none"]
    extensions: Extensions


class RequestOptions(Struct):
    """PublicKeyCredentialRequestOptionsJSON."""

    challenge: str
    timeout: int
    rpId: str
    allowCredentials: list[Described]
    userVerification: Literal["required"]


class Somebody(Struct):
    """A person, as they are told about themselves."""

    id: UUID
    role: Literal["client", "therapist"]
    name: str | None


class Welcome(Struct):
    """Who has just signed in; a therapist has no journal."""

    person: Somebody
    journal: UUID | None


class Me(Struct):
    """Who is signed in here, if anybody."""

    signed_in: bool
    person: Somebody | None = None
    journal: UUID | None = None


class SteppedUp(Struct, rename={"action": "for"}):
    """The action that a fresh passkey was shown for."""

    action: str


class DeviceKey(Struct):
    """32 bytes, in base64url, that wrap one account's words on one phone."""

    key: str
