"""One public address: only that host is answered, and proxies are believed only when configured."""

from flask import current_app, redirect, request
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.security.problems import bad_request


def attach(app):
    """Trust as many proxies as there are, and send people from 127.0.0.1 to localhost."""
    hops = app.config["PROXY_HOPS"]
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=0)
    app.before_request(_readable)
    app.before_request(_one_address)


def _readable():
    """Whoever reads what is behind the “?” would stumble over bytes that are no UTF-8."""
    try:
        request.query_string.decode()
    except UnicodeDecodeError as wrong:
        raise bad_request("This address cannot be read.") from wrong


def _one_address():
    """A passkey belongs to a name, so a page opened by number could never sign anybody in."""
    opened_by_number = request.host.split(":")[0] == "127.0.0.1"
    if opened_by_number and request.headers.get("Sec-Fetch-Mode") == "navigate":
        return redirect(current_app.config["PUBLIC_ORIGIN"] + request.full_path.rstrip("?"))
    return None
