"""GET /openapi.json: the contract, for anyone."""

from typing import Any

import msgspec
from flask import Blueprint, Response, current_app, request

from webapp.openapi.document import document
from webapp.security.access import anyone
from webapp.security.strict_json import gives

bp = Blueprint("openapi", __name__)


class Document(msgspec.Struct):
    """An OpenAPI 3.1 document."""

    openapi: str
    info: dict[str, Any]
    paths: dict[str, Any]
    components: dict[str, Any]
    servers: list[dict[str, str]]


@bp.get("/openapi.json")
@anyone
@gives(Document)
def openapi():
    """This contract. Whoever keeps it asks each time whether an update changed it."""
    told = current_app.extensions.get("openapi")
    if told is None:
        told = current_app.extensions["openapi"] = msgspec.json.encode(document(current_app))
    response = Response(told, mimetype="application/json")
    response.cache_control.no_cache = True
    response.add_etag()
    return response.make_conditional(request)
