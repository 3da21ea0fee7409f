"""Good requests, for hostile ones to be made from: each has one thing wrong, or more."""

from uuid import uuid4

from tests.entries import check_in, deleted

B64 = "dGhlIHdhbGs"


def bodies(person):
    """What each address takes, as somebody would send it, by address."""
    device = person.device
    return {
        "/sync": lambda: person.sync(*_entries(), waiting=0),
        f"/devices/{device}/key": dict,
        "/logout": dict,
        "/recovery-code": dict,
        "/calendar-feed": dict,
        "/calendar-feed/end": dict,
        "/passkeys/login/options": dict,
        "/passkeys/login": _shown,
        "/passkeys/registration/options": lambda: {"invitation": uuid4().hex},
        "/passkeys/registration": lambda: {"invitation": uuid4().hex, "credential": _made()},
        "/passkeys/step-up/options": lambda: {"for": "invite"},
        "/passkeys/step-up": _shown,
        "/invitations/look": lambda: {"invitation": uuid4().hex},
        "/set-up": lambda: {"invitation": uuid4().hex, "practice": "The Shed", "name": "Zoe"},
    }


def _entries():
    first = check_in("It rained.")
    return first, deleted(first), check_in("It did not.", shared=False)


def _credential(response):
    told = {"id": B64, "rawId": B64, "type": "public-key", "clientExtensionResults": {}}
    return {**told, "response": {"clientDataJSON": B64, **response}}


def _shown():
    return _credential({"authenticatorData": B64, "signature": B64, "userHandle": B64})


def _made():
    return _credential({"attestationObject": B64, "transports": ["internal"]})
