"""The two WebAuthn ceremonies: what we ask of a passkey, and all that an answer must satisfy.

py_webauthn checks the signatures. It accepts much that the specification leaves to us; each such
check stands here and has a test: other origins in a frame, a JSON id unlike the signed one,
over-long ids, keys that cannot work, a wrong owner, a backup flag that flips.
"""

import hashlib
import json
import logging

import msgspec
import webauthn
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from flask import current_app
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    decode_credential_public_key,
    decoded_public_key_to_cryptography,
    options_to_json_dict,
    parse_authenticator_data,
)
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from webapp.extensions import now
from webapp.passkeys.answers import CreationOptions, RequestOptions
from webapp.passkeys.models import Passkey

APP_NAME = "Footing"
TIMEOUT_MS = 300_000
MAX_CREDENTIAL_ID = 1023
MIN_RSA_BITS = 2048
DISCOVERABLE_AND_VERIFIED = AuthenticatorSelectionCriteria(
    resident_key=ResidentKeyRequirement.REQUIRED,
    require_resident_key=True,
    user_verification=UserVerificationRequirement.REQUIRED,
)
# A passkey must be asked for its PRF when it is made, or some never give it later.
PRF_INPUT = bytes_to_base64url(hashlib.sha256(b"footing app lock").digest())
log = logging.getLogger(__name__)


class Refused(Exception):
    """The answer of a passkey that is not accepted."""


def ask_to_register(person, challenge):
    """PublicKeyCredentialCreationOptionsJSON for a new, discoverable, user-verified passkey."""
    options = options_to_json_dict(
        webauthn.generate_registration_options(
            rp_id=current_app.config["PUBLIC_HOST"],
            rp_name=APP_NAME,
            user_id=person.handle,
            user_name=person.name or APP_NAME,
            user_display_name=person.name or APP_NAME,
            challenge=challenge.value,
            timeout=TIMEOUT_MS,
            attestation=AttestationConveyancePreference.NONE,
            authenticator_selection=DISCOVERABLE_AND_VERIFIED,
            exclude_credentials=_descriptors(Passkey.of(person)),
        )
    )
    options["extensions"] = {"credProps": True, "prf": {"eval": {"first": PRF_INPUT}}}
    return msgspec.convert(options, CreationOptions)


def ask_to_show(challenge, person=None):
    """PublicKeyCredentialRequestOptionsJSON: any passkey of ours, or one of this person's."""
    options = options_to_json_dict(
        webauthn.generate_authentication_options(
            rp_id=current_app.config["PUBLIC_HOST"],
            challenge=challenge.value,
            timeout=TIMEOUT_MS,
            allow_credentials=_descriptors(Passkey.of(person)) if person else [],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )
    return msgspec.convert(options, RequestOptions)


def register(person, credential, challenge, label=None):
    """Verify a new credential and make it this person's passkey. Raises Refused."""
    verified = _verified(webauthn.verify_registration_response, credential, challenge.value)
    _refuse_if(len(verified.credential_id) > MAX_CREDENTIAL_ID, "an over-long id")
    _refuse_if(credential.id != bytes_to_base64url(verified.credential_id), "an unsigned id")
    _refuse_if(Passkey.with_credential(verified.credential_id), "an id that is taken")
    _require_usable(verified.credential_public_key)
    moment = now()
    return Passkey(
        person_id=person.id,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        aaguid=verified.aaguid,
        backup_eligible=verified.credential_device_type.value == "multi_device",
        backed_up=verified.credential_backed_up,
        label=label,
        created_at=moment,
        last_used_at=moment,
    )


def show(passkey, credential, challenge):
    """Verify that this passkey signed this challenge, and note its use. Raises Refused."""
    handle = credential.response.userHandle
    # A browser that was told which passkeys to ask may leave the owner out.
    _refuse_if(handle is None and challenge.person_id is None, "no owner")
    _refuse_if(handle is not None and _bytes(handle) != passkey.person.handle, "another's handle")
    verified = _verified(
        webauthn.verify_authentication_response,
        credential,
        challenge.value,
        credential_public_key=passkey.public_key,
        credential_current_sign_count=0,  # a falling counter is a hint, not a reason to lock out
    )
    flags = parse_authenticator_data(_bytes(credential.response.authenticatorData)).flags
    _refuse_if(flags.be != passkey.backup_eligible, "a flipped backup eligibility")
    if verified.new_sign_count <= passkey.sign_count and passkey.sign_count > 0:
        log.warning("passkey counter fell back: passkey %s", passkey.id)
    passkey.used(verified.new_sign_count, verified.credential_backed_up)


def _verified(verify, credential, challenge, **more):
    """Any error of the library is a refusal: some of its errors are not its own."""
    _require_our_own_page(credential)
    try:
        return verify(
            credential=msgspec.to_builtins(credential),
            expected_challenge=challenge,
            expected_rp_id=current_app.config["PUBLIC_HOST"],
            expected_origin=current_app.config["PUBLIC_ORIGIN"],
            require_user_verification=True,
            **more,
        )
    except Exception as wrong:
        raise Refused(type(wrong).__name__) from wrong


def _require_our_own_page(credential):
    """We never run in a frame, so a ceremony from inside one is somebody else's."""
    try:
        told = json.loads(_bytes(credential.response.clientDataJSON))
        framed = told.get("crossOrigin", False) is not False or "topOrigin" in told
    except (ValueError, AttributeError, RecursionError) as wrong:
        raise Refused("client data") from wrong
    _refuse_if(framed, "a frame")
    _refuse_if(credential.id != credential.rawId, "two ids")


def _require_usable(public_key):
    """A key that cannot verify anything would lock its owner out at the first sign-in."""
    try:
        decoded = decode_credential_public_key(public_key)
        key = decoded_public_key_to_cryptography(decoded)
        signs = {-8: ed25519.Ed25519PublicKey, -7: ec.EllipticCurvePublicKey,
                 -257: rsa.RSAPublicKey}[int(decoded.alg)]  # fmt: skip
    except Exception as wrong:
        raise Refused("an unusable key") from wrong
    fits = isinstance(key, signs)
    if isinstance(key, ec.EllipticCurvePublicKey):
        fits = fits and isinstance(key.curve, ec.SECP256R1)
    if isinstance(key, rsa.RSAPublicKey):
        fits = fits and key.key_size >= MIN_RSA_BITS
    _refuse_if(not fits, "a key unlike its algorithm")


def _refuse_if(wrong, why):
    if wrong:
        raise Refused(why)


def _bytes(text):
    try:
        return base64url_to_bytes(text)
    except ValueError as wrong:
        raise Refused("base64url") from wrong


def _descriptors(passkeys):
    return [PublicKeyCredentialDescriptor(id=passkey.credential_id) for passkey in passkeys]
