"""Asking the application as no browser would: what a server makes of bytes from the network."""

import io
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes


@dataclass
class Request:
    """One request, as raw as it comes. `length` says how long the body claims to be."""

    method: str
    target: str
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    length: str | None = None

    def environ(self, host):
        """As a WSGI server hands it on; the path as it was, and without its percent signs."""
        path, _, query = self.target.partition("?")
        asked = {"HTTP_" + name.upper().replace("-", "_"): v for name, v in self.headers.items()}
        kind = asked.pop("HTTP_CONTENT_TYPE", "application/json")
        return {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": host,
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": f"{host}:8000",
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(len(self.body)) if self.length is None else self.length,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **asked,
        }


@dataclass
class Answer:
    """What came of it."""

    status: int
    headers: dict
    body: bytes


def ask(app, request):
    """Ask, and read the answer to its end."""
    begun = []
    parts = app(
        request.environ("localhost"),
        lambda status, headers, _=None: begun.append((status, headers)),
    )
    try:
        body = b"".join(parts)
    finally:
        getattr(parts, "close", bool)()
    status, headers = begun[0]
    return Answer(int(status.split()[0]), dict(headers), body)
