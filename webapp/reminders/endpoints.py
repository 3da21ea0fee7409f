"""Which push services a notification may be handed to. Pure."""

from urllib.parse import urlsplit

# Google, Mozilla, Apple, Microsoft. A dot in front: every name below it.
KNOWN = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)


def is_allowed(endpoint, more=()):
    """Whether an address that a browser gave us is one of a push service that we know.

    `more` are origins that the operator trusts as well. Anything else could make this server
    call whatever somebody likes.
    """
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    is_plain = endpoint.isascii() and endpoint.isprintable()
    if not is_plain or any(c in endpoint for c in " \\@#") or parts.hostname is None:
        return False
    if f"{parts.scheme}://{parts.netloc}" in more:
        return True
    return parts.scheme == "https" and port in (None, 443) and _is_known(parts.hostname)


def _is_known(host):
    return any(host == name or name[0] == "." and host.endswith(name) for name in KNOWN)
