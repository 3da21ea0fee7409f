"""The log: a JSON object a line, in UTC. It has no words, names, secrets, paths or addresses.

A request is known by its route; a person by a pseudonym, which is another one every day. What went
wrong is told by its kind and place, because the message of an error may hold anything. Of what
libraries say, only the sentence is kept, and nothing that they would put into it.
"""

import hmac
import logging
import traceback
from datetime import UTC, datetime
from functools import lru_cache
from secrets import token_hex
from time import perf_counter

import msgspec
from flask import g, has_request_context, request

from webapp.extensions import now
from webapp.security.keyring import ours

OURS = ("webapp", "_granian")  # Granian speaks of itself only; its access log is off
FRAMES = 6
log = logging.getLogger(__name__)


def begin():
    """Have what is logged in this process written to stderr like that: all that is ours, and what
    worries the libraries."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLine())
    logging.getLogger().addHandler(handler)
    logging.getLogger("webapp").setLevel(logging.INFO)
    # Looking up who logs costs most (see "Optimization" in its docs), and is not told. Of the same
    # kind are threads and processes; but another server may number its own lines by them.
    logging.logMultiprocessing, logging._srcfile = False, None


def attach(app):
    """Log each request when it was answered. Files that are the same for everybody are not."""
    app.before_request(_begin)
    app.after_request(_answered)


def failed(exc_info):
    """Log an error of ours."""
    log.error("an error of ours", exc_info=exc_info)


class JsonLine(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record):
        """What happened when, in which request; how it failed, if it did."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname.lower(),
            "by": record.name,
            "said": _said(record),
            "request": _request_id(),
            **(_failure(*record.exc_info) if record.exc_info else {}),
            **getattr(record, "answered", {}),
        }
        known = {name: value for name, value in told.items() if value is not None}
        return msgspec.json.encode(known).decode()


def _said(record):
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    return record.msg if record.args and isinstance(record.msg, str) else None


def _request_id():
    return g.get("request_id") if has_request_context() else None


def _failure(kind, _error, trace):
    frames = list(traceback.walk_tb(trace))[-FRAMES:]
    return {"error": kind.__name__, "where": [_place(f.f_code, line) for f, line in frames]}


def _place(code, line):
    """The last two parts of a file's name: more would tell whose machine it is."""
    return f"{'/'.join(code.co_filename.split('/')[-2:])}:{line}"


def _begin():
    g.request_id, g.began = token_hex(8), perf_counter()


def _answered(response):
    is_file = request.endpoint == "static" and response.status_code < 400
    if log.isEnabledFor(logging.INFO) and not is_file:
        log.info("answered", extra={"answered": _about(response)})
    return response


def _about(response):
    return {
        "route": request.endpoint,
        "status": response.status_code,
        "ms": round((perf_counter() - g.began) * 1000, 1),
        "person": _pseudonym(g.get("_login_user")),
    }


def _pseudonym(signed_in):
    """The same for one person all day long, and nobody's without the key. None for nobody."""
    person_id = getattr(signed_in, "id", None)
    return person_id and _of_a_day(ours(), now().date(), person_id)


@lru_cache(maxsize=1000)
def _of_a_day(secrets, day, person_id):
    return hmac.digest(secrets.log_key(), f"{day} {person_id}".encode(), "sha256").hex()[:12]
