"""Retention runs by itself for as long as the server does: at its start, and every hour."""

import logging
from threading import Event, Thread

from sqlalchemy.exc import OperationalError

from webapp.extensions import db
from webapp.journal import erasure

HOUR_S = 3600
log = logging.getLogger(__name__)


class Retention(Thread):
    """Erases what is due, again and again."""

    def __init__(self, app, every_s=HOUR_S):
        super().__init__(daemon=True)
        self._app, self._every_s, self._is_over = app, every_s, Event()

    def start(self):
        """Begin with what is due now, before anything is served."""
        _erase_due(self._app)
        super().start()

    def run(self):
        """What becomes due later."""
        while not self._is_over.wait(self._every_s):
            _erase_due(self._app)

    def end(self):
        """Stop, when it is done with what it does just now."""
        self._is_over.set()
        self.join()


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
