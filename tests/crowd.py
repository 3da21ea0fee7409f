"""Many at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def at_once(*deeds):
    """Do everything at once, each in a thread of its own. Returns the results in order."""
    start = Barrier(len(deeds))
    with ThreadPoolExecutor(len(deeds)) as crowd:
        return [each.result() for each in [crowd.submit(_when, start, deed) for deed in deeds]]


def _when(start, deed):
    start.wait()
    return deed()
