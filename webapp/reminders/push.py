"""How a browser is notified: one message to its push service, which only that browser can read."""

import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec
import requests
from py_vapid import Vapid02

from webapp.reminders.outcome import Later, Outcome

PATIENCE_S = 10
SHORTEST_TTL_S = 60
DECLARATIVE = 8030  # RFC 8030; by this mark a browser shows it without waking our worker
ALIKE = 600  # bytes: a push service sees how long a message is, and must not tell one from another
GONE = frozenset({404, 410})
BUSY = frozenset({408, 425, 429})
log = logging.getLogger(__name__)


class Services(requests.Session):
    """Push services are asked directly: no redirect, and nothing of the machine's own settings."""

    def __init__(self):
        super().__init__()
        self.trust_env = False

    def post(self, url, **how):
        """Post once, to this address and no other."""
        return super().post(url, allow_redirects=False, **how)


def push(subscription, words, topic, lasts_s, sender):
    """Hand a notification to one browser's push service.

    `topic` is up to 32 letters: what is new replaces what is old of the same topic. `lasts_s` is
    for how long it makes sense, `sender` a Sender. Returns an Outcome; raises Later.
    """
    # Only here: it brings a second HTTP client along, for which every start and command would wait.
    from pywebpush import WebPushException, webpush

    to = {"endpoint": subscription.endpoint, "keys": msgspec.to_builtins(subscription.keys)}
    told = message(words, topic, sender.origin)
    try:
        with Services() as services:
            webpush(to, told, requests_session=services, **_how(topic, lasts_s, sender))
    except WebPushException as refusal:
        return _refused(refusal)
    except (requests.RequestException, OSError) as error:
        raise Later() from error
    except ValueError:  # keys that are no keys: nothing can ever be sent there
        return Outcome.GONE
    return Outcome.ACCEPTED


def _how(topic, lasts_s, sender):
    return {
        "vapid_private_key": Vapid02(sender.key),
        "vapid_claims": {"sub": sender.contact},  # a fresh one each time: it is written into
        "ttl": max(SHORTEST_TTL_S, int(lasts_s)),
        "headers": {"Urgency": "high", "Topic": topic},
        "timeout": PATIENCE_S,
    }


def message(words, topic, origin):
    """The notification, in the one form that every browser is sent, and as long as any other."""
    shown = {
        "title": words.title, "body": words.text, "navigate": origin + words.page, "tag": topic,
        "lang": "en-GB", "dir": "ltr", "silent": False,
    }  # fmt: skip
    told = {"web_push": DECLARATIVE, "notification": shown, "mutable": False}
    return msgspec.json.encode(told).ljust(ALIKE).decode()


def _refused(refusal):
    """Endpoints are secrets, so nothing of the answer is logged but its status."""
    status = refusal.status_code
    if status in GONE:
        return Outcome.GONE
    if status is None or status in BUSY or status >= 500:
        raise Later(_seconds(refusal.retry_after)) from None
    log.error("a push service refused us with %s: are the key and MAIL_FROM right?", status)
    return Outcome.REFUSED


def _seconds(retry_after):
    """Retry-After is a number of seconds or a date; None where there is none that can be read."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return int(retry_after)
    try:
        wait = parsedate_to_datetime(retry_after) - datetime.now(UTC)
    except (ValueError, TypeError):
        return None
    return max(0, int(wait.total_seconds()))
