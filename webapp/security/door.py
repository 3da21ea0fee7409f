"""The door: so many requests are answered at a time, so many wait, and the next is turned away.

So whoever comes is answered, and a server that had too many goes on as soon as there are fewer.
Nobody can interrupt one who fell silent half-way (the server below gives no way to), so whoever
still speaks has a room apart, and takes none from those who have said all.
"""

from io import BytesIO
from threading import Semaphore

from flask import request

from webapp.security.problems import busy

MOST_WAITING = 32  # for each worker; phones hand over in a few ms, and two may share a disk
MOST_HEARD = 256  # for each worker; each needs a thread, and memory for what was said so far
TURNING_AWAY = 2
MOST_CONNECTED = 512  # for each worker; more than all of these, so that there is one to turn away
LONGEST_S = 10  # a proxy or a person would not wait much longer
FULL = "footing.full"
# What a monitor asks, and files, which need no database: a first visit asks for dozens at once.
ALWAYS_OPEN = ("/healthz", "/readyz", "/assets/")


def threads_for(places):
    """How many a worker needs: who speaks, waits or is turned away needs one to do it in."""
    return places + MOST_WAITING + MOST_HEARD + TURNING_AWAY


def attach(app):
    """Put it before everything else that a request passes."""
    app.wsgi_app = Door(app.wsgi_app, app.config["THREADS"], app.config["MAX_CONTENT_LENGTH"])
    app.before_request(_turn_away)


class Door:
    """`places` requests may be inside at a time, and `waiting` more wait for `longest_s` each.

    No more than `most_bytes` of what somebody sends are heard, of MOST_HEARD at a time.
    """

    def __init__(self, wsgi, places, most_bytes, waiting=MOST_WAITING, longest_s=LONGEST_S):
        self._wsgi, self._most_bytes, self._longest_s = wsgi, most_bytes, longest_s
        self._room, self._places = Semaphore(places + waiting), Semaphore(places)
        self._hearing = Semaphore(MOST_HEARD)

    def __call__(self, environ, start_response):
        """Answer, when it is this one's turn."""
        if environ["PATH_INFO"].startswith(ALWAYS_OPEN):
            return self._wsgi(environ, start_response)
        if environ["REQUEST_METHOD"] == "GET":
            return self._let_in(environ, start_response)
        if not self._hearing.acquire(blocking=False):
            return self._full(environ, start_response)
        return self._let_in(self._heard(environ), start_response)

    def _heard(self, environ):
        """A phone with little signal takes its time to say something, and takes no place yet."""
        try:
            said = environ["wsgi.input"].read(self._to_hear(environ))
        finally:
            self._hearing.release()
        length = environ.get("CONTENT_LENGTH", str(len(said)))  # what comes in pieces does not tell
        heard = {**environ, "wsgi.input": BytesIO(said), "CONTENT_LENGTH": length}
        heard.pop("wsgi.input_terminated", None)  # or what broke off would be taken for whole
        # Who says it in pieces does not tell how much it is. An object says itself where it ends.
        if environ.get("CONTENT_TYPE", "").lower().startswith("application/json"):
            heard.pop("HTTP_TRANSFER_ENCODING", None)
        return heard

    def _to_hear(self, environ):
        """How much at most: one more than is taken is one too many. Where the server below does not
        end what is sent, whoever reads on would wait for it for ever."""
        most = self._most_bytes + 1
        if "wsgi.input_terminated" in environ:
            return most
        length = environ.get("CONTENT_LENGTH") or ""
        return min(int(length), most) if length.isdecimal() else 0

    def _let_in(self, environ, start_response):
        if not self._room.acquire(blocking=False):
            return self._full(environ, start_response)
        try:
            return self._inside(environ, start_response)
        finally:
            self._room.release()

    def _inside(self, environ, start_response):
        if not self._places.acquire(timeout=self._longest_s):
            return self._full(environ, start_response)
        try:
            return self._wsgi(environ, start_response)
        finally:
            self._places.release()

    def _full(self, environ, start_response):
        """The refusal is made like any other: it has the headers, and a shape its caller knows."""
        return self._wsgi({**environ, FULL: True}, start_response)


def _turn_away():
    if FULL in request.environ:
        raise busy()
