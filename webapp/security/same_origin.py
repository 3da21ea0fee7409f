"""Nothing changes at another site's bidding.

The browser says where a request comes from in Sec-Fetch-Site, which a page that was cached for
months cannot get wrong; no token can expire. Older browsers say it in Origin.
"""

from flask import current_app, request

from webapp.extensions import READING
from webapp.security.problems import Problem


def attach(app):
    """Refuse every changing request that is not from our own origin."""
    app.before_request(_check)


def _check():
    if request.method not in READING and not (_is_ours() or _is_by_link()):
        raise Problem(403, "cross_site", "This request came from another site.")


def _is_by_link():
    """The secret in such an address is what nobody else's page knows."""
    view = current_app.view_functions.get(request.endpoint)
    return getattr(view, "who_may_call", None) == "link_holder"


def _is_ours():
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == current_app.config["PUBLIC_ORIGIN"]
