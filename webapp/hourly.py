"""What the server does by itself for as long as it runs: at its start, and every hour."""

import logging
from threading import Event, Thread

from webapp.extensions import db

HOUR_S = 3600
log = logging.getLogger(__name__)


class Hourly(Thread):
    """Does its jobs one after the other, again and again. A job is a function without arguments."""

    def __init__(self, app, *jobs, every_s=HOUR_S):
        super().__init__(daemon=True)
        self._app, self._jobs, self._every_s, self._is_over = app, jobs, every_s, Event()

    def start(self):
        """Begin with what is due now, before anything is served."""
        self._do_all()
        super().start()

    def run(self):
        """What becomes due later."""
        while not self._is_over.wait(self._every_s):
            self._do_all()

    def end(self):
        """Stop, when it is done with what it does just now."""
        self._is_over.set()
        self.join()

    def _do_all(self):
        for job in self._jobs:
            _do(self._app, job)


def _do(app, job):
    """What fails, because the database is busy or away for one, is tried again next time."""
    with app.app_context():
        try:
            job()
        except Exception as error:
            log.error("%s was not done this time: %s", job.__name__, type(error).__name__)
        finally:
            db.session.remove()
            db.engine.dispose()  # the server forks its workers, which must not share a connection
