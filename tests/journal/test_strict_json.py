"""What is not exactly the JSON of the contract is refused, and nothing of it is stored."""

import json
from functools import reduce

import pytest
from msgspec import Struct

import webapp
from tests import dump
from tests.entries import check_in
from webapp.security.strict_json import know_shapes, read

BROKEN = {
    "nothing": b"",
    "spaces": b"   ",
    "no JSON": b"protocol=1",
    "a list": b"[]",
    "a list of one": b'[{"protocol":1}]',
    "null": b"null",
    "a truth": b"true",
    "a number": b"1",
    "a text": b'"protocol"',
    "two objects": b'{"protocol":1}{"protocol":1}',
    "something behind": b'{"protocol":1} x',
    "a comma too many": b'{"protocol":1,}',
    "a comment": b'{"protocol":1/**/}',
    "single quotes": b"{'protocol':1}",
    "a key that is no text": b"{protocol:1}",
    "a byte order mark": b'\xef\xbb\xbf{"protocol":1}',
    "UTF-16": '{"protocol":1}'.encode("utf-16"),
    "UTF-16 without a mark": '{"protocol":1}'.encode("utf-16-le"),
    "UTF-32": '{"protocol":1}'.encode("utf-32"),
    "Latin-1": '{"é":1}'.encode("latin-1"),
    "half a character": b'{"a":"\xc3"}',
    "an overlong slash": b'{"a":"\xc0\xaf"}',
    "a surrogate in bytes": b'{"a":"\xed\xa0\x80"}',
    "a raw U+0000": b'{"a":"\x00"}',
    "a raw line end": b'{"a":"\n"}',
    "not a number": b'{"protocol":NaN}',
    "infinity": b'{"protocol":Infinity}',
    "minus infinity": b'{"protocol":-Infinity}',
    "a number without end": b'{"protocol":1e999}',
    "minus a number without end": b'{"protocol":-1e999}',
    "a leading zero": b'{"protocol":01}',
    "a hexadecimal": b'{"protocol":0x1}',
    "ten thousand digits": b'{"protocol":' + b"1" * 10_000 + b"}",
    "100,000 lists": b"[" * 100_000,
    "100,000 objects": b'{"a":' * 40_000,
    "deep and closed": b'{"protocol":1,"a":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
}
# These take a good request and turn one thing, in the text.
TURNED = {
    "a key twice": ('"protocol": 1', '"protocol": 1, "protocol": 1'),
    "a key twice, deep inside": ('"op": "put"', '"op": "put", "op": "put"'),
    "a key twice, once escaped": ('"protocol": 1', '"protocol": 1, "\\u0070rotocol": 1'),
    "an unknown field": ('"protocol": 1', '"protocol": 1, "more": 1'),
    "an unknown field of an entry": ('"op": "put"', '"op": "put", "more": 1'),
    "a missing field": ('"resolves": [], ', ""),
    "a lone surrogate": ('"Europe/London"', '"\\ud800"'),
    "a pair the wrong way round": ('"Europe/London"', '"\\udf26\\ud83c"'),
    "an escaped U+0000": ('"Europe/London"', '"\\u0000"'),
    "a lone surrogate in a kind": ('"kind": "check_in"', '"kind": "\\udc00"'),
    "a U+0000 in a kind": ('"kind": "check_in"', '"kind": "\\u0000"'),
    "a lone surrogate in a body": ('"body": "{', '"body": "\\ud83c{'),
    "a U+0000 in a body": ('"body": "{', '"body": "\\u0000{'),
    "a lone surrogate in a name": ('"protocol": 1', '"protocol": 1, "\\ud800": 1'),
    "a zone of odd letters": ('"Europe/London"', '"Europe/London; DROP TABLE"'),
    "a truth for a number": ('"limit": 200', '"limit": true'),
    "200.0 for a number": ('"limit": 200', '"limit": 200.0'),
    "a text for a number": ('"limit": 200', '"limit": "200"'),
    "null for a number": ('"limit": 200', '"limit": null'),
    "no limit at all": ('"limit": 200', '"limit": 0'),
    "fewer than none": ('"waiting": 1', '"waiting": -1'),
    "a schema of 1.0": ('"schema": 1', '"schema": 1.0'),
    "a schema that is a truth": ('"schema": 1', '"schema": true'),
    "a cursor of 1e2": ('"cursor": null', '"cursor": {"seq": 1e2, "mark": "0123456789abcdef"}'),
    "a cursor below zero": ('"cursor": null', '"cursor": {"seq": -1, "mark": "0123456789abcdef"}'),
    "a cursor beyond": ('"cursor": null', '"cursor": {"seq": 1e30, "mark": "0123456789abcdef"}'),
    "a mark in capitals": ('"cursor": null', '"cursor": {"seq": 1, "mark": "0123456789ABCDEF"}'),
    "an erasure by a phone": ('"op": "put"', '"op": "erase"'),
    "a push that is one entry": ('"push": [', '"push": {"a": ['),
    "a moment without a zone": ('T18:04:00+00:00"', 'T18:04:00"'),
    "a moment that never was": ("2026-11-23T18:04:00", "2026-02-30T18:04:00"),
    "a digest in capitals": ('"sha256": "', '"sha256": "F'),
}
TYPES = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", ""]


@pytest.mark.parametrize("why", BROKEN)
def test_what_is_no_json_object_is_refused(bea, why):
    told = bea.posts_raw("/sync", BROKEN[why], 400)
    assert told["code"] == "bad_request" and told["detail"].endswith(".")
    assert bea.feed() == []


@pytest.mark.parametrize("why", TURNED)
def test_a_request_with_one_thing_wrong_is_refused_whole(app, bea, why):
    good = json.dumps(bea.sync(check_in(), limit=200))
    bad = good.replace(*TURNED[why])
    assert bad != good
    before = dump.rows(app)

    told = bea.posts_raw("/sync", bad.encode(), 400)
    assert told["code"] == "bad_request" and told["detail"].endswith(".")
    assert dump.rows(app) == before


@pytest.mark.parametrize(
    ("lists", "code"), [(30, "passkey_refused"), (31, "bad_request"), (900, "bad_request")]
)
def test_what_a_passkey_may_add_is_nested_no_deeper_than_anything_else(nobody, lists, code):
    shown = nobody.passkey.but(handle=b"nobody").shows({"challenge": "bm9ib2R5"})
    shown["clientExtensionResults"] = {
        "odd": reduce(lambda inner, _: [inner], range(lists - 1), [])
    }
    assert nobody.tries("/passkeys/login", shown) == code


@pytest.mark.parametrize("type", TYPES)
def test_only_what_calls_itself_json_is_read(app, bea, type):
    good, before = json.dumps(bea.sync(check_in())).encode(), dump.rows(app)
    bea.posts_raw("/sync", good, 415, type=type)
    assert dump.rows(app) == before


@pytest.mark.parametrize("type", ["application/json", "application/json; charset=utf-8"])
def test_json_may_name_its_encoding(bea, type):
    good = json.dumps(bea.sync(check_in()), ensure_ascii=False).encode()
    assert bea.posts_raw("/sync", good, 200, type=type)["results"][0]["status"] == "stored"


@pytest.mark.parametrize("protocol", [0, 2, 99, -1, "1", None, [], {}])
def test_an_app_of_another_time_is_told_to_update(bea, protocol):
    bea.is_refused(426, "update_needed", "/sync", bea.sync(check_in(), protocol=protocol))
    assert bea.feed() == []


@pytest.mark.parametrize("protocol", [True, 1.0])
def test_a_protocol_that_only_equals_one_is_refused(bea, protocol):
    bea.is_refused(400, "bad_request", "/sync", bea.sync(check_in(), protocol=protocol))


def test_every_shape_is_known_before_two_requests_can_meet_at_it():
    class Later(Struct):
        words: str

    Later.__module__ = "webapp.later"
    know_shapes()
    Later.__annotations__["words"] = "msgspec would stumble here, if it looked again"
    assert read(b'{"words": "Slower, please."}', Later) == Later("Slower, please.")


def test_the_app_knows_its_shapes_when_it_is_made(monkeypatch, tmp_path):
    looked = []
    monkeypatch.setattr(webapp.strict_json, "know_shapes", lambda: looked.append(True))
    webapp.create_app({"INSTANCE": str(tmp_path)})
    assert looked == [True]
