"""A form that was half filled when the login lapsed: nothing of it is lost, and nothing stored.

Its fields wait, hidden, on the page that asks to sign in, and are sent from there to where they
were going: in the body of that page alone, never in an address, a cookie or the log. The form keeps
its own token and gets no new one. So this page adds no way to have a form sent: what another site
made up has no good token, and same_origin.py has turned it away before.
"""

from flask import render_template, request

from webapp.security.form_token import whose


def page():
    """The page that asks, and sends what it holds once the same person has signed in."""
    shown = {"fields": request.form.items(multi=True), "whose": whose(), "to": _address()}
    return render_template("half_filled.html", **shown), 401


def _address():
    return request.full_path if request.args else request.path
