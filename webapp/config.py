"""Every setting: its name in the environment, its default, and what it does.

A wrong value stops the start with one sentence. No secret has a default: see security/secrets.py.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from webapp.flask_config import USUAL_PORT, engine, web

OFF = {"", "0", "false", "no"}  # as Flask reads it
LOOPBACK = {"localhost", "127.0.0.1"}
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*", re.ASCII)
SMTP = re.compile(r"smtps?://([^/@\s?#]+@)?[a-z0-9.-]+(:[1-9][0-9]{0,4})?/?")
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?/?")


class WrongSetting(Exception):
    """A setting that cannot be used; the message is the sentence for the operator."""


@dataclass(frozen=True)
class Setting:
    """One line of the README's table: name, default and meaning."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("INSTANCE", "instance", "the folder an installation makes for itself"),
    Setting("PORT", "8000", "the port the server listens on"),
    Setting("PUBLIC_ORIGIN", "http://localhost:PORT", "the address in everybody's browser"),
    Setting("DATABASE_URL", "SQLite in INSTANCE", "postgresql+psycopg://… for PostgreSQL"),
    Setting("SECRETS", "INSTANCE/secrets.json", "the secrets themselves, as JSON, not a path"),
    Setting("BIND", "127.0.0.1", "the network address to listen on"),
    Setting("THREADS", "4", "requests answered at the same time by each worker"),
    Setting("WORKERS", "2", "server processes, each with its own threads"),
    Setting("PROXY_HOPS", "0", "reverse proxies in front whose forwarding headers are true"),
    Setting(
        "HUEY_URL", "queue.sqlite in INSTANCE", "the queue of reminders: postgresql:// or redis://"
    ),
    Setting("SMTP_URL", "no e-mail", "the mail server: smtp://user:password@host, or smtps://"),
    Setting("MAIL_FROM", "none", "the address that e-mails come from"),
    Setting("PUSH_SERVICES", "none", "origins of further push services, with commas between"),
    Setting("KILL_SWITCH", "0", "1 takes the app off every phone that asks, and no word with it"),
)


def settings(environ: Mapping[str, str] | None = None) -> dict[str, object]:
    """Read every setting from the environment.

    Returns a dict for Flask's config. Raises WrongSetting with a sentence for the operator.
    """
    environ = os.environ if environ is None else environ
    chosen = {s.name: environ.get(s.name) or None for s in SETTINGS}
    instance = Path(chosen["INSTANCE"] or "instance").absolute()
    port = _number("PORT", chosen["PORT"] or "8000", 1, 65535)
    origin = _origin(chosen["PUBLIC_ORIGIN"] or f"http://localhost:{port}")
    _require_no_debugger(environ.get("FLASK_DEBUG", ""), origin)
    return {
        "INSTANCE": instance,
        "PORT": port,
        "BIND": chosen["BIND"] or "127.0.0.1",
        "THREADS": _number("THREADS", chosen["THREADS"] or "4", 1, 64),
        "WORKERS": _number("WORKERS", chosen["WORKERS"] or "2", 1, 64),
        "PROXY_HOPS": _number("PROXY_HOPS", chosen["PROXY_HOPS"] or "0", 0, 5),
        "KILL_SWITCH": _number("KILL_SWITCH", chosen["KILL_SWITCH"] or "0", 0, 1) == 1,
        "SECRETS": chosen["SECRETS"],
        "HUEY_URL": _queue(chosen["HUEY_URL"], instance),
        "PUSH_SERVICES": _services(chosen["PUSH_SERVICES"] or ""),
        **_mail(chosen["SMTP_URL"], chosen["MAIL_FROM"]),
        **engine(_database(chosen["DATABASE_URL"], instance)),
        **web(origin),
    }


def _number(name: str, text: str, lowest: int, highest: int) -> int:
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise WrongSetting(f"{name} must be a number from {lowest} to {highest}, not “{text}”.")
    return int(text)


def _origin(text: str) -> SplitResult:
    if not ORIGIN.fullmatch(text.lower()):
        raise WrongSetting(f"PUBLIC_ORIGIN must look like https://footing.example, not “{text}”.")
    parts = urlsplit(text.lower().rstrip("/"))
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise WrongSetting(
            "PUBLIC_ORIGIN must start with https:// (plain http is for localhost only)."
        )
    if parts.hostname in LOOPBACK - {"localhost"}:
        raise WrongSetting("PUBLIC_ORIGIN cannot be an IP address: passkeys need “localhost”.")
    return _as_a_browser_says(parts)


def _require_no_debugger(flag: str, origin: SplitResult) -> None:
    """Flask's debugger lets whoever sees an error run code on this machine."""
    if flag.lower() not in OFF and origin.hostname not in LOOPBACK:
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
        return f"sqlite:///{instance / 'footing.sqlite'}"
    if url.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    if not url.startswith(("postgresql+psycopg://", "sqlite:///")):
        raise WrongSetting("DATABASE_URL must start with postgresql:// or sqlite:///.")
    return url


def _queue(url: str | None, instance: Path) -> str:
    if url is None:
        return f"sqlite:///{instance / 'queue.sqlite'}"
    if not url.startswith(("sqlite:///", "postgresql://", "redis://", "rediss://")):
        raise WrongSetting("HUEY_URL must start with postgresql://, redis:// or sqlite:///.")
    if url.startswith("redis") and find_spec("redis") is None:
        raise WrongSetting("HUEY_URL with redis:// needs the Python package “redis”: install it.")
    return url


def _services(text: str) -> frozenset[str]:
    origins = [part.strip() for part in text.split(",") if part.strip()]
    wrong = [origin for origin in origins if not ORIGIN.fullmatch(origin) or origin.endswith("/")]
    if wrong:
        raise WrongSetting(f"PUSH_SERVICES must be like https://push.example, not “{wrong[0]}”.")
    return frozenset(origins)


@dataclass(frozen=True)
class MailServer:
    """Where e-mail is handed in, and from whom it comes. `is_here`: on this machine."""

    host: str
    port: int
    is_tls: bool
    is_here: bool
    user: str
    password: str = field(repr=False)
    sender: str


def _mail(url: str | None, sender: str | None) -> dict[str, object]:
    if sender is not None and not MAIL_ADDRESS.fullmatch(sender):
        raise WrongSetting("MAIL_FROM must be an address like notes@footing.example.")
    if url is None:
        return {"MAIL_SERVER": None, "MAIL_FROM": sender}
    if sender is None:
        raise WrongSetting("MAIL_FROM must say which address e-mails come from.")
    return {"MAIL_SERVER": _mail_server(url, sender), "MAIL_FROM": sender}


def _mail_server(url: str, sender: str) -> MailServer:
    parts = urlsplit(url)
    try:
        port = parts.port or {"smtp": 587, "smtps": 465}[parts.scheme]
    except (ValueError, KeyError):
        port = None
    if port is None or not SMTP.fullmatch(url):
        raise WrongSetting("SMTP_URL must look like smtp://user:password@host:587.")
    user, password = (unquote(part or "") for part in (parts.username, parts.password))
    host, is_tls = parts.hostname or "", parts.scheme == "smtps"
    return MailServer(host, port, is_tls, host in LOOPBACK, user, password, sender)
