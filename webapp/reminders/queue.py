"""The queue (Huey): every minute it is looked what is due, and what is due is sent, again and again
until it went or makes no sense any more.

The rows in the table `reminder` are the truth. A queue that is lost loses nothing: the next look
finds what waits. So requests write rows, and never wait for a queue.
"""

import logging
from contextlib import closing, suppress
from uuid import UUID

from huey import PostgresHuey, RedisHuey, SqliteHuey, crontab
from huey.exceptions import RetryTask
from psycopg.conninfo import conninfo_to_dict

from webapp.extensions import db, now
from webapp.flask_config import PATIENCE

NAME = "footing"
PATIENCE_S = 3
log = logging.getLogger(__name__)


class Queue:
    """Huey for one application, with the tasks there are."""

    def __init__(self, app):
        self.huey, self._app = _huey(app.config["HUEY_URL"]), app
        self.look = self.huey.task(name="look")(self._look)
        self.send = self.huey.task(name="send")(self._send)
        self.huey.periodic_task(crontab(), name="each_minute")(self._look)

    def close(self):
        """Let go of the queue."""
        self.huey.storage.close()

    def _look(self):
        """Plan what is due, and have each sent."""
        with self._app.app_context():
            due = look()
        for reminder_id in due:
            self.send(reminder_id.hex)

    def _send(self, reminder_id):
        """Send one. Huey tries again when it was put off."""
        from webapp.reminders import sending  # what it needs is large, and only a worker sends

        with self._app.app_context():
            try:
                sending.send(UUID(reminder_id))
            except sending.Later as later:
                raise RetryTask(delay=later.wait_s) from None
            finally:
                db.session.remove()


def hurry(app):
    """Have it looked at once. Where the queue is away, the next look comes within a minute."""
    try:
        with closing(Queue(app)) as queue:
            queue.look()
    except Exception as error:  # what it says may name an address
        log.error("the queue of reminders could not be hurried: %s", type(error).__name__)


def look():
    """Plan what is due now. Returns the ids of the reminders that wait to be sent."""
    from webapp.reminders import planning, sending

    try:
        planning.plan(now())
        return sending.waiting(now())
    finally:
        db.session.remove()


def send_all():
    """Send at once what is due, without a queue. Returns how many went."""
    from webapp.reminders import sending

    went = 0
    for reminder_id in look():
        with suppress(sending.Later):  # the next look finds it
            went += sending.send(reminder_id) == "sent"
    return went


def _huey(url):
    """`url` is the setting HUEY_URL: postgresql://…, redis://… or sqlite:///path."""
    options = {"results": False, "store_none": False}
    if url.startswith("postgresql://"):
        return PostgresHuey(NAME, dsn=url, **_patience(url), **options)
    if url.startswith("redis"):
        return RedisHuey(NAME, connection_pool=_redis(url), **options)
    return SqliteHuey(NAME, filename=url.removeprefix("sqlite:///"), **options)


def _redis(url):
    from redis import ConnectionPool  # only where somebody chose it, and installed it

    limits = {"socket_connect_timeout": PATIENCE_S, "socket_timeout": PATIENCE_S}
    return ConnectionPool.from_url(url, **limits)


def _patience(url):
    """As with the database, or a queue that has gone from the network would be waited for without
    end, and nobody reminded. What the operator says of it in the address holds."""
    said = conninfo_to_dict(url)
    limits = PATIENCE | {"connect_timeout": PATIENCE_S}
    return {name: limit for name, limit in limits.items() if name not in said}
