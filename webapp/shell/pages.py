"""Pages without a personal word: a browser may keep them, if it asks again each time."""

import mimetypes
import re
from functools import cache, lru_cache
from pathlib import PurePosixPath
from posixpath import normpath

import brotli
from flask import current_app, request

from webapp.shell import release

JAVASCRIPT, SVG = "text/javascript", "image/svg+xml"
# On lines of its own, before code, or behind it. Of none of our texts it is a part: see its test.
COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n"
    r"|/\*\*(?:(?!\*/).)*\*/ ?"
    r"|(?<=[;,{}()\]>]) // [^\n]*$",
    re.DOTALL | re.MULTILINE,
)
IMPORT = re.compile(r'^(?:import|export)\b[^;]*?"(\.[^"]+)";', re.MULTILINE)


def attach(app):
    """Mark those pages, and give every template what stands on each page."""
    mimetypes.add_type(JAVASCRIPT, ".js")  # older lists of a machine call it otherwise
    app.after_request(_as_released)
    app.after_request(_read)
    app.context_processor(_everywhere)


def _as_released(response):
    """What is the same for everybody, files and pages."""
    endpoint = request.endpoint
    if response.status_code == 200 and (endpoint == "static" or endpoint in release.PAGES):
        response.set_data(bare(response.mimetype, response.get_data()))
        _pressed(response)
        if endpoint in release.PAGES:
            response.headers["Cache-Control"] = "no-cache"
    return response


def _read(response):
    """Our files are small: read whole, they are closed, and compressed for every kind of client."""
    if response.direct_passthrough and response.status_code == 200:
        response.direct_passthrough = False
        response.make_sequence()
    return response


def bare(kind, body):
    """A file as it is sent: as it is written, but for the comments of modules, which would be a
    quarter of what a phone keeps."""
    return without_comments(body.decode()).encode() if kind == JAVASCRIPT else body


@lru_cache(maxsize=1000)
def without_comments(code):
    """JavaScript of ours without its comments."""
    return COMMENT.sub("", code)


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
    return {"version": current_app.config["VERSION"], "modules_of": modules_of}


@cache
def modules_of(entry):
    """The modules that one script imports, so that a page can ask for all of them at once."""
    found, ahead = [], [entry]
    while ahead:
        name = ahead.pop()
        imported = IMPORT.findall((release.STATIC / name).read_text())
        new = {normpath(PurePosixPath(name).parent / path) for path in imported}
        ahead += [module for module in sorted(new) if module not in found and module != entry]
        found += [module for module in sorted(new) if module not in found]
    return found
