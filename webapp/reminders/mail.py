"""How an e-mail goes: one neutral message, over an encrypted connection, with a way to end it."""

import logging
import smtplib
import ssl
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from webapp.extensions import now
from webapp.reminders.outcome import Later, Outcome

PATIENCE_S = 20
NAME = "Footing"
# A long address in a header would be encoded to fit, and mail programs do not read it then.
UNFOLDED = SMTP.clone(max_line_length=998)
log = logging.getLogger(__name__)


def mail(address, words, origin, off, id, server):
    """Send one e-mail. `off` is the address that ends them, `id` makes it the same one when sent
    again, `server` a mail_config.MailServer. Returns an Outcome; raises Later."""
    letter = written(address, words, origin, off, id, server.sender)
    try:
        with _connection(server) as connection:
            connection.send_message(letter)
    except smtplib.SMTPRecipientsRefused as refused:
        return _refused(min(code for code, _ in refused.recipients.values()))
    except smtplib.SMTPResponseException as refused:
        return _refused(refused.smtp_code)
    except (smtplib.SMTPException, OSError) as error:
        raise Later() from error
    return Outcome.ACCEPTED


def written(address, words, origin, off, id, sender):
    """The e-mail itself. Nobody reads in it what anything is about."""
    letter, page = EmailMessage(UNFOLDED), origin + words.page
    letter["From"] = f"{NAME} <{sender}>"
    letter["To"] = address
    letter["Subject"] = words.title
    letter["Date"] = format_datetime(now())
    letter["Message-ID"] = f"<{id}@{sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["List-Unsubscribe"] = f"<{off}>"
    letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.set_content(f"{words.text}\n{page}\n\nNo more e-mails like this: {off}\n")
    lines = words.text, f'<a href="{page}">Open Footing</a>', f'<a href="{off}">No more e-mails</a>'
    html = "".join(f"<p>{line}</p>" for line in (escape(lines[0]), *lines[1:]))
    letter.add_alternative(f'<!doctype html><html lang="en-GB"><body>{html}</body></html>', "html")
    return letter


@contextmanager
def _connection(server):
    """Encrypted, and the certificate checked, unless it stays on this machine."""
    trust = ssl.create_default_context()
    if server.is_tls:
        opened = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE_S, context=trust)
    else:
        opened = smtplib.SMTP(server.host, server.port, timeout=PATIENCE_S)
    with opened as connection:
        if not server.is_tls and not server.is_here:
            connection.starttls(context=trust)
        if server.user:
            connection.login(server.user, server.password)
        yield connection


def _refused(code):
    """4xx is for now, 5xx for good. Addresses are nobody's business, so only the code is logged."""
    if code < 500:
        raise Later()
    log.error("the mail server refused an e-mail with %s", code)
    return Outcome.REFUSED
