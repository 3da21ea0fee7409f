"""Answers of passkeys that are refused in either ceremony: what is wrong, and what to bend."""

from tests.authenticator import BACKED_UP, PRESENT, VERIFIED, text

EVIL = "https://evil.example"

FORGED = {
    "on another site": {"origin": EVIL},
    "on another port": {"origin": "http://localhost:8001"},
    "without encryption, or with": {"origin": "https://localhost:8000"},
    "in a frame": {"client": {"crossOrigin": True}},
    "in a frame that says so oddly": {"client": {"crossOrigin": "yes"}},
    "in a named frame": {"client": {"topOrigin": EVIL}},
    "in a frame of our own": {"client": {"topOrigin": "http://localhost:8000"}},
    "another ceremony": {"client": {"type": "payment.get"}},
    "another challenge": {"client": {"challenge": text(b"c" * 32)}},
    "a challenge that is no text": {"client": {"challenge": 5}},
    "for another site": {"rp_id": "evil.example"},
    "nobody proved who they are": {"flags": PRESENT},
    "nobody was there": {"flags": VERIFIED},
    "backed up without being able to": {"flags": PRESENT | VERIFIED | BACKED_UP},
    "two ids": {"sent": {"rawId": text(b"another id")}},
    "another type": {"sent": {"type": "password"}},
}
