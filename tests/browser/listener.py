"""A small server on this machine, for as long as a test needs it."""

import sys
import threading
from http.server import ThreadingHTTPServer


class Listener(ThreadingHTTPServer):
    """Answers with this handler, in the background, on a port of its own unless told which."""

    def __init__(self, handler, port=0):
        super().__init__(("127.0.0.1", port), handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *about):
        """Browsers hang up as they like, and nobody wants to read of it."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*about)

    def close(self):
        """Stop listening."""
        self.shutdown()
        self.server_close()
