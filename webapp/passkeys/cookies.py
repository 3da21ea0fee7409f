"""The two cookies: who is signed in here, and which browser asked for a challenge."""

import secrets

from flask import current_app, request

from webapp.extensions import login_manager
from webapp.passkeys.erased import ErasedLogin, Nobody
from webapp.passkeys.logins import SignedIn
from webapp.passkeys.revoked import Revoked
from webapp.passkeys.witness import Witness

CEREMONY_S = 600
# As long as browsers allow, and longer than any login: a phone that was away for a year must still
# be known when it comes back, to hear that its account was erased.
COOKIE_S = 400 * 24 * 3600
login_manager.anonymous_user = Nobody


@login_manager.request_loader
def load(request):
    """Whom the login cookie speaks for."""
    token = request.cookies.get(current_app.config["LOGIN_COOKIE"])
    signed_in = SignedIn.by_token(token) if token else None
    if signed_in:
        signed_in.touch()
        return signed_in
    return _formerly(token) if token else None


def _formerly(token):
    return ErasedLogin.by_token(token) or Witness.by_token(token) or Revoked.by_token(token)


def give_login(response, token):
    """Sign this browser in."""
    response.set_cookie(current_app.config["LOGIN_COOKIE"], token, max_age=COOKIE_S, **_flags())
    return response


def drop_login(response):
    """Sign this browser out."""
    response.delete_cookie(current_app.config["LOGIN_COOKIE"], **_flags())
    return response


def browser():
    """The secret of the browser that asks, or None for one that never asked."""
    return request.cookies.get(current_app.config["BROWSER_COOKIE"])


def new_browser():
    """A secret for a browser that asks for the first time."""
    return secrets.token_urlsafe(32)


def give_browser(response, secret):
    """Let this browser, and no other, answer the challenge."""
    name = current_app.config["BROWSER_COOKIE"]
    response.set_cookie(name, secret, max_age=CEREMONY_S, **_flags())
    return response


def _flags():
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    return {"httponly": True, "secure": secure, "samesite": "Lax", "path": "/"}
