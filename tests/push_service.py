"""A push service (RFC 8030) of our own: it checks who sends (VAPID, RFC 8292), and keeps what came.

with PushService() as service:
    browser = Browser(service)      # what a phone would be, with keys of its own
    …
    browser.shown                   # every notification that it could read
"""

import base64
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from uuid import uuid4

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MOST_BYTES = 4096


def from64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to64(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class PushService:
    """Answers 201, or what `answers` holds for a while: (status, headers). `hold` makes it wait."""

    def __init__(self):
        self.answers, self.messages, self.refused = [], [], []
        self.hold, self.came = None, Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *error):
        if self.hold:
            self.hold.set()
        self._server.shutdown()
        self._server.server_close()

    def take(self, path, headers, body):
        """The answer to one message."""
        wrong = self._wrong(headers, body)
        if wrong:
            self.refused.append(wrong)
            return 403, {}
        if self.answers:
            return self.answers.pop(0)
        self.messages.append((path, headers, body))
        self.came.set()
        if self.hold:
            self.hold.wait(60)
        return 201, {"Location": f"{self.origin}/message"}

    def _wrong(self, headers, body):
        """What is wrong with a message; "" if nothing is."""
        needed = "TTL", "Urgency", "Topic", "Content-Encoding", "Authorization"
        missing = [name for name in needed if not headers.get(name)]
        if missing or headers["Content-Encoding"] != "aes128gcm" or len(body) > MOST_BYTES:
            return f"missing or wrong: {missing or headers}"
        if len(headers["Topic"]) > 32 or int(headers["TTL"]) < 1:
            return "topic or time to live"
        return self._wrong_sender(headers["Authorization"])

    def _wrong_sender(self, authorization):
        kind, _, rest = authorization.partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        signed, _, signature = parts["t"].rpartition(".")
        claims = json.loads(from64(signed.split(".")[1]))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from64(parts["k"]))
        raw = from64(signature)
        pair = utils.encode_dss_signature(*(int.from_bytes(raw[i : i + 32]) for i in (0, 32)))
        key.verify(pair, signed.encode(), ec.ECDSA(SHA256()))  # raises: then the answer is 500
        good = kind == "vapid" and claims["aud"] == self.origin and "@" in claims["sub"]
        is_fresh = time.time() < claims["exp"] < time.time() + 24 * 3600
        return "" if good and is_fresh else f"{kind} {claims}"

    def _handler(self):
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, headers = service.take(self.path, self.headers, body)
                self.send_response(status)
                for name, value in {"Content-Length": "0", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            do_GET = do_POST

            def log_message(self, *_):
                """Say nothing."""

        return Handler


class Browser:
    """A browser that has subscribed: only it can read what is sent to it."""

    def __init__(self, service):
        self.service, self.path = service, f"/push/{uuid4()}"
        self._key, self._auth = ec.generate_private_key(ec.SECP256R1()), uuid4().bytes

    @property
    def subscription(self):
        """As it hands it to the server."""
        public = self._key.public_key()
        point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": to64(point), "auth": to64(self._auth)}
        return {"endpoint": self.service.origin + self.path, "keys": keys}

    @property
    def came(self):
        """The headers and the bytes of what came for it."""
        return [
            (headers, body) for path, headers, body in self.service.messages if path == self.path
        ]

    @property
    def shown(self):
        """Every notification, as it reads it."""
        return [json.loads(self._read(body)) for _, body in self.came]

    def _read(self, body):
        return http_ece.decrypt(body, private_key=self._key, auth_secret=self._auth)
