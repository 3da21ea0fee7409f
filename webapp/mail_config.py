"""The settings for e-mail: where it is handed in, and from whom it comes."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from webapp.wrong_setting import WrongSetting

LOOPBACK = {"localhost", "127.0.0.1"}
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*", re.ASCII)
SMTP = re.compile(r"smtps?://([^/@\s?#]+@)?[a-z0-9.-]+(:[1-9][0-9]{0,4})?/?")


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


def mail(url: str | None, sender: str | None) -> dict[str, object]:
    """What Flask is told of the way that e-mails go. Raises WrongSetting."""
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
