"""Many at the same moment, or one between two steps of another."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

A_MOMENT_S = 0.5


def at_once(*deeds):
    """Do everything at once, each in a thread of its own. Returns the results in order."""
    start = Barrier(len(deeds))
    with ThreadPoolExecutor(len(deeds)) as crowd:
        return [each.result() for each in [crowd.submit(_when, start, deed) for deed in deeds]]


def _when(start, deed):
    start.wait()
    return deed()


def right_after(monkeypatch, place, name, deed):
    """Have something done the next time that a function has answered, before anything else is done
    with its answer, as far as nobody holds it up. Returns the thread that does it."""
    true, thread = getattr(place, name), Thread(target=deed)

    def answered(*given, **named):
        found = true(*given, **named)
        monkeypatch.setattr(place, name, true)
        thread.start()
        thread.join(A_MOMENT_S)
        return found

    monkeypatch.setattr(place, name, answered)
    return thread
