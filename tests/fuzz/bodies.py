"""Making a good body bad: each way here leaves nothing that may be taken."""

import gzip
import json

MAX_BYTES = 262_144
WRONG = (None, True, 7, -1, 1.5, 2**70, "", "no", [], {}, [[]], {"": None})
NOT_JSON = (
    b"", b" ", b"\x00", b"{", b"}", b"[]", b"null", b"true", b'"text"', b"0", b"{}{}", b"{,}",
    b"{'a': 1}", b'{"a": 1,}', b'{"a": NaN}', b'{"a": Infinity}', b'{"a": -Infinity}',
    b'{"a": 1e999}', b'{"a": -1e999}', b'{"a": 01}', b'{"a": +1}', b'{"a": 0x10}', b'{"a": .5}',
    b'{"a": 1.}', b'{"a": tru}', b'{"a" 1}', b'{a: 1}', b'{"a": "\n"}', b'{"a": "\\x41"}',
    b'{"a": "\\ud800"}', b'{"\\udfff": 1}', b'{"a": "\\u0000"}', b'{"a": "\xff"}',
    b"\xef\xbb\xbf{}",
    b'{"a": "\xed\xa0\x80"}', b'{"a": 1, "a": 1}', b"/* */{}", b"{} // more", b"<xml/>", b"a=1&b=2",
    b'{"a": ' + b"9" * 5000 + b"}", b'{"a": 1e' + b"9" * 400 + b"}", b'{"__proto__": {}}',
)  # fmt: skip


def broken(chance, good):
    """Bytes made from a good body, as JSON would have it, with at least one thing wrong."""
    return chance.choice(WAYS)(chance, good)


def _cut(chance, good):
    """It ends too early."""
    raw = json.dumps(good).encode()
    return raw[: chance.randrange(len(raw))]


def _nonsense(chance, _good):
    return chance.choice(NOT_JSON)


def _noise(chance, _good):
    """Begins as no JSON can."""
    return b"\xfe" + chance.randbytes(chance.randrange(400))


def _encoded(chance, good):
    """Other encodings than UTF-8."""
    text = json.dumps({**good, "more": "é"}, ensure_ascii=False)
    return text.encode(chance.choice(["utf-16", "utf-32", "utf-16-le", "latin-1", "cp037"]))


def _deep(chance, good):
    """Nested without end, in one field or in a new one."""
    depth = chance.choice([33, 34, 500, 2_000, 20_000, 60_000])
    opening, closing = chance.choice([("[", "]"), ('{"a":', "}")])
    inside = opening * depth + "1" + closing * chance.choice([depth, depth, 0, depth + 1])
    field = chance.choice([*good, "more"])
    rest = json.dumps({k: v for k, v in good.items() if k != field})[1:-1]
    return f'{{"{field}": {inside}{", " if rest else ""}{rest}}}'.encode()


def _twice(chance, good):
    """A key that stands twice, at any depth."""
    key = chance.choice([*good, "a"])
    again = json.dumps({key: good.get(key, 1)})[1:-1]
    return f"{{{again}, {again}{', ' if good else ''}{json.dumps(good)[1:-1]}}}".encode()


def _big(chance, good):
    """More than is taken at once."""
    return json.dumps({**good, "more": "x" * chance.choice([MAX_BYTES, 2 * MAX_BYTES])}).encode()


def _unknown(chance, good):
    """A field that nobody knows, somewhere."""
    found = json.loads(json.dumps(good))
    place = chance.choice([each for each in _insides(found) if isinstance(each, dict)])
    if "clientExtensionResults" in good or not place:  # where anything may be
        place = found
    place[chance.choice(["more", "", "Entry", "id ", "\u202e", "constructor"])] = chance.choice(
        WRONG
    )
    return json.dumps(found).encode()


def _smuggled(chance, good):
    """Characters that cannot be kept, in a field of their own or instead of a key."""
    what = chance.choice([r"\u0000", r"\ud800", r"\udc00\ud800", r"a\u0000b"])
    rest = json.dumps(good)[1:-1]
    where = chance.choice([f'"{what}": 1', f'"more": "{what}"', f'"more": {{"{what}": []}}'])
    return f"{{{where}{', ' if rest else ''}{rest}}}".encode()


def _tail(chance, good):
    """Something behind the end, or before the beginning."""
    junk = chance.choice([b"}", b"{}", b"\x00", b",", b"x", b"\xff", b"[]", b"\x1a"])
    raw = json.dumps(good).encode()
    return chance.choice([raw + junk, junk + raw])


def _squeezed(_chance, good):
    """Compressed, which nobody asked for."""
    return gzip.compress(json.dumps({**good, "more": 1}).encode())


def _wrong(chance, good):
    """A value of another type, or beyond its bounds, in one field; some are good by chance, so
    there is an unknown field besides."""
    found = json.loads(json.dumps({**good, "more": 1}))
    inside = chance.choice([each for each in _insides(found) if each])
    keys = list(inside) if isinstance(inside, dict) else range(len(inside))
    inside[chance.choice(list(keys))] = chance.choice(WRONG)
    return json.dumps({**found, "more": 1}).encode()


def _missing(chance, good):
    """A field that must be there is not."""
    if not good:
        return b"[]"
    gone = chance.choice(list(good))
    return json.dumps({**{k: v for k, v in good.items() if k != gone}, "more": 1}).encode()


def _insides(found):
    """Every object and list in a value, itself first."""
    if isinstance(found, (dict, list)):
        yield found
        for each in found.values() if isinstance(found, dict) else found:
            yield from _insides(each)


WAYS = (
    _cut, _nonsense, _noise, _encoded, _deep, _twice, _big, _unknown, _smuggled, _tail, _squeezed,
    _wrong, _missing,
)  # fmt: skip
