"""Strict JSON: one way in for every program that talks to us.

UTF-8, an object at the top, no duplicate keys, no NaN or infinity, no lone surrogates, no U+0000,
bounded in depth and size, no unknown fields. Anything else is a 400 with a sentence.
"""

import re
from datetime import datetime
from functools import wraps
from typing import Annotated

import msgspec
from flask import Response, request

from webapp.security.problems import Problem, bad_request, speaks_json

Instant = Annotated[datetime, msgspec.Meta(tz=True)]  # a moment, as every shape of ours has it
JSON = "application/json"
MAX_DEPTH = 32
CONTAINERS = (dict, list)
# Every text, and behind it the colon that makes it a key.
TEXTS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"(\s*:)?')


def parse(raw):
    """Parse bytes strictly into plain Python values. Raises Problem (400)."""
    try:
        found = msgspec.json.decode(raw)
    except (ValueError, RecursionError) as wrong:
        raise bad_request("This is not the JSON that we take.") from wrong
    if not isinstance(found, dict):
        raise bad_request("A JSON object was expected.")
    if not _is_shallow(found, raw):
        raise bad_request("This is nested too deeply.")
    if not _says_each_once(found, raw):
        raise bad_request("This says the same thing twice.")
    if b"\\u0000" in raw and not _is_plain_text(found):
        raise bad_request("The text holds characters that cannot be kept.")
    return found


def know_shapes():
    """Look through every shape of ours, before there is more than one thread.

    msgspec does it when a shape is first used, and crashes when two threads come at that moment
    (0.22: a segmentation fault in its _core).
    """
    for shape in _below(msgspec.Struct):
        if shape.__module__.startswith("webapp."):
            msgspec.json.Decoder(shape)


def _below(shape):
    for each in shape.__subclasses__():
        yield each
        yield from _below(each)


def read(raw, shape):
    """Parse bytes into a msgspec Struct. Raises Problem (400) naming what does not fit."""
    return fit(parse(raw), shape)


def fit(found, shape):
    """Hold parsed values against a msgspec Struct. Raises Problem (400)."""
    try:
        return msgspec.convert(found, shape)
    except (msgspec.ValidationError, RecursionError) as wrong:
        raise bad_request(f"This does not fit: {wrong}.") from wrong


def takes(shape):
    """Let a view take one JSON object of this shape, as its argument `asked`."""

    def decorate(view):
        @wraps(view)
        def strictly(*args, **kwargs):
            return view(*args, asked=fit(json_object(), shape), **kwargs)

        strictly.takes = shape
        return speaks_json(strictly)

    return decorate


def gives(shape, *refusals, status=200, takes=None):
    """Let a view answer with a Struct of this shape; None for nothing.

    `refusals`, each (status, code), are this view's own. `takes` is for one that reads the request
    itself. The public contract is written from these.
    """

    def decorate(view):
        @wraps(view)
        def giving(*args, **kwargs):
            given = view(*args, **kwargs)
            return answer(given, status) if isinstance(given, msgspec.Struct) else given

        giving.gives, giving.refusals = (status, shape), refusals
        if takes:
            giving.takes = takes
        return speaks_json(giving)

    return decorate


def json_object():
    """The object that this request brings. Raises Problem (415, 400)."""
    if request.content_type != JSON and request.mimetype != JSON:  # the second one is dear
        raise Problem(415, "bad_request", "Send application/json.")
    return parse(request.get_data(cache=False))


def answer(body, status=200):
    """A JSON answer, of a Struct."""
    return Response(msgspec.json.encode(body), status, content_type=JSON)


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """The empty object."""


def _is_shallow(found, raw):
    """Few brackets cannot be deep; many are followed down, level by level."""
    if raw.count(b"{") + raw.count(b"[") <= MAX_DEPTH:
        return True
    level = [found]
    for _ in range(MAX_DEPTH):
        level = [
            value for each in level for value in _inside(each) if isinstance(value, CONTAINERS)
        ]
    return not level


def _says_each_once(found, raw):
    """A key that was said twice is found once. Nearly every program writes what we would write of
    it, so that nothing needs to be counted."""
    if msgspec.json.encode(found) == raw:
        return True
    return _keys(found) == len(list(filter(None, TEXTS.findall(raw))))


def _keys(value):
    here = len(value) if isinstance(value, dict) else 0
    return here + sum(_keys(each) for each in _inside(value) if isinstance(each, CONTAINERS))


def _inside(container):
    return container.values() if isinstance(container, dict) else container


def _is_plain_text(value):
    """Only an escape can smuggle in a U+0000, so only then is this walked."""
    if isinstance(value, str):
        return "\x00" not in value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return not isinstance(value, list) or all(map(_is_plain_text, value))
