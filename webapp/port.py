"""Whether there is anything in the way of serving, said before anything is done for it."""

import errno
import os
import socket

from click import ClickException

IN_THE_WAY = {
    errno.EADDRINUSE: "Port {port} is taken: stop what is there, or choose another PORT.",
    errno.EADDRNOTAVAIL: "BIND must be an address of this machine, and {address} is none.",
    errno.EACCES: "This account may not listen on port {port}: choose a PORT from 1024 on.",
}
UNUSUAL = "Nothing can be served at {address}, port {port}:"


def require_free(address, port):
    """Two servers can listen on one port, and would share the visitors at random."""
    is_new = ":" in address
    family = socket.AF_INET6 if is_new else socket.AF_INET
    both = is_new and socket.has_dualstack_ipv6()  # as the server listens on “::”
    try:
        with socket.create_server((address, port), family=family, dualstack_ipv6=both):
            pass
    except OSError as wrong:
        why = IN_THE_WAY.get(wrong.errno, f"{UNUSUAL} {os.strerror(wrong.errno)}.")
        raise ClickException(why.format(address=address, port=port)) from wrong
