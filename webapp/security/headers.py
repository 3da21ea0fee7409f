"""The headers of every answer, also of errors and files."""

from flask import request

CONTENT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    # The one policy lets the page register its own service worker and nothing else.
    "trusted-types": "footing",
}
DENIED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
# Sharing (web-share) is ours by default; naming it makes browsers without it complain.
GRANTED = ("publickey-credentials-create", "publickey-credentials-get", "clipboard-write")
# An address with the version in it never gives anything else.
NEVER_ANOTHER = ("static", "shell.later")
NOTHING = 204
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in CONTENT.items()),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(
        [f"{name}=()" for name in DENIED] + [f"{name}=(self)" for name in GRANTED]
    ),
}


def attach(app):
    """Put the headers on every answer, whoever makes it."""
    app.wsgi_app = _with_headers(app.wsgi_app)
    app.after_request(_say_who_may_keep_it)
    app.after_request(_call_nothing_a_page)


def _with_headers(wsgi):
    more = list(HEADERS.items())

    def answer(environ, start_response):
        def start(status, headers, *error):
            return start_response(status, headers + more, *error)

        return wsgi(environ, start)

    return answer


def _say_who_may_keep_it(response):
    if request.endpoint in NEVER_ANOTHER and response.status_code < 400:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _call_nothing_a_page(response):
    """Flask calls what is empty HTML, too, and programs are promised none."""
    if response.status_code == NOTHING or request.method == "OPTIONS":
        response.headers.pop("Content-Type", None)
    return response
