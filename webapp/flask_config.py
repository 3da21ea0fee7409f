"""What Flask and its extensions are told. No operator chooses it: it follows from two addresses."""

from urllib.parse import SplitResult

from sqlalchemy.engine import make_url

USUAL_PORT = {"http": 80, "https": 443}
# How long a server that says nothing is waited for when it is called, and one that has gone from
# the network in the middle, also while it owes an answer. Without that it is minutes, or hours, in
# which nobody else is answered either. See extensions.py for one that is there and says nothing.
PATIENCE = {
    "connect_timeout": 5, "tcp_user_timeout": 10_000, "keepalives_idle": 10,
    "keepalives_interval": 5,
}  # fmt: skip
LONGEST_LOGIN_S = 90 * 24 * 3600
LIMITS = {
    "MAX_CONTENT_LENGTH": 262_144,
    # No person comes near these: they stop programs. See security/tries.py, journal/pace.py.
    "MOST_WRONG_TRIES": 100,
    "MOST_ENTRIES_AN_HOUR": 250_000,
    "MAX_FORM_MEMORY_SIZE": 65_536,
    "MAX_FORM_PARTS": 50,
}
COMPRESSION = {
    "COMPRESS_BR_LEVEL": 5,  # a twelfth smaller than Flask-Compress's own 4, in the same time
    "COMPRESS_MIN_SIZE": 400,
}


def engine(url: str) -> dict[str, object]:
    """A database server can be gone, or keep somebody waiting; a file cannot.

    There are as many connections as the door lets in, so that nobody inside waits for one.
    """
    always = {"hide_parameters": True, "max_overflow": -1}
    options = always | ({} if url.startswith("sqlite") else _remote(url))
    return {"SQLALCHEMY_DATABASE_URI": url, "SQLALCHEMY_ENGINE_OPTIONS": options}


def _remote(url: str) -> dict[str, object]:
    """What the operator says of the same in the address comes last, and holds. A server tells hours
    as they are on its own wall, which no calendar that is handed out may take for anybody's."""
    ours = "-c lock_timeout=5000 -c TimeZone=UTC"
    said = make_url(url).normalized_query
    asked = [ours, *said.get("options", ())]
    # A server that was set up without a language keeps text as bytes, and would hand out bytes.
    told = {"options": " ".join(asked), "client_encoding": "utf8"}
    patience = {name: limit for name, limit in PATIENCE.items() if name not in said}
    return {"pool_pre_ping": True, "connect_args": told | patience}


def web(origin: SplitResult) -> dict[str, object]:
    """Hosts, cookies and forms, from our own address; limits and compression, the same for all."""
    secure = origin.scheme == "https"
    hosts = [origin.hostname]
    return {
        **LIMITS,
        **COMPRESSION,
        "PUBLIC_ORIGIN": origin.geturl(),
        "PUBLIC_HOST": origin.hostname,
        "IS_LOCAL": origin.hostname == "localhost",
        "TRUSTED_HOSTS": hosts + (["127.0.0.1"] if origin.hostname == "localhost" else []),
        "LOGIN_COOKIE": _cookie("login", origin),
        "BROWSER_COOKIE": _cookie("browser", origin),
        "SESSION_COOKIE_NAME": _cookie("form", origin),
        "PERMANENT_SESSION_LIFETIME": LONGEST_LOGIN_S,  # a form is good as long as a login may be
        "SESSION_REFRESH_EACH_REQUEST": False,  # forms renew it, and files stay without a cookie
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,  # a token that expires would lose a half-filled form
        "WTF_CSRF_SSL_STRICT": False,  # same_origin.py asks more strictly, and for every request
    }


def _cookie(name: str, origin: SplitResult) -> str:
    """Safari keeps no Secure cookie on http://localhost, so the prefix goes with https. A browser
    sends cookies to every port of a host: there, the port tells one installation's from another's.
    """
    if origin.scheme == "https":
        return f"__Host-{name}"
    return f"{name}-{origin.port or USUAL_PORT['http']}"
