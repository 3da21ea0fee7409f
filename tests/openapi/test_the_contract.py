"""GET /openapi.json says what is true: which addresses there are, what they take and give."""

import json

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests import contract
from tests.entries import check_in, entry
from tests.security.routes import routes
from webapp.journal.schema import MAX_ITEMS


@pytest.fixture
def told(nobody):
    """The document, as anyone gets it."""
    return nobody.asks("GET", "/openapi.json").get_json()


def spoken(app):
    """Every address that answers in JSON, as (method, address in the document)."""
    return {
        (method, rule.rule.replace("<uuid:", "{").replace(">", "}"))
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if getattr(app.view_functions[rule.endpoint], "speaks_json", False)
    }


def test_it_is_a_sound_openapi_document(told):
    OpenAPIV31SpecValidator(told).validate()
    assert told["openapi"] == "3.1.0"


def test_every_address_that_speaks_json_is_in_it_and_no_other(app, told):
    written = {(m.upper(), path) for path, each in told["paths"].items() for m in each}
    assert written == spoken(app)


def test_every_other_address_gives_pages_and_files(app, nobody, ada, bea):
    others = [(method, path) for method, path, view in routes(app) if not hasattr(view, "gives")]
    answers = [who.asks(*other) for other in others for who in (nobody, ada, bea)]
    kinds = {answer.mimetype for answer in answers if answer.status_code < 400}
    assert len(others) > 15 and "application/json" not in kinds


def test_whoever_keeps_it_asks_each_time_whether_an_update_changed_it(nobody):
    answer = nobody.asks("GET", "/openapi.json")
    assert answer.headers["Cache-Control"] == "no-cache"
    again = nobody.asks("GET", "/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_it_says_who_must_sign_in(app, told):
    views = {name.replace(".", "_"): view for name, view in app.view_functions.items()}
    operations = [each for path in told["paths"].values() for each in path.values()]
    closed = {o["operationId"] for o in operations if o["security"] == [{"login": []}]}
    may = {o["operationId"]: views[o["operationId"]].who_may_call for o in operations}
    assert closed == {name for name, who in may.items() if who in ("signed_in", "client_self")}


def test_what_bea_sends_and_gets_is_as_it_says(app, bea):
    body, answer = bea.sync(check_in(), check_in(sha256="0" * 64)), bea.syncs(check_in())
    schema = {"$ref": "#/components/schemas/Sync", "components": contract.of(app).components}
    assert jsonschema_rs.is_valid(schema, body)
    assert not jsonschema_rs.is_valid(schema, {**body, "more": 1})
    assert answer["changes"]


def test_a_body_is_as_it_says(app):
    components = contract.of(app).components
    bodies = components["schemas"]["Item"]["properties"]["body"]["contentSchema"]
    schema = {**bodies, "components": components}
    assert jsonschema_rs.is_valid(schema, json.loads(check_in()["body"]))
    assert not jsonschema_rs.is_valid(schema, {"words": "only"})


LIES = {
    "a status it does not know": lambda answer: setattr(answer, "status_code", 418),
    "a code it does not know": lambda answer: answer.set_data(
        answer.data.replace(b"not_signed_in", b"guess_why")
    ),
    "a field that is missing": lambda answer: answer.set_data(answer.data.replace(b"detail", b"x")),
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_is_otherwise_is_noticed(app, nobody, lie):
    answer = nobody.asks("POST", "/sync", json={})
    contract.of(app).hold(answer)
    LIES[lie](answer)
    with pytest.raises((AssertionError, jsonschema_rs.ValidationError)):
        contract.of(app).hold(answer)


def test_a_refusal_for_size_says_the_limits(bea):
    told = bea.syncs(*[entry("{}") for _ in range(MAX_ITEMS + 1)], status=413)
    assert told["limits"] == {"items": MAX_ITEMS, "bytes": 262_144}


def test_every_moment_is_told_as_one(app):
    """What ends in `_at` is one, whoever tells it."""
    schemas = contract.of(app).components["schemas"].values()
    fields = [each for schema in schemas for each in schema.get("properties", {}).items()]
    moments = [str(said) for name, said in fields if name.endswith("_at")]
    assert len(moments) > 15 and all("'format': 'date-time'" in said for said in moments)
