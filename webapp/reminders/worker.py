"""The process beside the web server in which the queue is worked off."""

import logging
import os
import signal
import sys
from multiprocessing import get_context
from threading import Event, Thread

import huey.consumer

from webapp.extensions import db
from webapp.reminders.queue import Queue

PAUSE_S = 5
STOPPED_IN_S = 30
log = logging.getLogger(__name__)


class Worker:
    """Keeps one such process going for as long as this one lives."""

    def __init__(self, app):
        self._app, self._is_over = app, Event()
        self._process = None

    def start(self):
        """Begin, before anything is served: a copy of this process is small then."""
        self._begin()
        Thread(target=self._keep, daemon=True).start()

    def stop(self):
        """Let it finish what it does just now."""
        self._is_over.set()
        self._process.terminate()
        self._process.join(STOPPED_IN_S)

    def _begin(self):
        with self._app.app_context():  # no connection is shared
            db.session.remove()
            db.engine.dispose()
        self._process = get_context("fork").Process(
            target=_work, args=(self._app, os.getpid()), daemon=True
        )
        self._process.start()

    def _keep(self):
        while True:
            self._process.join()
            if self._is_over.wait(PAUSE_S):
                return
            log.error("the worker for reminders had stopped, and is started again")
            self._begin()


class Consumer(huey.consumer.Consumer):
    """Huey's own, which would have everybody wait for workers that only sleep."""

    def stop(self, graceful=False):
        """Wait for what is being sent just now, and for nothing else."""
        super().stop(graceful and bool(self.huey._tasks_in_flight))


def _work(app, parent):
    Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        queue = Queue(app)
    except Exception as error:  # whatever is beneath it; what it says may name an address
        log.error("the queue of reminders is away: %s", type(error).__name__)
        sys.exit(1)
    # Looking often costs little: a queue in a file is asked once in two seconds when idle.
    Consumer(queue.huey, workers=2, max_delay=2.0, graceful_signal="TERM").run()


def _follow(parent):
    """Whoever is left behind by a server that was killed stops too."""
    while os.getppid() == parent:
        Event().wait(1)
    os.kill(os.getpid(), signal.SIGTERM)
