"""Every error is answered in one shape: `application/problem+json` for programs, a calm page for
people."""

import errno
import logging

import msgspec
from flask import Response
from sqlalchemy.exc import InternalError
from werkzeug.exceptions import HTTPException

from webapp.extensions import db
from webapp.security import error_page
from webapp.security.problems import Problem, busy

# What a disk says that takes nothing more; see ledger.py for what is written before a COMMIT.
FULL = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EIO,
}  # fmt: skip
log = logging.getLogger(__name__)


def attach(app):
    """Answer every error in the shape its caller understands."""
    app.register_error_handler(Problem, _answer_problem)
    app.register_error_handler(HTTPException, _answer_http)
    for away in error_page.AWAY:
        app.register_error_handler(away, _answer_busy)
    app.register_error_handler(InternalError, _answer_internal)
    app.register_error_handler(OSError, _answer_full)


def _answer_problem(problem):
    to_a_person = error_page.is_asked_for()
    response = error_page.of(problem.status) if to_a_person else _object_of(problem)
    if problem.retry_after_s:
        response.headers["Retry-After"] = str(problem.retry_after_s)
    return response


def _object_of(problem):
    told = msgspec.json.encode(problem.told)
    return Response(told, problem.status, mimetype="application/problem+json")


def _answer_busy(error):
    """The database is busy or away: nothing is known to be stored, and one may try again."""
    log.error("database unavailable: %s", type(getattr(error, "orig", error)).__name__)
    return _answer_problem(busy())


def _answer_internal(error):
    """SQLAlchemy has one class for what PostgreSQL will not do now, and for mistakes."""
    if not isinstance(error.orig, error_page.NOT_NOW):
        raise error
    return _answer_busy(error)


def _answer_full(error):
    """The disk of INSTANCE takes nothing: what is to be noted there first was not done."""
    if error.errno not in FULL:
        raise error
    db.session.rollback()
    log.error("nothing can be written in INSTANCE: %s", errno.errorcode[error.errno])
    return _answer_problem(busy())


def _answer_http(error):
    """Start from Werkzeug's own response: it holds `Allow`, and redirects."""
    response = error.get_response()
    if error.code is None or error.code < 400:
        return response
    if error.code == 500:
        db.session.rollback()  # PostgreSQL answers nothing more in what failed, and a page may ask
    code = {413: "too_large"}.get(error.code, error.name.lower().replace(" ", "_"))
    answer = _answer_problem(Problem(error.code, code, _said(error)))
    if "Allow" in response.headers:
        answer.headers["Allow"] = response.headers["Allow"]
    return answer


def _said(error):
    return {
        404: "There is nothing here.",
        405: "This address does not take that kind of request.",
        413: "This is more than the server takes at once.",
        500: "Something went wrong on our side. Nothing of yours was changed.",
    }.get(error.code, "This request cannot be answered.")
