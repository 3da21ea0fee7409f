"""Pages without a personal word: a browser may keep them, if it asks again each time."""

from flask import current_app, request

from webapp import content
from webapp.shell import release


def attach(app):
    """Mark those pages, and give every template the words that stand on each page."""
    app.after_request(_keepable)
    app.context_processor(_everywhere)


def _keepable(response):
    if request.endpoint in release.PAGES and response.status_code == 200:
        response.headers["Cache-Control"] = "no-cache"
    return response


def _everywhere():
    return {"version": current_app.config["VERSION"], "checked": content.crisis().checked}
