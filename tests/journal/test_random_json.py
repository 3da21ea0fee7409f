"""Whatever is posted, the answer is never an error of ours, and nonsense stores nothing."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import dump
from tests.entries import check_in, entry

BOUNDED = settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = st.text(st.characters(), max_size=20)  # half characters and U+0000 among them
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
ANY = st.recursive(
    LEAVES,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(WORDS, inside, max_size=4),
    max_leaves=12,
)
FIELDS = sorted(check_in())


def post(person, raw):
    """Post bytes; returns the status, which is never 5xx, and what was said."""
    response = person.asks("POST", "/sync", data=raw, content_type="application/json")
    assert response.status_code < 500 and response.is_json
    return response.status_code, response.get_json()


@BOUNDED
@given(raw=st.binary(max_size=200) | ANY.map(json.dumps).map(str.encode))
def test_nonsense_is_refused_and_stores_nothing(app, bea, raw):
    before = dump.rows(app)
    status, _ = post(bea, raw)
    assert 400 <= status < 500 and dump.rows(app) == before


@BOUNDED
@given(field=st.sampled_from(["account", "device", "now", "cursor", "push", "limit"]), value=ANY)
def test_nonsense_in_one_field_of_a_sync_stores_nothing(app, bea, field, value):
    before = dump.rows(app)["entry"]
    status, told = post(bea, json.dumps(bea.sync(**{field: value})))
    assert status < 500 and dump.rows(app)["entry"] == before


@BOUNDED
@given(field=st.sampled_from(FIELDS), value=ANY)
def test_nonsense_in_one_field_of_an_entry_is_refused_or_kept_true(bea, field, value):
    status, told = post(bea, json.dumps(bea.sync({**check_in(), field: value})))
    if status == 200:
        kept = {change["entry"] for change in bea.feed()}
        (result,) = told["results"]
        assert (result["entry"] in kept) is (result["status"] != "rejected")


@BOUNDED
@given(body=ANY.map(json.dumps) | st.text(max_size=50))  # whole characters: it has a digest
def test_nonsense_in_a_body_is_refused(app, bea, body):
    before = dump.rows(app)["entry"]
    status, told = post(bea, json.dumps(bea.sync(entry(body))))
    assert status == 400 or told["results"][0]["status"] == "rejected"
    assert dump.rows(app)["entry"] == before


@pytest.mark.parametrize("path", ["/passkeys/login", "/passkeys/registration", "/set-up",
                                  "/invitations/look", "/passkeys/step-up/options"])  # fmt: skip
@BOUNDED
@given(value=ANY)
def test_nonsense_elsewhere_is_refused_too(bea, path, value):
    response = bea.asks("POST", path, json=value)
    assert 400 <= response.status_code < 500 and response.is_json
