"""A whole release in one piece, as a new phone fetches it: every page and file that it keeps.

One request instead of more than a hundred, and a third fewer bytes, because what is alike in many
files is sent once. It is a form with a file for each address (RFC 7578), which browsers take apart
by themselves.
"""

from mimetypes import guess_type
from pathlib import PurePosixPath
from threading import Lock

import brotli
from flask import Response, current_app, request, url_for
from werkzeug.utils import get_content_type

from webapp.shell import release
from webapp.shell.in_one_piece import rest
from webapp.shell.pages import JAVASCRIPT, as_sent

SCRIPT = get_content_type(JAVASCRIPT, "utf-8")
QUALITY = 10  # hardly larger than with the highest, 11, and made in half the time
_one_maker = Lock()  # after an update all phones ask at the same moment


def answer():
    """This release, compressed for whoever takes that."""
    is_pressed = request.accept_encodings.quality("br") > 0
    headers = {
        "Content-Type": f"multipart/form-data; boundary={_boundary()}",
        "Cache-Control": "no-cache",  # its pages are kept with this
        "Vary": "Accept-Encoding",
        **({"Content-Encoding": "br"} if is_pressed else {}),
    }
    return Response(_made()[is_pressed], headers=headers)


def parts():
    """Of how many pages and files it is made."""
    return len(release.PAGES) + len(release.files()) + len(_scripts())


def _made():
    """As it is, and compressed. Made once: it takes a second."""
    made = current_app.extensions
    with _one_maker:
        if "whole" not in made:
            form = _form()
            made["whole"] = form, brotli.compress(form, quality=QUALITY)
    return made["whole"]


def _form():
    parts = [(url_for(page), "text/html; charset=utf-8", _page(page)) for page in release.PAGES]
    parts += [(url_for("static", filename=name), *_file(name)) for name in release.files()]
    parts += [(_later(name), SCRIPT, rest(name).encode()) for name in _scripts()]
    return b"".join(_part(*part) for part in parts) + f"--{_boundary()}--\r\n".encode()


def _scripts():
    return [name for name in release.files() if name in release.page_scripts()]


def _later(name):
    """Where that is which a page's script needs only later."""
    return url_for("shell.later", script=PurePosixPath(name).name)


def _boundary():
    return f"whole-{current_app.config['VERSION']}"


def _part(address, kind, body):
    head = (
        f'--{_boundary()}\r\nContent-Disposition: form-data; name="{address}"; filename="kept"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n"


def _page(endpoint):
    """As its own address gives it: it is the same for everybody."""
    origin = current_app.config["PUBLIC_ORIGIN"]  # under no other are there addresses of ours
    with current_app.test_request_context(url_for(endpoint), base_url=origin):
        return current_app.view_functions[endpoint]().encode()


def _file(name):
    kind = guess_type(name)[0]
    return get_content_type(kind, "utf-8"), as_sent(name, (release.STATIC / name).read_bytes())
