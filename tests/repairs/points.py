"""Talking points as a phone hands them over."""

import json

from tests.entries import entry

BODY = {
    "check_in": None,
    "words": "I went quiet when you asked about my brother.",
    "route": "say",
    "state": "open",
    "shared": True,
}


def point(**said):
    """A first entry of a new talking point."""
    return entry(json.dumps({**BODY, **said}), kind="talking_point")


def followed(earlier, **said):
    """A later revision of the same one."""
    head = {"record": earlier["record"], "base": earlier["entry"]}
    body = {**json.loads(earlier["body"]), **said}
    return entry(json.dumps(body), kind="talking_point", **head)


def deleted(earlier):
    """Its deletion."""
    head = {"record": earlier["record"], "base": earlier["entry"]}
    return entry(None, kind="talking_point", op="delete", **head)
