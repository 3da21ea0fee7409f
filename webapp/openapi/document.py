"""The whole document: every address that speaks JSON, and every shape that goes there."""

from collections import defaultdict

import msgspec

from webapp.journal.kinds import KINDS
from webapp.journal.schema import PROTOCOL, Item
from webapp.openapi.operations import Operation, name, parts, refusal
from webapp.security.problems import ProblemDetails

ABOUT = """Signing in and syncing, for the phones of Footing and for other programs.

Every answer is JSON, refusals as `application/problem+json` with a stable `code`. A request that
changes something must come from our own origin. JSON is read strictly: UTF-8, no key twice, no
unknown field, no U+0000; whatever is refused has changed nothing."""


def document(app):
    """The OpenAPI 3.1 document of an application, as plain values."""
    routes = [(rule, app.view_functions[rule.endpoint]) for rule in app.url_map.iter_rules()]
    spoken = sorted((r.rule, r, view) for r, view in routes if hasattr(view, "gives"))
    shapes, schemas = _shapes(view for *_, view in spoken)
    operations = [Operation(rule, view, shapes) for _, rule, view in spoken]
    refusals = sorted({each for operation in operations for each in operation.refusals()})
    return {
        "openapi": "3.1.0",
        "info": {"title": "Footing", "version": str(PROTOCOL), "description": ABOUT},
        "servers": [{"url": app.config["PUBLIC_ORIGIN"]}],
        "paths": _paths(operations),
        "components": {
            "schemas": schemas,
            "responses": {name(*each): refusal(*each) for each in refusals},
            "securitySchemes": _login(app),
        },
    }


def _paths(operations):
    paths = defaultdict(dict)
    for operation in operations:
        paths[operation.path][operation.method.lower()] = operation.described()
    return paths


def _shapes(views):
    """The schema of each shape that these views take or give, by shape; and the components."""
    said = [(getattr(view, "takes", None), view.gives[1]) for view in views]
    found = {part for shapes in said for shape in shapes for part in parts(shape)}
    found |= {ProblemDetails, *(body for _, body in _bodies())}
    shapes = sorted(found, key=str)
    schemas, components = msgspec.json.schema_components(
        shapes, ref_template="#/components/schemas/{name}"
    )
    known = dict(zip(shapes, schemas, strict=True))
    _tell_bodies(components, known)
    for component in components.values():
        _require_what_is_always_said(component)
    return known, _for_everybody(components)


def _require_what_is_always_said(component):
    """A default of ours goes out like any value; for what comes in, it may be left out."""
    if component.get("additionalProperties", True):
        said = component.get("properties", {}).items()
        always = [name for name, value in said if value.get("default") is not None]
        component["required"] = component["required"] + always


def _bodies():
    """The kinds of entries there are, and the body of each."""
    for kind in KINDS.values():
        for number, body in kind.schemas.items():
            yield f"{kind.name} {number}", body


def _tell_bodies(components, shapes):
    """A body is JSON inside a text. Its schema is one of these, by the entry's kind and schema."""
    body = components[Item.__name__]["properties"]["body"]
    body["contentMediaType"] = "application/json"
    body["contentSchema"] = {"oneOf": [{"title": n, **shapes[each]} for n, each in _bodies()]}


def _for_everybody(schema):
    """Python's `\\Z`, which is not everybody's: for them, `$` is the end and nothing else."""
    if isinstance(schema, dict):
        return {
            key: value.replace(r"\Z", "$") if key == "pattern" else _for_everybody(value)
            for key, value in schema.items()
        }
    return [_for_everybody(each) for each in schema] if isinstance(schema, list) else schema


def _login(app):
    name = app.config["LOGIN_COOKIE"]
    return {"login": {"type": "apiKey", "in": "cookie", "name": name}}
