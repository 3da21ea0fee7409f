"""Every setting: its name in the environment, its default, and what may be said.

A wrong value stops the start with one sentence. No secret has a default: see security/secrets.py.
"""

import ipaddress
import os
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, quote, urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from webapp.flask_config import USUAL_PORT, engine, web
from webapp.mail_config import mail
from webapp.wrong_setting import WrongSetting

OFF = {"", "0", "false", "no"}  # as Flask reads it
LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
NAME = re.compile(rf"({LABEL}\.)*{LABEL}")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a browser takes a host that ends in one for an address
FEW_DIGITS = re.compile(r"[0-9]{1,9}")
LIKE = "postgresql://user:password@host/name"
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?/?")
# Who listens on the way would learn which browser is told something when.
SERVICE = re.compile(r"(https://[a-z0-9.-]+|http://(localhost|127\.0\.0\.1))(:[0-9]{1,5})?")


# What each does is told in the README; a test holds the two together.
DEFAULTS = {
    "INSTANCE": "instance",
    "PORT": "8000",
    "BIND": "127.0.0.1",
    "THREADS": "4",
    "WORKERS": "2",
    "PROXY_HOPS": "0",
    "PUSH_SERVICES": "",
    "KILL_SWITCH": "0",
}
# The lowest and the highest of those that are numbers.
NUMBERS = {
    "PORT": (1, 65535),
    "THREADS": (1, 64),
    "WORKERS": (1, 64),
    "PROXY_HOPS": (0, 5),
    "KILL_SWITCH": (0, 1),
}
# Made from the others, or done without, where nothing is said.
OPTIONAL = ("PUBLIC_ORIGIN", "DATABASE_URL", "SECRETS", "HUEY_URL", "SMTP_URL", "MAIL_FROM")


def settings(environ: Mapping[str, str] | None = None) -> dict[str, object]:
    """Read every setting from the environment.

    Returns a dict for Flask's config. Raises WrongSetting with a sentence for the operator.
    """
    environ = os.environ if environ is None else environ
    chosen = {name: environ.get(name) or default for name, default in DEFAULTS.items()}
    given = {name: environ.get(name) or None for name in OPTIONAL}
    instance = _folder(chosen["INSTANCE"])
    numbers = {name: _number(name, chosen[name], *ends) for name, ends in NUMBERS.items()}
    origin = _origin(given["PUBLIC_ORIGIN"] or f"http://localhost:{numbers['PORT']}")
    _require_no_debugger(environ.get("FLASK_DEBUG", ""), origin)
    return {
        "INSTANCE": instance,
        "BIND": _address(chosen["BIND"]),
        **numbers,
        "SECRETS": given["SECRETS"],
        "HUEY_URL": _queue(given["HUEY_URL"], instance),
        "PUSH_SERVICES": _services(chosen["PUSH_SERVICES"]),
        **mail(given["SMTP_URL"], given["MAIL_FROM"]),
        **engine(_database(given["DATABASE_URL"], instance)),
        **web(origin),
    }


def _number(name: str, text: str, lowest: int, highest: int) -> int:
    if not FEW_DIGITS.fullmatch(text) or not lowest <= int(text) <= highest:
        raise WrongSetting(f"{name} must be a number from {lowest} to {highest}, not “{text}”.")
    return int(text)


def _folder(text: str) -> Path:
    """The addresses of its databases are made from it, and would end at a “?”."""
    if "?" in text:
        raise WrongSetting("INSTANCE must be a folder without “?” in its name.")
    return Path(text).absolute()


def _address(text: str) -> str:
    """The server below takes no name, and no address of one network card."""
    try:
        is_address = "%" not in text and bool(ipaddress.ip_address(text))
    except ValueError:
        is_address = False
    if not is_address:
        raise WrongSetting(f"BIND must be an IP address like 127.0.0.1 or ::1, not “{text}”.")
    return text


def _origin(text: str) -> SplitResult:
    parts = urlsplit(text.lower().rstrip("/")) if ORIGIN.fullmatch(text.lower()) else None
    if parts is None or not NAME.fullmatch(parts.hostname or ""):
        raise WrongSetting(f"PUBLIC_ORIGIN must look like https://footing.example, not “{text}”.")
    if NUMBER.fullmatch((parts.hostname or "").rpartition(".")[2]):
        raise WrongSetting("PUBLIC_ORIGIN must have a name: no passkey works on an IP address.")
    if parts.scheme == "http" and parts.hostname != "localhost":
        raise WrongSetting(
            "PUBLIC_ORIGIN must start with https:// (plain http is for localhost only)."
        )
    return _as_a_browser_says(parts)


def _require_no_debugger(flag: str, origin: SplitResult) -> None:
    """Flask's debugger lets whoever sees an error run code on this machine."""
    if flag.lower() not in OFF and origin.hostname != "localhost":
        raise WrongSetting("FLASK_DEBUG is for localhost only: take it out where others come in.")


def _as_a_browser_says(origin: SplitResult) -> SplitResult:
    """A browser leaves the usual port out of its Origin header, and so must we."""
    try:
        is_usual = origin.port in (None, USUAL_PORT[origin.scheme])
    except ValueError as wrong:
        raise WrongSetting("PUBLIC_ORIGIN must have a port up to 65535, or none.") from wrong
    host = origin.hostname or ""
    return origin._replace(netloc=host if is_usual else f"{host}:{origin.port}")


def _database(url: str | None, instance: Path) -> str:
    if url is None:
        return f"sqlite:///{quote(str(instance / 'footing.sqlite'))}"
    if url.startswith(("postgresql://", "postgres://")):
        url = "postgresql+psycopg://" + url.split("://", 1)[1]
    if not url.startswith(("postgresql+psycopg://", "sqlite:///")):
        raise WrongSetting("DATABASE_URL must start with postgresql:// or sqlite:///.")
    _require_whole_path("DATABASE_URL", url)
    try:
        make_url(url)
    except (ArgumentError, ValueError) as wrong:
        raise WrongSetting(f"DATABASE_URL must look like {LIKE}.") from wrong
    return url


def _require_whole_path(name: str, url: str) -> None:
    """Whoever starts it, from wherever, means the same file, and no way of opening it: how SQLite
    is spoken to is not for choosing, and a part of it that was misspelt would go unnoticed."""
    if url.startswith("sqlite:///") and (not url.startswith("sqlite:////") or "?" in url):
        raise WrongSetting(
            f"{name} must name a file by its whole path, with no “?”: sqlite:////srv/a.sqlite."
        )


def _queue(url: str | None, instance: Path) -> str:
    if url is None:
        return f"sqlite:///{instance / 'queue.sqlite'}"
    if not url.startswith(("sqlite:///", "postgresql://", "redis://", "rediss://")):
        raise WrongSetting("HUEY_URL must start with postgresql://, redis:// or sqlite:///.")
    _require_whole_path("HUEY_URL", url)
    if url.startswith("redis") and find_spec("redis") is None:
        raise WrongSetting("HUEY_URL with redis:// needs the Python package “redis”: install it.")
    return url


def _services(text: str) -> frozenset[str]:
    origins = [part.strip() for part in text.split(",") if part.strip()]
    wrong = [origin for origin in origins if not SERVICE.fullmatch(origin)]
    if wrong:
        raise WrongSetting(f"PUSH_SERVICES must be like https://push.example, not “{wrong[0]}”.")
    return frozenset(origins)
