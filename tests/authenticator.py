"""A passkey in software. It answers a ceremony as a phone would, or bent as an attacker would:
`passkey.but(origin="https://evil.example").shows(options)`."""

import hashlib
import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PRESENT, VERIFIED, ELIGIBLE, BACKED_UP, NEW_KEY = 0x01, 0x04, 0x08, 0x10, 0x40
KEYS = {
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
    "RS256": lambda: rsa.generate_private_key(65537, 2048),
}


def text(raw):
    """Bytes as WebAuthn's JSON has them."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def raw(encoded):
    """The bytes of what `text` made."""
    return urlsafe_b64decode(encoded + "==")


@dataclass
class Passkey:
    """One credential. Whatever a test wants to bend is a field."""

    key: object = field(default_factory=KEYS["ES256"])
    id: bytes = field(default_factory=lambda: os.urandom(32))
    handle: bytes | None = None  # whose it is; learned when it is created
    origin: str = "http://localhost:8000"
    rp_id: str = "localhost"
    flags: int = PRESENT | VERIFIED | ELIGIBLE | BACKED_UP
    counter: int = 0
    cose: object = None  # a public key unlike its own
    client: dict = field(default_factory=dict)  # what the browser tells more, or otherwise
    sent: dict = field(default_factory=dict)  # what the JSON says more, or otherwise

    def but(self, **bent):
        """The same passkey with something bent."""
        return replace(self, **bent)

    def creates(self, options):
        """Answer PublicKeyCredentialCreationOptionsJSON."""
        self.handle = raw(options["user"]["id"])
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor2.dumps(self._cose())
        signed = self._authenticator_data(self.flags | NEW_KEY) + credential
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": signed})
        client = self._client_data("webauthn.create", options)
        return self._told(clientDataJSON=client, attestationObject=attestation)

    def shows(self, options):
        """Answer PublicKeyCredentialRequestOptionsJSON."""
        signed = self._authenticator_data(self.flags)
        client = self._client_data("webauthn.get", options)
        signature = self._sign(signed + hashlib.sha256(client).digest())
        owner = {} if self.handle is None else {"userHandle": self.handle}
        answer = {"clientDataJSON": client, "authenticatorData": signed, "signature": signature}
        return self._told(**answer, **owner)

    def _authenticator_data(self, flags):
        rp = hashlib.sha256(self.rp_id.encode()).digest()
        return rp + bytes([flags]) + self.counter.to_bytes(4)

    def _client_data(self, type, options):
        told = {"type": type, "challenge": options["challenge"], "origin": self.origin}
        return json.dumps({**told, "crossOrigin": False, **self.client}).encode()

    def _told(self, **response):
        credential = {"id": text(self.id), "rawId": text(self.id), "type": "public-key"}
        response = {name: text(value) for name, value in response.items()}
        return {**credential, "response": response, "clientExtensionResults": {}, **self.sent}

    def _cose(self):
        return cose(self.key.public_key()) if self.cose is None else self.cose

    def _sign(self, words):
        if isinstance(self.key, ec.EllipticCurvePrivateKey):
            return self.key.sign(words, ec.ECDSA(SHA256()))
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(words, padding.PKCS1v15(), SHA256())
        return self.key.sign(words)


def cose(key, **bent):
    """A public key as COSE has it; `alg` and the curve `crv` can be told otherwise."""
    if isinstance(key, ec.EllipticCurvePublicKey):
        point, size = key.public_numbers(), (key.curve.key_size + 7) // 8
        crv = {256: 1, 384: 2, 521: 3}[key.curve.key_size]
        found = {1: 2, 3: -7, -1: crv, -2: point.x.to_bytes(size), -3: point.y.to_bytes(size)}
    elif isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        found = {1: 3, 3: -257, -1: numbers.n.to_bytes(key.key_size // 8), -2: b"\x01\x00\x01"}
    else:
        found = {1: 1, 3: -8, -1: 6, -2: key.public_bytes(Encoding.Raw, PublicFormat.Raw)}
    return {**found, **({3: bent["alg"]} if "alg" in bent else {})}
