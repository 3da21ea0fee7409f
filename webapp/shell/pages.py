"""Pages without a personal word: a browser may keep them, if it asks again each time."""

import mimetypes
from functools import lru_cache

import brotli
from flask import current_app, request

from webapp.shell import in_one_piece, release, stylesheets
from webapp.shell.comments import without_comments

JAVASCRIPT, SVG = "text/javascript", "image/svg+xml"


def attach(app):
    """Mark those pages, and give every template what stands on each page."""
    mimetypes.add_type(JAVASCRIPT, ".js")  # older lists of a machine call it otherwise
    app.after_request(_as_released)
    app.after_request(_read)
    app.context_processor(_everywhere)


def _as_released(response):
    """What is the same for everybody, files and pages."""
    endpoint = request.endpoint
    if response.status_code != 200 or endpoint not in ("static", "shell.later", *release.PAGES):
        return response
    if endpoint == "static":
        response.set_data(as_sent(request.view_args["filename"], response.get_data()))
    elif endpoint in release.PAGES:
        response.headers["Cache-Control"] = "no-cache"
    _pressed(response)
    return response


def _read(response):
    """Our files are small: read whole, they are closed, and compressed for every kind of client."""
    if response.direct_passthrough and response.status_code == 200:
        response.direct_passthrough = False
        response.make_sequence()
    return response


def as_sent(name, body):
    """A file of ours as phones are sent it: a page's script and a stylesheet with all that they
    import, any other module without its comments, the rest as it is written."""
    if name in release.in_one_piece():
        return in_one_piece.piece(name).encode()
    if name in release.stylesheets():
        return stylesheets.sheet(name).encode()
    return without_comments(body.decode()).encode() if name.endswith(".js") else body


def _pressed(response):
    """Compressed once, as small as it gets: a sixth smaller than what Flask-Compress has the time
    for on each request, and whoever opens an invitation waits for it."""
    is_text = response.mimetype.startswith("text/") or response.mimetype == SVG
    if is_text and request.accept_encodings.quality("br"):
        response.set_data(_as_small_as_it_gets(response.get_data()))
        response.content_encoding = "br"
        response.vary.add("Accept-Encoding")
        if etag := response.get_etag()[0]:
            response.set_etag(etag, weak=True)  # two encodings of one file are not the same bytes


@lru_cache(maxsize=1000)
def _as_small_as_it_gets(body):
    return brotli.compress(body)


def _everywhere():
    return {"version": current_app.config["VERSION"]}
