"""Retention runs by itself for as long as the server does: at its start, and every hour."""

import logging
from threading import Event, Thread

from sqlalchemy.exc import OperationalError

from webapp.extensions import db
from webapp.journal import erasure

HOUR_S = 3600
log = logging.getLogger(__name__)


def begin(app, every_s=HOUR_S):
    """Erase what is due, now and again and again. Returns an Event that ends it when it is set."""
    over = Event()
    _erase_due(app)
    Thread(target=_again_and_again, args=(app, over, every_s), daemon=True).start()
    return over


def _again_and_again(app, over, every_s):
    while not over.wait(every_s):
        _erase_due(app)


def _erase_due(app):
    """A database that is busy or away is asked again next time."""
    with app.app_context():
        try:
            erasure.erase_due()
        except OperationalError as error:
            log.error("nothing was erased this time: %s", type(error.orig).__name__)
        finally:
            db.session.remove()
            db.engine.dispose()  # the server forks its workers, which must not share a connection
