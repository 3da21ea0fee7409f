"""Strict JSON: one way in for every program that talks to us.

UTF-8, an object at the top, no duplicate keys, no NaN or infinity, no lone surrogates, no U+0000,
bounded in depth and size, no unknown fields. Anything else is a 400 with a sentence.
"""

import json
from functools import wraps

import msgspec
from flask import Response, request

from webapp.security.problems import Problem, bad_request, speaks_json

MAX_DEPTH = 32


def parse(raw):
    """Parse bytes strictly into plain Python values. Raises Problem (400)."""
    try:
        text = raw.decode("utf-8")
        found = _decoder.decode(text)
    except (ValueError, RecursionError) as wrong:
        raise bad_request("This is not the JSON that we take.") from wrong
    if not isinstance(found, dict):
        raise bad_request("A JSON object was expected.")
    if not _is_shallow(found):
        raise bad_request("This is nested too deeply.")
    if "\\u" in text and not _is_plain_text(found):
        raise bad_request("The text holds characters that cannot be kept.")
    return found


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

        return speaks_json(strictly)

    return decorate


def json_object():
    """The object that this request brings. Raises Problem (415, 400)."""
    if request.mimetype != "application/json":
        raise Problem(415, "bad_request", "Send application/json.")
    return parse(request.get_data(cache=False))


def answer(body, status=200):
    """A JSON answer, of a Struct or of plain values."""
    return Response(msgspec.json.encode(body), status, mimetype="application/json")


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """The empty object."""


def _once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _finite(text):
    number = float(text)
    if number - number != 0:
        raise ValueError("a number without end")
    return number


def _refuse(name):
    raise ValueError(f"{name} is not a number")


_decoder = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=_finite, parse_constant=_refuse, strict=True
)


def _is_shallow(found):
    """Look at one level after the other: a flat request, as all of ours are, costs next to none."""
    level = [found]
    for _ in range(MAX_DEPTH):
        values = (v for v in level for v in (v.values() if isinstance(v, dict) else v))
        level = [value for value in values if isinstance(value, (dict, list))]
    return not level


def _is_plain_text(value):
    """Only escapes can smuggle in a U+0000 or half a character, so only then is this walked."""
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return not isinstance(value, list) or all(map(_is_plain_text, value))
