"""What a browser sends in a passkey ceremony (WebAuthn Level 3, in its JSON form)."""

from typing import Annotated, Any

from msgspec import Meta, Struct

from webapp.people.schema import Secret

Base64Url = Annotated[str, Meta(max_length=8192, pattern=r"^[A-Za-z0-9_-]*\Z")]
Short = Annotated[str, Meta(max_length=64)]


class Attestation(Struct, forbid_unknown_fields=True):
    """AuthenticatorAttestationResponseJSON."""

    clientDataJSON: Base64Url
    attestationObject: Annotated[str, Meta(max_length=65536, pattern=r"^[A-Za-z0-9_-]*\Z")]
    authenticatorData: Base64Url | None = None
    transports: Annotated[list[Short], Meta(max_length=12)] | None = None
    publicKey: Base64Url | None = None
    publicKeyAlgorithm: int | None = None


class Assertion(Struct, forbid_unknown_fields=True):
    """AuthenticatorAssertionResponseJSON."""

    clientDataJSON: Base64Url
    authenticatorData: Base64Url
    signature: Base64Url
    userHandle: Base64Url | None = None


class NewCredential(Struct, forbid_unknown_fields=True):
    """RegistrationResponseJSON."""

    id: Base64Url
    rawId: Base64Url
    type: Short
    response: Attestation
    clientExtensionResults: dict[str, Any] = {}
    authenticatorAttachment: Short | None = None


class ShownCredential(Struct, forbid_unknown_fields=True):
    """AuthenticationResponseJSON."""

    id: Base64Url
    rawId: Base64Url
    type: Short
    response: Assertion
    clientExtensionResults: dict[str, Any] = {}
    authenticatorAttachment: Short | None = None


class AskToRegister(Struct, forbid_unknown_fields=True):
    """For a new passkey: by invitation, by a recovery code, or else for somebody signed in."""

    invitation: Secret | None = None
    code: Secret | None = None


class Register(Struct, forbid_unknown_fields=True):
    """The new passkey itself. Without a label, or with an empty one, it has no name of its own."""

    credential: NewCredential
    invitation: Secret | None = None
    code: Secret | None = None
    label: Annotated[str, Meta(max_length=80, pattern=r"^[^\x00-\x1f]*\Z")] | None = None

    @property
    def name(self):
        """What it is called; None where nothing can be read of it."""
        return (self.label or "").strip() or None


class AskToStepUp(Struct, forbid_unknown_fields=True, rename={"action": "for"}):
    """The action for which a fresh passkey will be shown."""

    action: Annotated[str, Meta(min_length=1, max_length=32, pattern=r"^[a-z_]+\Z")]
