"""What a phone hands over: entries, and revisions of them."""

import hashlib
import json
from uuid import uuid4

BODY = {
    "appointment": None,
    "setting": "walk_and_talk",
    "ratings": {"safety": 3, "goals": 2},
    "felt_off": False,
    "words": "It was good to walk.",
    "shared": True,
    "happened_at": "2026-11-23T18:00:00+00:00",
}


def check_in(words=BODY["words"], shared=True, **otherwise):
    """A first entry of a new check-in. `otherwise` bends the entry, not its body."""
    return entry(json.dumps({**BODY, "words": words, "shared": shared}), **otherwise)


def saying(**otherwise):
    """A first entry of a new check-in whose body is bent."""
    return entry(json.dumps({**BODY, **otherwise}))


def entry(body, **otherwise):
    """An entry with this JSON text as its body."""
    return {
        "entry": str(uuid4()),
        "record": str(uuid4()),
        "base": None,
        "resolves": [],
        "kind": "check_in",
        "schema": 1,
        "op": "put",
        "body": body,
        "sha256": body and hashlib.sha256(body.encode()).hexdigest(),
        "written_at": "2026-11-23T18:04:00+00:00",
        "zone": "Europe/London",
        **otherwise,
    }


def changed(earlier, words="On second thoughts, it was hard.", shared=True, **otherwise):
    """A later revision of the same record."""
    follows = {"record": earlier["record"], "base": earlier["entry"], **otherwise}
    return check_in(words, shared, **follows)


def deleted(earlier, **otherwise):
    """A deletion of the same record."""
    follows = {"record": earlier["record"], "base": earlier["entry"], **otherwise}
    return entry(None, op="delete", **follows)


def said(change):
    """The body of an entry of the feed, as an object."""
    return json.loads(change["body"])
