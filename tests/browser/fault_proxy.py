"""A bad network: stands in front of the real server and does to what phones send what it is told.

`faults` is used up one by one, oldest first; when it is empty everything passes. `asked` holds the
bodies of the requests that handed something over. What is `fetched` from an address that begins so
meets the fault that stands there, each time. While it `hears_nothing`, no phone hears of a sync.
"""

from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler

from tests.browser.listener import Listener

PATIENCE_S = 300  # more than any page waits
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host"}


class FaultProxy:
    """Listens at `origin`; forwards to the server that `upstream_port` names."""

    def __init__(self, port, upstream_port):
        self.faults, self.asked, self.fetched, self.hears_nothing = [], [], {}, False
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                met = (do for start, do in proxy.fetched.items() if self.path.startswith(start))
                next(met, Exchange.passes)(Exchange(self, upstream_port))

            def do_POST(self):
                exchange = Exchange(self, upstream_port)
                if self.path == "/sync" and proxy.hears_nothing:
                    return exchange.loses_the_answer()
                if self.path != "/sync" or not exchange.hands_over:
                    return exchange.passes()
                proxy.asked.append(exchange.body)
                fault = proxy.faults.pop(0) if proxy.faults else Exchange.passes
                return fault(exchange)

            def log_message(self, *_):
                pass

        self.close = Listener(Handler, port).close


class Exchange:
    """One request, and what may become of it."""

    def __init__(self, handler, upstream_port):
        self.handler, self.port = handler, upstream_port
        self.body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))

    @property
    def hands_over(self):
        """Whether the phone sends something; a request that only reads is left alone."""
        return b'"push":[{' in self.body

    def passes(self):
        """As on a good day; nothing at all when the server is down."""
        try:
            self.reply(*self.ask())
        except ConnectionError:
            self.hang_up()

    def loses_the_answer(self):
        """The server did it; the phone never hears of it."""
        self.ask()
        self.hang_up()

    def times_out_in_between(self):
        """The server did it; whatever stands in front of it did not wait so long."""
        self.ask()
        self.reply(504, [("Content-Type", "text/html")], b"<h1>Gateway time-out</h1>")

    def hang_up(self):
        """No answer."""
        self.handler.close_connection = True

    def is_cut_on_the_way(self):
        """Only half of the body arrives."""
        self.body = self.body[: len(self.body) // 2]
        self.passes()

    def breaks_off(self):
        """Half of the answer arrives, and then nothing."""
        status, headers, body = self.ask()
        self.reply(status, headers, body[: len(body) // 2], len(body))
        self.hang_up()

    def is_shortened(self):
        """Half of the answer arrives as if it were all."""
        status, headers, body = self.ask()
        self.reply(status, headers, body[: len(body) // 2])

    def loses_the_body(self):
        """An empty body arrives, as WebKit has sent it."""
        self.body = b""
        self.passes()

    def ask(self):
        """Ask the real server."""
        kept = {k: v for k, v in self.handler.headers.items() if k.lower() not in HOP}
        kept["Host"] = self.handler.headers["Host"]
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)) as connection:
            connection.request(self.handler.command, self.handler.path, self.body, kept)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def reply(self, status, headers, body, said_bytes=None):
        """Answer the phone. `said_bytes` is how many it is told will come, if not as many."""
        self.handler.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP:
                self.handler.send_header(name, value)
        self.handler.send_header("Content-Length", str(said_bytes or len(body)))
        self.handler.end_headers()
        self.handler.wfile.write(body)


def answers(status, headers=(), body=b"", times=1):
    """Faults that answer so, without asking the server."""
    return [lambda exchange: exchange.reply(status, headers, body)] * times


def problem(status, code, *headers):
    """A refusal as the server words it."""
    told = f'{{"code": "{code}", "status": {status}}}'.encode()
    return answers(status, [("Content-Type", "application/problem+json"), *headers], told)
