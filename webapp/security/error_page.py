"""An error as a person is told of it: a calm page, in the frame of whoever asked."""

import sqlite3

import psycopg
from flask import current_app, render_template, request
from flask.globals import request_ctx
from flask_login import current_user
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import MethodNotAllowed, SecurityError

# What else PostgreSQL says where nothing of ours is wrong: one that stands by, or is nearly full,
# takes nothing in, and who waited too long is sent away.
NOT_NOW = (
    psycopg.errors.ReadOnlySqlTransaction,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.TransactionTimeout,
)
AWAY = OperationalError, sqlite3.OperationalError, psycopg.OperationalError, *NOT_NOW


def is_asked_for():
    """Whether a person asks, and not a program."""
    asks_for_a_page = "text/html" in request.headers.get("Accept", "")
    # Our pages hold addresses of ours, and under another host there are none.
    is_for_us = not isinstance(request.routing_exception, SecurityError)
    return asks_for_a_page and is_for_us and not getattr(_view(), "speaks_json", False)


def of(status):
    """The answer with this status."""
    # What broke may be the database. Then nobody is looked for there: the view tells whose it is.
    of_practice = _is_of_practice() if status >= 500 else _is_therapist()
    page = render_template("error.html", status=status, of_practice=of_practice)
    return current_app.make_response((page, status))


def _is_of_practice():
    return getattr(_view(), "who_may_call", "").startswith("therapist")


def _is_therapist():
    try:
        return current_user.is_authenticated and current_user.role == "therapist"
    except AWAY:
        return False


def _view():
    """What is at this address, also for another method."""
    endpoint, wrong = request.endpoint, request.routing_exception
    if isinstance(wrong, MethodNotAllowed):
        endpoint, _ = request_ctx.url_adapter.match(method=wrong.valid_methods[0])
    return current_app.view_functions.get(endpoint)
